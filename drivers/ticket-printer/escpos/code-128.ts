// CODE 128, code set B (ISO/IEC 15417): how wide a symbol becomes, and its bars for pictures of the paper.

/** Widths of bar, space, bar, space, bar, space for the values 0 to 105; the stop pattern has a bar more. */
const PATTERNS = (
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 123122 ' +
  '123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 232121 111323 ' +
  '131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 313121 211331 231131 ' +
  '213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 111422 121124 121421 141122 ' +
  '141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212 124112 ' +
  '124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 ' +
  '411131 211412 211214 211232'
).split(' ');
const STOP = '2331112';
const START_B = 104;
const FIRST_CHARACTER = 0x20;
/** Start, check and stop beside the data, in modules. */
const FRAME_MODULES = 11 + 11 + 13;

/** Modules of the symbol for `length` characters, without the quiet zones. */
export function code128Modules(length: number): number {
  return FRAME_MODULES + 11 * length;
}

/** Printable ASCII, which is all that code set B holds (without DEL). */
export function isCode128Text(data: string): boolean {
  return /^[ -~]+$/.test(data);
}

/** Widths of bars and spaces in turn, a bar first, in modules; `data` is such a text. */
export function code128Widths(data: string): number[] {
  const values = Array.from(data, (character) => (character.codePointAt(0) ?? 0) - FIRST_CHARACTER);
  const sum = values.reduce((total, value, index) => total + value * (index + 1), START_B);
  const patterns = [START_B, ...values, sum % 103].map((value) => PATTERNS[value] ?? '');
  return Array.from([...patterns, STOP].join(''), Number);
}
