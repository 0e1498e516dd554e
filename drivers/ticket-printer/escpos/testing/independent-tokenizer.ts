// A second reading of ESC/POS for tests, written from the manuals' tables and sharing nothing with the codec or the simulated printer:
// a grammar of patterns over the bytes, with the platform's GB18030 decoder for the text. It throws at the first byte it cannot place.

type Tell = (groups: readonly string[]) => string;

const code = (text = '', index = 0): number => text.charCodeAt(index);
const u16le = (text = '', index = 0): number => code(text, index) + 256 * code(text, index + 1);
const decoder = new TextDecoder('gb18030', { fatal: true });
const chinese = (binary: string): string => decoder.decode(Buffer.from(binary, 'latin1'));

/** Fixed commands: pattern of the bytes as latin1, and what they mean. */
const GRAMMAR: readonly (readonly [RegExp, Tell])[] = [
  [/\x1b@/y, () => 'initialise'],
  [/\x1c&/y, () => 'chinese on'],
  [/\x1c\./y, () => 'chinese off'],
  [/\x1cS([^])([^])/y, ([, left, right]) => `chinese space ${code(left)} ${code(right)}`],
  [/\x1c!([^])/y, ([, n]) => `chinese size ${code(n) & 4 ? 2 : 1}x${code(n) & 8 ? 2 : 1}`],
  [/\x1d!([^])/y, ([, n]) => `size ${(code(n) >> 4) + 1}x${(code(n) & 15) + 1}`],
  [/\x1ba([\0-\x02])/y, ([, n]) => `align ${['left', 'centre', 'right'][code(n)] ?? ''}`],
  [/\x1bE([\0\x01])/y, ([, n]) => `bold ${code(n) === 1 ? 'on' : 'off'}`],
  [/\x1bt([^])/y, ([, n]) => `code page ${code(n)}`],
  [/\x1bd([^])/y, ([, n]) => `feed lines ${code(n)}`],
  [/\x1bJ([^])/y, ([, n]) => `feed dots ${code(n)}`],
  [/\x1dV([\0\x01\x30\x31])/y, ([, m]) => `cut ${code(m) & 1 ? 'partial' : 'full'}`],
  [/\x1dV([AB])([^])/y, ([, m, n]) => `feed ${code(n)} and cut ${m === 'B' ? 'partial' : 'full'}`],
  [/\x1bi/y, () => 'old cut full'],
  [/\x1bm/y, () => 'old cut partial'],
  [/\x1dH([^])/y, ([, n]) => `barcode text ${['none', 'above', 'below', 'both'][code(n) & 3] ?? ''}`],
  [/\x1df([^])/y, ([, n]) => `barcode font ${code(n)}`],
  [/\x1dw([^])/y, ([, n]) => `barcode module ${code(n)}`],
  [/\x1dh([^])/y, ([, n]) => `barcode height ${code(n)}`],
  [/\x1d\(k\x04\0\x31\x41([\x31\x32])\0/y, ([, n]) => `qr model ${n ?? ''}`],
  [/\x1d\(k\x03\0\x31\x43([^])/y, ([, n]) => `qr module ${code(n)}`],
  [/\x1d\(k\x03\0\x31\x45([\x30-\x33])/y, ([, n]) => `qr level ${'LMQH'[code(n) - 0x30] ?? ''}`],
  [/\x1d\(k\x03\0\x31\x51\x30/y, () => 'qr print'],
  [/\x1d\(H\x06\0\x30\x30([\x20-\x7e]{4})/y, ([, id]) => `process id ${id ?? ''}`],
  [/\x1dr([\x01\x31])/y, () => 'fence'],
  [/\x1da([^])/y, ([, n]) => `status blocks ${code(n).toString(2)}`],
  [/\x1bB([^])([^])/y, ([, n, t]) => `beep ${code(n)} times ${code(t)}`],
  [/\x1b\(A\x04\0\x30([^])([^])([^])/y, ([, n, c, t]) => `buzzer sound ${code(n)}, ${code(c)} times ${code(t)}`],
  [/\x1de\x03([^])/y, ([, m]) => `present ${code(m)} steps`],
  [/\x1cp([^])([^])/y, ([, n, m]) => `stored picture ${code(n)} mode ${code(m)}`],
  [/\x10\x04([\x01-\x04])/y, ([, n]) => `status ${code(n)}?`],
  [/\n/y, () => 'line feed'],
  [/\0+/y, () => 'nothing'],
  // One- and two-byte characters, and the four-byte ones of GB18030.
  [
    /(?:[\x20-\x7e]|[\x81-\xfe][\x30-\x39][\x81-\xfe][\x30-\x39]|[\x81-\xfe][\x40-\x7e\x80-\xfe])+/y,
    ([all]) => `text ${chinese(all ?? '')}`,
  ],
];

/** Commands whose length stands in them: the head's pattern, the bytes behind it, and what they mean. */
const MEASURED: readonly (readonly [
  RegExp,
  (head: readonly string[]) => number,
  (head: readonly string[], data: string) => string,
])[] = [
  [
    /\x1d\(k([^]{2})\x31\x50\x30/y,
    ([, length]) => u16le(length) - 3,
    (_, data) => `qr data ${Buffer.from(data, 'latin1').toString('utf8')}`,
  ],
  [
    /\x1dv0\0([^]{4})/y,
    ([, size]) => u16le(size) * u16le(size, 2),
    ([, size], data) => `raster ${u16le(size) * 8}x${u16le(size, 2)} ${Buffer.from(data, 'latin1').toString('base64')}`,
  ],
  [/\x1dk\x49([^])/y, ([, length]) => code(length), (_, data) => `barcode 128 ${data}`],
];

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** What each command and stretch of text says, in order. */
export function tokensOf(bytes: Uint8Array): string[] {
  const text = Buffer.from(bytes).toString('latin1');
  const tokens: string[] = [];
  let at = 0;
  while (at < text.length) {
    const taken = takeMeasured(text, at) ?? takeFixed(text, at);
    if (taken === null) {
      throw new Error(`no ESC/POS at ${at}: ${Buffer.from(text.slice(at, at + 12), 'latin1').toString('hex')}`);
    }
    tokens.push(taken.told);
    at = taken.next;
  }
  return tokens;
}

interface Taken {
  readonly told: string;
  readonly next: number;
}

function takeMeasured(text: string, at: number): Taken | null {
  for (const [pattern, lengthOf, tell] of MEASURED) {
    const head = matchAt(pattern, text, at);
    if (head === null) continue;
    const from = at + head[0].length;
    const next = from + lengthOf(head);
    if (next > text.length) throw new Error(`cut short at ${at}`);
    return { told: tell(head, text.slice(from, next)), next };
  }
  return null;
}

function takeFixed(text: string, at: number): Taken | null {
  for (const [pattern, tell] of GRAMMAR) {
    const match = matchAt(pattern, text, at);
    if (match !== null) return { told: tell(match), next: at + match[0].length };
  }
  return null;
}

/** Everything that is on the paper as text, in order. */
export function textOfTokens(tokens: readonly string[]): string {
  return tokens.flatMap((token) => (token.startsWith('text ') ? [token.slice(5)] : [])).join('');
}
