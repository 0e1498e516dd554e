// A printer's settings are refused by name before anything is opened.
import { expect, it } from 'vitest';
import { ESCPOS_DEFAULTS, escposSettings } from './settings.ts';

it('defaults are an 80 mm printer that must answer', () => {
  expect(escposSettings({})).toEqual(ESCPOS_DEFAULTS);
  expect(escposSettings({ widthDots: 384, charset: 'gbk' })).toMatchObject({
    widthDots: 384,
    charset: 'gbk',
    cut: 'partial',
  });
});

it.each<[Record<string, unknown>, string]>([
  [{ widthDots: 100 }, 'widthDots'],
  [{ widthDots: '576' }, 'widthDots'],
  [{ widthDots: 383.5 }, 'widthDots'],
  [{ charset: 'utf8' }, 'charset'],
  [{ cut: 'yes' }, 'cut'],
  [{ completion: 'maybe' }, 'completion'],
  [{ statusReplies: true }, 'statusReplies'],
  [{ printTimeoutMs: 0 }, 'printTimeoutMs'],
  [{ colour: 'red' }, 'colour'],
])('%j is refused by name', (options, name) => {
  expect(() => escposSettings(options)).toThrow(RangeError);
  expect(() => escposSettings(options)).toThrow(name);
});
