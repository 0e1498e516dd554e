// `--quiet-after-ms`: what is no number is refused in words, and never becomes a wait that has no end.
import { expect, test } from 'vitest';
import { BadTerminalConfig } from '../terminal-config.ts';
import { QUIET_AFTER_MS } from './host-signs.ts';
import { quietAfterMs } from './quiet-option.ts';

test.each([
  [null, QUIET_AFTER_MS],
  ['0', 0],
  ['5000', 5_000],
])('%j is taken', (given, ms) => {
  expect(quietAfterMs(given)).toBe(ms);
});

test.each(['', 'soon', '-1', '1.5', '1e3', 'NaN', 'Infinity', '5000ms', '--config', '9'.repeat(10)])(
  '%j is refused in words',
  (given) => {
    expect(() => quietAfterMs(given)).toThrow(BadTerminalConfig);
    expect(() => quietAfterMs(given)).toThrow(/^--quiet-after-ms: a whole number of milliseconds/);
  },
);
