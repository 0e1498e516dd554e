// Hot keys in words: the one of a control, and what is wrong with the others.
import { CALLER_ACTIONS, type CallerUpdate, type HotKeyState } from '../wire/caller.ts';
import type { CallerTexts } from './language-file.ts';

/** Null where there is none, or it does not work. */
export function keyOf(state: HotKeyState | null): string | null {
  return state?.state === 'on' ? state.label : null;
}

/** One sentence a key that does not work. */
export function keyTroubles(hotKeys: CallerUpdate['hotKeys'], texts: CallerTexts): string[] {
  return CALLER_ACTIONS.flatMap((action) => {
    const key = hotKeys[action];
    const name = texts.control[action];
    if (key?.state === 'taken') return [texts.keyTaken(name, key.label)];
    if (key?.state === 'sameAs') return [texts.keySame(name, texts.control[key.action], key.label)];
    return [];
  });
}
