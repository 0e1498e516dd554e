// Proves that long names get smaller before they get lost.
import { describe, expect, it } from 'vitest';
import { textSizeFor, widthEm } from './text-fit.ts';
import { servicesFor } from './window-services.ts';

const SIZES = [
  { sizePx: 44, lines: 1 },
  { sizePx: 38, lines: 2 },
  { sizePx: 32, lines: 3 },
] as const;

describe('text sizes', () => {
  it('count hanzi and full-width marks as 1 em, Latin as less', () => {
    expect(widthEm('税务（A）')).toBeCloseTo(4.64);
  });

  it.each([
    ['社会保险', 44],
    ['不动产转移登记办理', 38],
    ['不动产抵押权首次登记（含预告登记）', 32],
    ['不'.repeat(60), 32],
  ])('%s is set in %i px', (text, sizePx) => {
    expect(textSizeFor(text, 284, SIZES).sizePx).toBe(sizePx);
  });
});

describe('services of a window', () => {
  it('stand on one line when they are few', () => {
    expect(servicesFor(['社会保险', '医疗保障'], 496)).toEqual({ names: ['社会保险 ・', '医疗保障'], sizePx: 44 });
  });

  it('end with a word for the rest when they are many, every name whole', () => {
    const { names, sizePx } = servicesFor(
      Array.from({ length: 30 }, (_each, place) => `社会保险登记${place}`),
      496,
    );
    expect(sizePx).toBe(32);
    expect(names[names.length - 1]).toBe('等');
    expect(names.length).toBeLessThan(12);
    expect(names.slice(0, -1).every((name) => /^社会保险登记\d+( ・)?$/.test(name))).toBe(true);
  });
});
