// A scanner that types, as a device: what it typed is scanned, what a person typed comes back, in time and in order.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openKeyboardScanner } from './open-document-scanner.ts';

const TD3 = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function bench(options: Record<string, unknown> = {}) {
  const scanner = openKeyboardScanner({ model: 'wedge', port: 'keyboard:', options });
  const told: string[] = [];
  scanner.onEvent((event) => {
    if (event.type === 'status') told.push(event.status.state);
    else told.push(event.scanned.kind === 'document' ? event.scanned.documentNumber : event.scanned.kind);
  });
  scanner.onTyped((keys) => told.push(`typed ${keys.join(' ')}`));
  const press = async (keys: readonly string[], gapMs: number) => {
    for (const key of keys) {
      await vi.advanceTimersByTimeAsync(gapMs);
      scanner.key({ key, atMs: performance.now() });
    }
  };
  return { scanner, told, press };
}

test('a passport typed in two lines is one document; a person’s Enter comes back', async () => {
  const { scanner, told, press } = bench();
  await press(['x'], 10);
  scanner.start();
  for (const line of TD3) await press([...Array.from(line), 'Enter'], 5);
  await press(['Enter'], 900);
  await vi.advanceTimersByTimeAsync(1000);
  expect(told).toEqual(['ready', 'L898902C3', 'typed Enter']);
});

test('silence gives a person’s letters back, and ends a code where no key does', async () => {
  const { scanner, told, press } = bench({ endKey: '', prefix: '~' });
  scanner.start();
  await press(['a'], 10);
  await vi.advanceTimersByTimeAsync(1000);
  await press(Array.from('~YY0001'), 5);
  await vi.advanceTimersByTimeAsync(1000);
  expect(told).toEqual(['ready', 'typed a', 'code']);
  await scanner.stop();
  expect(vi.getTimerCount()).toBe(0);
});

test.each([
  [{ model: 'serial', port: 'keyboard:' }, 'known: wedge'],
  [{ model: 'wedge', port: '/dev/ttyUSB0' }, 'has the port "keyboard:"'],
  [{ model: 'wedge', port: 'keyboard:', options: { baudRate: 9600 } }, '"baudRate" is not a setting of the scanner'],
  [{ model: 'wedge', port: 'keyboard:', options: { maxGapMs: 0 } }, 'maxGapMs must be a whole number'],
])('%o is refused in words', (config, words) => {
  expect(() => openKeyboardScanner(config)).toThrow(words);
});
