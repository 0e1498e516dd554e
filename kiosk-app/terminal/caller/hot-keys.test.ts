// Hot keys: what is understood, what would hurt other programs, conflicts among our own and with others.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CallerConfig } from './caller-config.ts';
import { parseHotKey } from './hot-key.ts';
import { HotKeySettings, planHotKeys, registerHotKeys } from './hot-key-table.ts';

describe('parseHotKey', () => {
  it.each([
    ['Ctrl+Alt+Shift+N', 'Control+Alt+Shift+N', 'Ctrl+Alt+Shift+N'],
    ['shift + alt + control + n', 'Control+Alt+Shift+N', 'Ctrl+Alt+Shift+N'],
    ['Win+Alt+5', 'Super+Alt+5', 'Win+Alt+5'],
    ['Ctrl+Alt+num7', 'Control+Alt+num7', 'Ctrl+Alt+Num7'],
    ['ctrl+shift+pageup', 'Control+Shift+PageUp', 'Ctrl+Shift+PageUp'],
    ['f13', 'F13', 'F13'],
    ['Shift+F24', 'Shift+F24', 'Shift+F24'],
    ['Ctrl+Shift+F5', 'Control+Shift+F5', 'Ctrl+Shift+F5'],
  ])('%s is %s', (text, accelerator, label) => {
    expect(parseHotKey(text)).toEqual({ ok: true, hotKey: { accelerator, label } });
  });

  it.each([
    ['', 'a key like'],
    ['Ctrl+', 'a key like'],
    ['Ctrl+Alt', 'a key like'],
    ['Ctrl+Alt+Delete', 'a key like'],
    ['Ctrl+Ctrl+N', 'a key like'],
    ['Ctrl+Alt+F25', 'a key like'],
    ['Hyper+Alt+N', 'a key like'],
    ['N', 'at least two of'],
    ['F1', 'at least two of'],
    ['Ctrl+C', 'at least two of'],
    ['Shift+A', 'at least two of'],
    ['Ctrl+Alt+F2', 'leaves the desktop'],
    ['Ctrl+Alt+Shift+F12', 'leaves the desktop'],
  ])('%j is refused in words', (text, words) => {
    const parsed = parseHotKey(text);
    expect(parsed.ok ? parsed.hotKey.label : parsed.expected).toContain(words);
  });

  it('never throws, and what it has understood it understands again the same', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^((ctrl|alt|shift|win)\+){0,4}[a-z0-9]{1,3}$/)), (text) => {
        const parsed = parseHotKey(text);
        if (parsed.ok) expect(parseHotKey(parsed.hotKey.label)).toEqual(parsed);
      }),
    );
  });
});

describe('the table', () => {
  it('has five different keys unless told otherwise, all understood', () => {
    const plan = planHotKeys(CallerConfig.parse({}).hotKeys);
    const keys = Object.values(plan).map((planned) => planned?.hotKey.accelerator);
    expect(new Set(keys).size).toBe(5);
    expect(Object.values(plan).every((planned) => planned?.sameAs === null)).toBe(true);
  });

  it('names the field of a key that cannot be used', () => {
    const parsed = CallerConfig.safeParse({ hotKeys: { recall: 'Ctrl+C' } });
    expect(parsed.error?.issues).toMatchObject([{ path: ['hotKeys', 'recall'] }]);
    expect(CallerConfig.safeParse({ hotKeys: { dance: 'F13' } }).success).toBe(false);
  });

  it('gives a key that two actions want to the first, however it is written', () => {
    const settings = HotKeySettings.parse({ recall: 'F13', markMissed: 'f13', pauseOrResume: null });
    const plan = planHotKeys(settings);
    expect(plan.recall?.sameAs).toBeNull();
    expect(plan.markMissed?.sameAs).toBe('recall');
    expect(plan.pauseOrResume).toBeNull();
  });

  it('registers what is free, says what another program has, and gives back only its own', () => {
    const foreign = new Set(['Control+Alt+Shift+R']);
    const held = new Map<string, () => void>();
    const registrar = {
      register: (key: string, pressed: () => void) => {
        if (foreign.has(key)) return false;
        held.set(key, pressed);
        return true;
      },
      unregister: (key: string) => void held.delete(key),
    };
    const pressed: string[] = [];
    const settings = HotKeySettings.parse({ startServing: 'Ctrl+Alt+Shift+N', pauseOrResume: null });
    const { states, release } = registerHotKeys(planHotKeys(settings), registrar, (action) => pressed.push(action));
    expect(states).toEqual({
      callNext: { state: 'on', label: 'Ctrl+Alt+Shift+N' },
      recall: { state: 'taken', label: 'Ctrl+Alt+Shift+R' },
      markMissed: { state: 'on', label: 'Ctrl+Alt+Shift+M' },
      startServing: { state: 'sameAs', label: 'Ctrl+Alt+Shift+N', action: 'callNext' },
      pauseOrResume: null,
    });
    held.get('Control+Alt+Shift+N')?.();
    expect(pressed).toEqual(['callNext']);
    release();
    expect(held.size).toBe(0);
  });
});
