// Reads ESC/POS as a printer does, for the simulated printer and for pictures of a ticket: written from the command tables, not from
// our codec, so that it can disagree with it.

export type Token =
  | { readonly type: 'character'; readonly text: string; readonly isChinese: boolean }
  | { readonly type: 'lineFeed' }
  /** `name` is the command's bytes as text ('ESC a', 'GS ( k'); `data` what follows them, without length bytes. */
  | { readonly type: 'command'; readonly name: string; readonly data: Uint8Array }
  | { readonly type: 'garbage'; readonly bytes: readonly number[] };

export interface TakenToken {
  readonly token: Token;
  readonly length: number;
}

export interface CharacterMode {
  readonly isChinese: boolean;
  /** A GBK ROM knows no four-byte codes. */
  readonly hasFourByteCodes: boolean;
}

const PREFIXES: Readonly<Record<number, string>> = { 0x10: 'DLE', 0x1b: 'ESC', 0x1c: 'FS', 0x1d: 'GS' };

/** Fixed parameter counts; commands of variable length are measured in `variableLength`. */
const PARAMETERS: Readonly<Record<string, number>> = {
  'DLE \x04': 1,
  'DLE \x05': 1,
  'ESC @': 0,
  'ESC !': 1,
  'ESC a': 1,
  'ESC B': 2,
  'ESC E': 1,
  'ESC d': 1,
  'ESC J': 1,
  'ESC 2': 0,
  'ESC 3': 1,
  'ESC t': 1,
  'ESC i': 0,
  'ESC m': 0,
  'FS &': 0,
  'FS .': 0,
  'FS !': 1,
  'FS S': 2,
  'FS p': 2,
  'GS !': 1,
  'GS H': 1,
  'GS L': 2,
  'GS W': 2,
  'GS a': 1,
  'GS f': 1,
  'GS h': 1,
  'GS r': 1,
  'GS w': 1,
};

const gb18030 = new TextDecoder('gb18030');

/** Where the data of a variable command begins and how long it is, counted from the prefix byte; null when not all is there yet. */
function variableLength(name: string, bytes: Uint8Array): { skip: number; data: number } | null | undefined {
  if (name === 'GS (' || name === 'ESC (') {
    const [, , , low, high] = bytes;
    return low === undefined || high === undefined ? null : { skip: 5, data: low + high * 256 };
  }
  if (name === 'GS V') {
    const mode = bytes[2];
    if (mode === undefined) return null;
    return { skip: 2, data: mode === 65 || mode === 66 ? 2 : 1 };
  }
  if (name === 'GS v') {
    const [, , , , xLow, xHigh, yLow, yHigh] = bytes;
    if (xLow === undefined || xHigh === undefined || yLow === undefined || yHigh === undefined) return null;
    return { skip: 4, data: 4 + (xLow + xHigh * 256) * (yLow + yHigh * 256) };
  }
  if (name === 'GS k') return barcodeLength(bytes);
  if (name === 'GS e') {
    const mode = bytes[2];
    if (mode === undefined) return null;
    return { skip: 2, data: mode === 3 ? 2 : 1 };
  }
  if (name === 'FS q') return storedImagesLength(bytes);
  const count = PARAMETERS[name];
  return count === undefined ? undefined : { skip: 2, data: count };
}

/** Below 7 the data ends with a zero, from 65 on its length stands before it. */
function barcodeLength(bytes: Uint8Array): { skip: number; data: number } | null {
  const [, , system, length] = bytes;
  if (system === undefined || length === undefined) return null;
  if (system >= 65) return { skip: 2, data: 2 + length };
  const end = bytes.indexOf(0, 3);
  return end === -1 ? null : { skip: 2, data: end - 1 };
}

/** So many pictures, each of x times y times 8 bytes. */
function storedImagesLength(bytes: Uint8Array): { skip: number; data: number } | null {
  let at = 3;
  for (let image = 0; image < (bytes[2] ?? 0); image += 1) {
    const [xLow, xHigh, yLow, yHigh] = bytes.subarray(at, at + 4);
    if (xLow === undefined || xHigh === undefined || yLow === undefined || yHigh === undefined) return null;
    at += 4 + (xLow + xHigh * 256) * (yLow + yHigh * 256) * 8;
  }
  return bytes.length < 3 ? null : { skip: 2, data: at - 2 };
}

function takeCommand(prefix: string, bytes: Uint8Array): TakenToken | null {
  const letter = bytes[1];
  if (letter === undefined) return null;
  const name = `${prefix} ${String.fromCharCode(letter)}`;
  const measured = variableLength(name, bytes);
  if (measured === null) return null;
  if (measured === undefined) return { token: { type: 'garbage', bytes: [...bytes.subarray(0, 2)] }, length: 2 };
  const length = measured.skip + measured.data;
  if (bytes.length < length) return null;
  const family = name.endsWith('(') ? ` ${String.fromCharCode(bytes[2] ?? 0)}` : '';
  return { token: { type: 'command', name: name + family, data: bytes.slice(measured.skip, length) }, length };
}

function takeChinese(bytes: Uint8Array, mode: CharacterMode): TakenToken | null {
  const second = bytes[1];
  if (second === undefined) return null;
  const isFour = mode.hasFourByteCodes && second >= 0x30 && second <= 0x39;
  const length = isFour ? 4 : 2;
  if (bytes.length < length) return null;
  const text = gb18030.decode(bytes.subarray(0, length));
  if (Array.from(text).length !== 1 || text === '\uFFFD') {
    return { token: { type: 'garbage', bytes: [bytes[0] ?? 0] }, length: 1 };
  }
  return { token: { type: 'character', text, isChinese: true }, length };
}

/** The first token of `bytes` (not empty); null when more bytes are needed to tell. */
export function takeToken(bytes: Uint8Array, mode: CharacterMode): TakenToken | null {
  const first = bytes[0] ?? 0;
  const prefix = PREFIXES[first];
  if (prefix !== undefined) return takeCommand(prefix, bytes);
  // Zeros between commands do nothing [K].
  if (first === 0x00) return { token: { type: 'command', name: 'NUL', data: new Uint8Array() }, length: 1 };
  if (first === 0x0a) return { token: { type: 'lineFeed' }, length: 1 };
  if (first >= 0x20 && first <= 0x7e) {
    return { token: { type: 'character', text: String.fromCharCode(first), isChinese: false }, length: 1 };
  }
  if (first > 0x80 && first < 0xff && mode.isChinese) return takeChinese(bytes, mode);
  return { token: { type: 'garbage', bytes: [first] }, length: 1 };
}
