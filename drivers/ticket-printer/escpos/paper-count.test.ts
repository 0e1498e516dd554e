// The count of paper: what a new roll is, what is not, and that it outlives a restart.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PaperCount } from './paper-count.ts';
import { NO_FLAGS, type PrinterFlags } from './status.ts';

const look = (change: Partial<PrinterFlags> = {}): PrinterFlags => ({ ...NO_FLAGS, ...change });
const counting = (rollMm = 80_000, paperFile = ''): PaperCount => new PaperCount({ rollMm, paperFile }, () => 1000);

describe('a roll', () => {
  it('of unknown use: what is left is not known until a new roll', () => {
    const count = counting();
    count.printed(8000);
    expect(count.left).toEqual({
      printedMm: 1000,
      leftMm: null,
      rollChangedAt: null,
      nearEndCount: 0,
      isNearEnd: false,
    });
    count.rollChanged();
    count.printed(800);
    expect(count.left).toMatchObject({ printedMm: 100, leftMm: 79_900, rollChangedAt: 1000 });
  });

  it('is never less than used up, and without its length nothing is estimated', () => {
    const count = counting(50);
    count.rollChanged();
    count.printed(8000);
    expect(count.left.leftMm).toBe(0);
    const unknown = counting(0);
    unknown.rollChanged();
    expect(unknown.left.leftMm).toBeNull();
  });

  it('near its end is counted once each time', () => {
    const count = counting();
    for (const isNear of [false, true, true, false, true]) count.seen(look({ paperNearEnd: isNear }));
    expect(count.left).toMatchObject({ nearEndCount: 2, isNearEnd: true });
  });

  it.each<[string, Partial<PrinterFlags>[], boolean]>([
    ['paper again behind its end', [{}, { paperEnd: true }, {}], true],
    ['paper again behind a stop', [{}, { stoppedByPaperEnd: true }, {}], true],
    ['the end no longer near', [{ paperNearEnd: true }, {}], true],
    ['paper again that is near its end: the old roll put back', [{ paperEnd: true }, { paperNearEnd: true }], false],
    ['an open cover alone', [{}, { coverOpen: true, paperEnd: true }, {}], false],
    [
      'a cover opened and closed over a roll near its end',
      [{ paperNearEnd: true }, { coverOpen: true }, { paperNearEnd: true }],
      false,
    ],
    ['a new roll behind an open cover', [{ paperNearEnd: true }, { coverOpen: true, paperEnd: true }, {}], true],
    ['nothing but looks', [{}, {}, {}], false],
  ])('%s', (_, looks, isNew) => {
    const count = counting();
    for (const flags of looks) count.seen(look(flags));
    expect(count.left.rollChangedAt !== null).toBe(isNew);
  });
});

describe('over a restart', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jiaohao-paper-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is kept in its file', () => {
    const file = join(folder, 'paper.json');
    const before = counting(1000, file);
    before.rollChanged();
    before.printed(80);
    expect(counting(1000, file).left).toMatchObject({ printedMm: 10, leftMm: 990, rollChangedAt: 1000 });
    expect(before.canKeep).toBe(true);
  });

  it.each(['', 'no json', '{}', '{"printedDots":-1,"isWholeRoll":true,"rollChangedAt":null,"nearEndCount":0}', 'null'])(
    'a file that says %j is a roll of unknown use',
    async (text) => {
      const file = join(folder, 'paper.json');
      await writeFile(file, text);
      const count = counting(1000, file);
      expect(count.left).toMatchObject({ printedMm: 0, leftMm: null });
      count.printed(8);
      expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ printedDots: 8 });
    },
  );

  it('a file that cannot be written is told, and the count goes on', () => {
    const count = counting(1000, join(folder, 'missing', 'paper.json'));
    count.printed(80);
    expect([count.canKeep, count.left.printedMm]).toEqual([false, 10]);
  });
});
