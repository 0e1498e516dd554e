// Proves the contrast that tokens.css promises: old eyes and bright halls leave no room for guesses.
/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

// Vitest empties imported style sheets, so the file itself is read.
const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');

type Theme = ReadonlyMap<string, string>;

function coloursIn(block: string): Theme {
  return new Map(Array.from(block.matchAll(/--([a-z0-9-]+):\s*(#[0-9a-f]{6});/g), (m) => [String(m[1]), String(m[2])]));
}

function themeAt(selector: string): Theme {
  const start = css.indexOf(`${selector} {`);
  return coloursIn(css.slice(start, css.indexOf('\n}', start)));
}

/** WCAG 2.2, definition of relative luminance. */
function luminance(hex: string): number {
  const channels = [1, 3, 5].map((at) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  const [r = 0, g = 0, b = 0] = channels;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function ratio(theme: Theme, one: string, other: string): number {
  const hex = (name: string): string => {
    const value = theme.get(name);
    if (value === undefined) throw new Error(`no token --${name}`);
    return value;
  };
  const [light = 0, dark = 0] = [luminance(hex(one)), luminance(hex(other))].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** Ink on ground, as pages use them; both themes of the light family must hold all of them. */
const TEXT_PAIRS = [
  'ink on ground|surface|sunken|soft|amber-soft|warn-soft|bad-soft',
  'ink-2 on ground|surface|sunken|soft',
  'primary on ground|surface|soft',
  'on-primary on primary|primary-press',
  'on-primary-2 on primary|primary-press',
  'ok on surface|ground',
  'warn on surface|warn-soft',
  'warn-ink on warn-soft|surface',
  'bad on surface|bad-soft',
  'bad-ink on bad-soft|surface',
].flatMap(expand);
const CALL_PAIRS = ['call-ink on call'].flatMap(expand);
const BOARD_PAIRS = [
  'board-ink on board|board-1|board-2',
  'board-ink-2 on board|board-1|board-2',
  'number on board|board-1|board-2',
  'stale-ink on stale-ground',
  'stale-ink-2 on stale-ground',
].flatMap(expand);
const DISABLED_PAIRS = ['ink-off on sunken|surface|ground'].flatMap(expand);
const BORDER_PAIRS = ['edge on surface|ground', 'amber-soft-border on amber-soft', 'primary on surface'].flatMap(
  expand,
);
const BOARD_BORDER_PAIRS = ['board-edge on board', 'stale-border on board|stale-ground', 'call on board'].flatMap(
  expand,
);

function expand(line: string): readonly (readonly [string, string])[] {
  const [ink = '', grounds = ''] = line.split(' on ');
  return grounds.split('|').map((ground) => [ink, ground] as const);
}

const light = themeAt(':root');
const highContrast: Theme = new Map([...light, ...themeAt("[data-theme='high-contrast']")]);

describe.each([
  ['light', light],
  ['high contrast', highContrast],
])('%s theme', (_name, theme) => {
  it.each([...TEXT_PAIRS, ...CALL_PAIRS])('%s on %s is read at 7:1 or better', (ink, ground) => {
    expect(ratio(theme, ink, ground)).toBeGreaterThanOrEqual(7);
  });

  it.each(DISABLED_PAIRS)('disabled %s on %s is read at 4.5:1 or better', (ink, ground) => {
    expect(ratio(theme, ink, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(BORDER_PAIRS)('control border %s on %s is seen at 3:1 or better', (border, ground) => {
    expect(ratio(theme, border, ground)).toBeGreaterThanOrEqual(3);
  });
});

describe('board theme', () => {
  it.each(BOARD_PAIRS)('%s on %s is read at 7:1 or better', (ink, ground) => {
    expect(ratio(light, ink, ground)).toBeGreaterThanOrEqual(7);
  });

  it.each(BOARD_BORDER_PAIRS)('border %s on %s is seen at 3:1 or better', (border, ground) => {
    expect(ratio(light, border, ground)).toBeGreaterThanOrEqual(3);
  });
});

describe('the formula', () => {
  it('gives the two ratios everybody knows', () => {
    const extremes: Theme = new Map([
      ['black', '#000000'],
      ['white', '#ffffff'],
      ['grey', '#767676'],
    ]);
    expect(ratio(extremes, 'black', 'white')).toBeCloseTo(21, 5);
    expect(ratio(extremes, 'grey', 'white')).toBeCloseTo(4.54, 2);
  });

  it('is not fooled by a divider, which is too faint for a control', () => {
    expect(ratio(light, 'line', 'surface')).toBeLessThan(3);
  });
});
