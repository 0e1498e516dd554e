// Which keys reach a page of the kiosk: those that move the focus, press and type. Every shortcut is refused by not being among them.

/** As Electron tells a key before the page gets it. */
export interface KeyPress {
  /** `KeyboardEvent.key`. */
  readonly key: string;
  readonly control: boolean;
  readonly alt: boolean;
  readonly meta: boolean;
}

const NAMED: ReadonlySet<string> = new Set([
  'Tab',
  'Enter',
  'Escape',
  'Backspace',
  'Delete',
  'Home',
  'End',
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Shift',
]);

export function isKeyAllowed({ key, control, alt, meta }: KeyPress): boolean {
  if (control || alt || meta) return false;
  return NAMED.has(key) || Array.from(key).length === 1;
}

/** Ctrl+V and nothing else. */
export function isPaste({ key, control, alt, meta }: KeyPress): boolean {
  return control && !alt && !meta && key.toLowerCase() === 'v';
}
