// The hot keys of a terminal: its settings with their defaults, conflicts among them, and what became of them at the system.
import { z } from 'zod';
import { CALLER_ACTIONS, type CallerAction, type HotKeyState } from '../../wire/caller.ts';
import { parseHotKey, type HotKey } from './hot-key.ts';

/** Null: no key. */
const HotKeyText = z
  .string()
  .max(60)
  .nullable()
  .check(({ value, issues }) => {
    const parsed = value === null ? null : parseHotKey(value);
    if (parsed?.ok === false) issues.push({ code: 'custom', input: value, message: parsed.expected });
  });

/**
 * Word processors, input methods and chat programs live on two modifiers and a letter; three are left alone by them. A hall with
 * keypads at its windows sets F13 to F24.
 */
export const HotKeySettings = z.strictObject({
  callNext: HotKeyText.default('Ctrl+Alt+Shift+N'),
  recall: HotKeyText.default('Ctrl+Alt+Shift+R'),
  markMissed: HotKeyText.default('Ctrl+Alt+Shift+M'),
  startServing: HotKeyText.default('Ctrl+Alt+Shift+S'),
  pauseOrResume: HotKeyText.default('Ctrl+Alt+Shift+P'),
});
export type HotKeySettings = z.infer<typeof HotKeySettings>;

export interface PlannedKey {
  readonly hotKey: HotKey;
  /** The earlier action that has the same key: that one gets it. */
  readonly sameAs: CallerAction | null;
}
export type HotKeyPlan = Readonly<Record<CallerAction, PlannedKey | null>>;

/** Conflicts within the settings, found before the system is asked. Settings must have passed HotKeySettings. */
export function planHotKeys(settings: HotKeySettings): HotKeyPlan {
  const holders = new Map<string, CallerAction>();
  const plan = (action: CallerAction): PlannedKey | null => {
    const text = settings[action];
    const parsed = text === null ? null : parseHotKey(text);
    if (parsed?.ok !== true) return null;
    const sameAs = holders.get(parsed.hotKey.accelerator) ?? null;
    if (sameAs === null) holders.set(parsed.hotKey.accelerator, action);
    return { hotKey: parsed.hotKey, sameAs };
  };
  return forEachAction(plan);
}

/** What the host can do about global keys; Electron's globalShortcut has this form. */
export interface HotKeyRegistrar {
  /** False when another program has the key. */
  register(accelerator: string, pressed: () => void): boolean;
  unregister(accelerator: string): void;
}

export interface RegisteredHotKeys {
  readonly states: Readonly<Record<CallerAction, HotKeyState | null>>;
  readonly release: () => void;
}

export function registerHotKeys(
  plan: HotKeyPlan,
  registrar: HotKeyRegistrar,
  pressed: (action: CallerAction) => void,
): RegisteredHotKeys {
  const held: string[] = [];
  const states = forEachAction((action): HotKeyState | null => {
    const planned = plan[action];
    if (planned === null) return null;
    const { label, accelerator } = planned.hotKey;
    if (planned.sameAs !== null) return { state: 'sameAs', label, action: planned.sameAs };
    if (!registrar.register(accelerator, () => pressed(action))) return { state: 'taken', label };
    held.push(accelerator);
    return { state: 'on', label };
  });
  return { states, release: () => held.splice(0).forEach((accelerator) => registrar.unregister(accelerator)) };
}

/** For a host without global keys. */
export const NO_HOT_KEYS: RegisteredHotKeys = { states: forEachAction(() => null), release: () => undefined };

function forEachAction<T>(of: (action: CallerAction) => T): Record<CallerAction, T> {
  return Object.fromEntries(CALLER_ACTIONS.map((action) => [action, of(action)])) as Record<CallerAction, T>;
}
