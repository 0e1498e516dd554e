// The key table: defaults, a browser's own keys, and what is kept from the browser.
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { DEFAULT_KEYS, keyMeaning, readKeys } from './keys.ts';
import type { KeyPress } from './keys.ts';

function press(key: string, change: Partial<KeyPress> = {}): KeyPress {
  return { key, repeat: false, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...change };
}

describe('readKeys', () => {
  it('takes a browser’s own keys over the defaults', () => {
    expect(readKeys('{"callNext": "F12"}')).toEqual({ ...DEFAULT_KEYS, callNext: 'F12' });
  });

  it('lets two actions change places', () => {
    const table = readKeys('{"callNext": "F2", "recall": "F1"}');
    expect([table.callNext, table.recall]).toEqual(['F2', 'F1']);
  });

  it.each([
    null,
    '',
    'F1',
    '[]',
    '7',
    'null',
    '{"callNext": "F2"}',
    '{"callNext": "a"}',
    '{"callNext": "Enter"}',
    '{"recall": 3}',
  ])('keeps the defaults for %j', (stored) => expect(readKeys(stored)).toEqual(DEFAULT_KEYS));

  it('never gives two actions one key, whatever is stored', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (stored) => {
        expect(new Set(Object.values(readKeys(stored))).size).toBe(Object.keys(DEFAULT_KEYS).length);
      }),
    );
  });
});

describe('keyMeaning', () => {
  it('gives each key of the table its one action', () => {
    for (const [action, key] of Object.entries(DEFAULT_KEYS)) {
      expect(keyMeaning(press(key), DEFAULT_KEYS)).toEqual({ kind: 'action', action });
    }
  });

  it('acts once for a key held down', () => {
    expect(keyMeaning(press('F1', { repeat: true }), DEFAULT_KEYS).kind).toBe('swallow');
    expect(keyMeaning(press('Enter', { repeat: true }), DEFAULT_KEYS).kind).toBe('swallow');
  });

  it('keeps help, find, reload and menu from the browser, with ctrl and shift too', () => {
    for (const key of ['F7', 'F8']) expect(keyMeaning(press(key), DEFAULT_KEYS).kind).toBe('swallow');
    expect(keyMeaning(press('F5', { ctrlKey: true }), DEFAULT_KEYS).kind).toBe('swallow');
    expect(keyMeaning(press('F10', { shiftKey: true }), DEFAULT_KEYS).kind).toBe('swallow');
  });

  it('leaves Alt+F4, whole screen and typing to the browser', () => {
    expect(keyMeaning(press('F4', { altKey: true }), DEFAULT_KEYS).kind).toBe('leave');
    expect(keyMeaning(press('F11'), DEFAULT_KEYS).kind).toBe('leave');
    expect(keyMeaning(press('a'), DEFAULT_KEYS).kind).toBe('leave');
    expect(keyMeaning(press('c', { ctrlKey: true }), DEFAULT_KEYS).kind).toBe('leave');
  });

  it('reads the answers to a question', () => {
    expect(keyMeaning(press('Enter'), DEFAULT_KEYS)).toEqual({ kind: 'confirm' });
    expect(keyMeaning(press('Escape'), DEFAULT_KEYS)).toEqual({ kind: 'cancel' });
    expect(keyMeaning(press('4'), DEFAULT_KEYS)).toEqual({ kind: 'choice', index: 3 });
  });
});
