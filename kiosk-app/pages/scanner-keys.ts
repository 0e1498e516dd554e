// Keys of a scanner that types like a keyboard: held back from the page and handed on; what was a person's comes back and is carried out.
import type { ScannerKey } from '../wire/devices.ts';

export interface ScannerKeysOptions {
  /** Whether this kiosk's scanner types. */
  readonly isOn: () => boolean;
  readonly send: (key: ScannerKey) => void;
}

/** Keys that a person moves about with and that no scanner types are left alone, and so is whoever writes into a field. */
const LEFT_ALONE: ReadonlySet<string> = new Set(['Tab', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']);

/** To be called once, before anything else listens to keys: nothing of a scan reaches a button or a shortcut. */
export function holdScannerKeys(target: Window, { isOn, send }: ScannerKeysOptions): void {
  const hold = (event: KeyboardEvent): void => {
    const isHeld = isOn() && event.isTrusted && !LEFT_ALONE.has(event.key) && !isWriting(event.target);
    if (!isHeld) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    // A key that is held down is no scanner's, and would be carried out without end.
    if (event.type === 'keydown' && !event.repeat) send({ key: event.key.slice(0, 32), atMs: event.timeStamp });
  };
  for (const type of ['keydown', 'keypress', 'keyup'] as const) target.addEventListener(type, hold, { capture: true });
}

/** A person's keys, late by the time in which a scanner would have gone on: Esc, and the press of the control with the focus. */
export function carryOutKeys(target: Window, keys: readonly string[]): void {
  for (const key of keys) {
    if (key === 'Escape') target.dispatchEvent(new KeyboardEvent('keydown', { key }));
    const focused = target.document.activeElement;
    if ((key === 'Enter' || key === ' ') && focused instanceof HTMLElement && focused.matches('button, a'))
      focused.click();
  }
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, [contenteditable]');
}
