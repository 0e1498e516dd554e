// A global hot key as a technician writes it, understood or refused in words. Pure.

export interface HotKey {
  /** As Electron's globalShortcut takes it, one spelling for one key. */
  readonly accelerator: string;
  /** As people read it on the bar. */
  readonly label: string;
}

export type ParsedHotKey =
  { readonly ok: true; readonly hotKey: HotKey } | { readonly ok: false; readonly expected: string };

/** In the order in which they are written. */
const MODIFIERS = [
  { accelerator: 'Control', label: 'Ctrl', names: ['ctrl', 'control'] },
  { accelerator: 'Super', label: 'Win', names: ['super', 'win', 'meta'] },
  { accelerator: 'Alt', label: 'Alt', names: ['alt'] },
  { accelerator: 'Shift', label: 'Shift', names: ['shift'] },
] as const;
type Modifier = (typeof MODIFIERS)[number];

/** By lower-case name: what Electron calls it. Letters, digits and F-keys are read by their form. */
const NAMED_KEYS: ReadonlyMap<string, string> = new Map(
  ['Up', 'Down', 'Left', 'Right', 'Home', 'End', 'PageUp', 'PageDown', 'Insert', 'Space'].map((name) => [
    name.toLowerCase(),
    name,
  ]),
);

const EXAMPLE = 'a key like Ctrl+Alt+Shift+N or F13';

/**
 * A key that would be taken from every other program must not be one that they need: two modifiers at least, not Shift alone
 * among them, or F13 to F24, which only keypads have.
 */
export function parseHotKey(text: string): ParsedHotKey {
  const parts = text.split('+').map((part) => part.trim().toLowerCase());
  const key = keyOf(parts.pop() ?? '');
  const modifiers = MODIFIERS.filter(({ names }) => parts.some((part) => isOneOf(names, part)));
  const isUnderstood = key !== null && modifiers.length === parts.length;
  if (!isUnderstood) return { ok: false, expected: EXAMPLE };
  const isKeypadKey = /^F(1[3-9]|2[0-4])$/.test(key);
  if (!isKeypadKey && modifiers.length < 2) return { ok: false, expected: 'at least two of Ctrl, Alt, Shift and Win' };
  if (isConsoleSwitch(key, modifiers))
    return { ok: false, expected: 'no Ctrl+Alt with F1 to F12: it leaves the desktop' };
  return { ok: true, hotKey: written(key, modifiers) };
}

function written(key: string, modifiers: readonly Modifier[]): HotKey {
  return {
    accelerator: [...modifiers.map(({ accelerator }) => accelerator), key].join('+'),
    label: [...modifiers.map(({ label }) => label), key.replace(/^num/, 'Num')].join('+'),
  };
}

/** Electron's name of the key; null for what is no key here. */
function keyOf(name: string): string | null {
  if (/^[a-z0-9]$/.test(name)) return name.toUpperCase();
  if (/^f([1-9]|1\d|2[0-4])$/.test(name)) return name.toUpperCase();
  if (/^num\d$/.test(name)) return name;
  return NAMED_KEYS.get(name) ?? null;
}

/** Ctrl+Alt+F1 to F12 change the virtual terminal on Linux, before any program sees them. */
function isConsoleSwitch(key: string, modifiers: readonly Modifier[]): boolean {
  const has = (label: string): boolean => modifiers.some((modifier) => modifier.label === label);
  return /^F([1-9]|1[0-2])$/.test(key) && has('Ctrl') && has('Alt');
}

function isOneOf(names: readonly string[], name: string): boolean {
  return names.includes(name);
}
