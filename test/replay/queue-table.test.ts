// Tables in, office days out; the compact form loses nothing that the model needs.
import fc from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCompactDays, writeCompactDays } from './compact-days.ts';
import { MalformedFile } from './office-day.ts';
import { COLUMNS, readQueueTable } from './queue-table.ts';

const HEADER = COLUMNS.join(',');
const TABLE = [
  HEADER,
  'North,2020-01-02,08:00,A,158,3,2,,0,0',
  'North,2020-01-02,08:00,B,159,0,0,,0,0',
  'North,2020-01-02,08:05,A,158,4,1,4,4,5',
  'South,2020-01-02,08:01,A,7,1,0,,0,1',
].join('\n');

const refusalOf = (text: string): string => {
  try {
    readQueueTable(text);
    return 'read';
  } catch (error) {
    if (!(error instanceof MalformedFile)) throw error;
    return error.message;
  }
};

describe('a table of queue states', () => {
  it('becomes office days', () => {
    const [north, south] = readQueueTable(TABLE);
    expect(north).toEqual({
      office: 'North',
      date: '2020-01-02',
      stepMinutes: [480, 485],
      queues: [
        {
          queueId: '158',
          letter: 'A',
          waitingAtOpening: 2,
          openingStep: 0,
          openCounters: new Map([
            [3, 1],
            [4, 1],
          ]),
          arrivals: [{ step: 1, count: 5 }],
        },
        { queueId: '159', letter: 'B', waitingAtOpening: 0, openingStep: 0, openCounters: new Map(), arrivals: [] },
      ],
    });
    expect(south?.queues[0]?.arrivals).toEqual([{ step: 0, count: 1 }]);
  });

  it('may have quoted cells, other columns, another order, a mark and line ends of another system', () => {
    const moved = TABLE.split('\n').map((line) => {
      const [office = '', ...rest] = line.split(',');
      return [...rest, `"${office}"`, '"a, ""b"""'].join(',');
    });
    expect(readQueueTable(`\uFEFF${moved.join('\r\n')}\r\n`)).toEqual(readQueueTable(TABLE));
  });

  it.each([
    [TABLE.replace(',4,1,4,4,5', ',4,-1,4,4,5'), 'line 4, column waiting: a whole number from 0 expected, "-1" found'],
    [TABLE.replace('08:05', '8:05'), 'line 4, column time: a time HH:MM expected, "8:05" found'],
    [
      TABLE.replace('North,2020-01-02,08:05', 'North,2020-02-30,08:05'),
      'line 4, column date: a day YYYY-MM-DD expected, "2020-02-30" found',
    ],
    [
      TABLE.replace(',4,1,4,4,5', ',4,1,4,4,five'),
      'line 4, column arrived_since_prev_est: a whole number from 0 expected, "five" found',
    ],
    [TABLE.replace(',4,1,4,4,5', ',4,1,4'), 'line 4: 10 columns expected, 8 found'],
    [TABLE.replace('South', '"South'), 'line 5, column 1: a stray quotation mark'],
    [TABLE.replace('queue_id,', ''), 'line 1: the column queue_id is missing'],
    ['', 'line 1: the column office, date, time'],
  ])('is refused by line and column', (text, message) => {
    expect(refusalOf(text)).toContain(message);
  });

  it('never ends otherwise than in days or in a refusal', () => {
    const cell = fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('1', '08:00', '2020-01-02', '"', ''));
    const line = fc.array(cell, { minLength: 8, maxLength: 11 }).map((cells) => cells.join(','));
    fc.assert(fc.property(fc.array(line), (lines) => refusalOf([HEADER, ...lines].join('\n')) !== ''));
  });
});

describe('the compact form', () => {
  it('gives back the days that were written', () => {
    const days = readQueueTable(TABLE.replace('08:01,A,7,1,0', '08:01,A,7,1,3')).slice(0, 1);
    const late = readQueueTable(`${TABLE}\nNorth,2020-01-02,08:09,C,160,1,3,,0,0`).slice(0, 1);
    expect(readCompactDays('North', writeCompactDays(days))).toEqual(days);
    expect(readCompactDays('North', writeCompactDays(late))).toEqual(late);
  });

  it('names the line that is no such line', () => {
    expect(() => readCompactDays('North', 'day 2020-01-02\nsteps 08:00 x\n')).toThrow(/^line 2: /);
    expect(() => readCompactDays('North', 'queue A 1 waiting 0 counters arrivals\n')).toThrow(/^line 1: /);
    expect(() => readCompactDays('North', '# people\nday 2020-01-02\nqueue A 1 waiting\n')).toThrow(/^line 3: /);
  });

  it('holds 26 office days whose text is written back as it is', () => {
    const folder = join(import.meta.dirname, '..', 'data', 'warsaw');
    const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));
    const days = files.flatMap((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      const own = readCompactDays(basename(name, '.txt'), text);
      expect(text.endsWith(writeCompactDays(own))).toBe(true);
      return own;
    });
    expect(days).toHaveLength(26);
  });
});
