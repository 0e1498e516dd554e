// What the third status byte of a reply means for the driver (docs/protocols/id-card-reader.md, "Status codes"). Pure.

export type Sw3Meaning =
  | 'success'
  | 'cardFound'
  /** The card has no such item. Not an error. */
  | 'noSuchItem'
  /** The module got a damaged request. */
  | 'requestDamaged'
  | 'commandError'
  | 'notPermitted'
  | 'unrecognised'
  /** Authentication or reading failed; the card has to be lifted and laid again. */
  | 'readFailed'
  | 'unsupportedCard'
  /** The security module failed or is not authorised: nothing works until somebody services the device. */
  | 'samFault'
  | 'noCard'
  | 'selectFailed'
  | 'unknown';

const MEANINGS: ReadonlyMap<number, Sw3Meaning> = new Map([
  [0x90, 'success'],
  [0x9f, 'cardFound'],
  [0x91, 'noSuchItem'],
  [0x10, 'requestDamaged'],
  [0x11, 'requestDamaged'],
  [0x21, 'commandError'],
  [0x23, 'notPermitted'],
  [0x24, 'unrecognised'],
  [0x31, 'readFailed'],
  [0x32, 'readFailed'],
  [0x33, 'readFailed'],
  [0x37, 'readFailed'],
  [0x3f, 'readFailed'],
  [0x40, 'unsupportedCard'],
  [0x41, 'readFailed'],
  [0x47, 'readFailed'],
  [0x60, 'samFault'],
  [0x66, 'samFault'],
  [0x80, 'noCard'],
  [0x81, 'selectFailed'],
]);

export function meaningOf(sw3: number): Sw3Meaning {
  return MEANINGS.get(sw3) ?? 'unknown';
}
