// A configuration with a mistake is refused with the path of the field and what is expected there.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HallConfig } from './hall-config.ts';

const demo = readFileSync(join(import.meta.dirname, '../test/data/halls/demo.json'), 'utf8');
type Loose = Record<string, Record<string, unknown>[] & Record<string, unknown>>;

function mistakesOf(change: (config: Loose) => void): string[] {
  const config = JSON.parse(demo) as Loose;
  change(config);
  const parsed = HallConfig.safeParse(config);
  return parsed.success ? [] : parsed.error.issues.map((issue) => issue.path.join('.'));
}

const set = (list: string, at: number, field: string, value: unknown) => (config: Loose) => {
  const item = config[list]?.[at];
  if (item !== undefined) item[field] = value;
};

describe('the demo hall', () => {
  it('is sound', () => expect(mistakesOf(() => undefined)).toEqual([]));

  it.each([
    ['a zone that is not there', set('queues', 0, 'zoneId', 'nowhere'), 'queues.0.zoneId'],
    ['a prefix of three letters', set('queues', 1, 'prefix', 'ABC'), 'queues.1.prefix'],
    ['a prefix given twice', set('queues', 1, 'prefix', 'A'), 'queues.1.prefix'],
    ['a queue that is not there', set('serviceItems', 2, 'queueId', 'none'), 'serviceItems.2.queueId'],
    ['a window without queues', set('windows', 3, 'queueIds', []), 'windows.3.queueIds'],
    [
      'a queue named twice at a window',
      set('windows', 0, 'queueIds', ['social', 'social', 'medical']),
      'windows.0.queueIds.1',
    ],
    ['a label given twice', set('windows', 5, 'label', '1'), 'windows.5.label'],
    ['a display of a window that is not there', set('displays', 4, 'windowId', 'w99'), 'displays.4.windowId'],
    ['two window terminals at one window', set('terminals', 3, 'windowId', 'w01'), 'terminals.3.windowId'],
    ['an unknown field', set('zones', 0, 'colour', 'red'), 'zones.0'],
  ])('%s is named', (_, change, path) => expect(mistakesOf(change)).toContain(path));

  it('hours that end before they begin, overlap, or are no clock times are named', () => {
    const hours = (spans: unknown) => (config: Loose) => {
      (config['hours'] as Record<string, unknown>)['monday'] = spans;
    };
    expect(mistakesOf(hours([{ opens: '17:00', closes: '08:00' }]))).toEqual(['hours.monday.0.closes']);
    expect(
      mistakesOf(
        hours([
          { opens: '08:00', closes: '12:00' },
          { opens: '11:00', closes: '17:00' },
        ]),
      ),
    ).toEqual(['hours.monday.1.opens']);
    expect(mistakesOf(hours([{ opens: '8:00', closes: '12:00' }]))).toContain('hours.monday.0.opens');
  });

  it('a queue that no window calls from, and a time zone that does not exist, are named', () => {
    const withoutTax = (config: Loose) => {
      for (const window of config['windows'] ?? []) window['queueIds'] = ['social'];
    };
    expect(mistakesOf(withoutTax)).toContain('queues.4.queueId');
    const nowhere = (config: Loose) => {
      (config['hall'] as Record<string, unknown>)['timeZone'] = 'Mars/Olympus';
    };
    expect(mistakesOf(nowhere)).toEqual(['hall.timeZone']);
  });
});
