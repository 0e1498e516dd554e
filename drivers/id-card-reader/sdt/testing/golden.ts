// Hand-typed bytes for the tests of the SDT reader: a whole reply of 1295 bytes and four text blocks. Made by no code of
// ours; the persons are invented, the numbers are the worked examples of GB 11643 or made by its rule.

export function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(Buffer.from(hex.replaceAll(/\s/g, ''), 'hex'));
}

/** Hex text filled with UTF-16 spaces to so many bytes. */
function field(bytes: number, hex: string): string {
  return hex.replaceAll(/\s/g, '').padEnd(bytes * 2, '2000');
}

const SEVENTEEN_AND_X = '3100310030003100300035003100390034003900310032003300310030003000 3200 5800';

/** 张三, female, Han, 1949-12-31, 北京, 11010519491231002X, 公安局, 2010-01-01 to 长期. */
export const RESIDENT_BLOCK = bytesOf(
  [
    field(30, '205F 094E'),
    field(2, '3200'),
    field(4, '3000 3100'),
    field(16, '3100 3900 3400 3900 3100 3200 3300 3100'),
    field(70, '1753 AC4E'),
    field(36, SEVENTEEN_AND_X),
    field(30, '6C51 895B 405C'),
    field(16, '3200 3000 3100 3000 3000 3100 3000 3100'),
    field(16, '7F95 1F67'),
    field(36, ''),
  ].join(''),
);

/** 陈大文, male, 1990-01-02, 深圳, 810000199001020014 (check character by the rule), pass H12345678, issued once. */
export const HK_BLOCK = bytesOf(
  [
    field(30, '4896 2759 8765'),
    field(2, '3100'),
    field(4, ''),
    field(16, '3100 3900 3900 3000 3000 3100 3000 3200'),
    field(70, 'F16D 3357'),
    field(36, '3800 3100 3000 3000 3000 3000 3100 3900 3900 3000 3000 3100 3000 3200 3000 3000 3100 3400'),
    field(30, '6C51 895B 405C'),
    field(16, '3200 3000 3100 3900 3000 3100 3000 3100'),
    field(16, '3200 3000 3200 3400 3000 3100 3000 3100'),
    field(18, '4800 3100 3200 3300 3400 3500 3600 3700 3800'),
    field(4, '3000 3100'),
    field(6, ''),
    field(2, '4A00'),
    field(6, ''),
  ].join(''),
);

/** ANNA BAO, no Chinese name, ABC310023456789, DEU, 1985-07-09, valid to 2027-03-04. */
export const FOREIGNER_2017_BLOCK = bytesOf(
  [
    field(120, '4100 4E00 4E00 4100 2000 4200 4100 4F00'),
    field(2, '3200'),
    field(30, '4100 4200 4300 3300 3100 3000 3000 3200 3300 3400 3500 3600 3700 3800 3900'),
    field(6, '4400 4500 5500'),
    field(30, ''),
    field(16, '3200 3000 3100 3700 3000 3300 3000 3500'),
    field(16, '3200 3000 3200 3700 3000 3300 3000 3400'),
    field(16, '3100 3900 3800 3500 3000 3700 3000 3900'),
    field(4, '3000 3100'),
    field(8, '3100 3500 3000 3000'),
    field(2, '4900'),
    field(6, ''),
  ].join(''),
);

/** No Chinese name; 46 letters of English name over two fields: 35 times A, then 11 times B. Number 9..., FRA. */
export const FOREIGNER_2023_BLOCK = bytesOf(
  [
    field(30, ''),
    field(2, '3100'),
    field(4, '3000 3100'),
    field(16, '3100 3900 3700 3700 3100 3100 3000 3100'),
    '4100'.repeat(35),
    field(36, '3900 3100 3100 3200 3500 3000 3100 3900 3700 3700 3100 3100 3000 3100 3000 3000 3100 3300'),
    field(30, ''),
    field(16, '3200 3000 3200 3300 3100 3200 3000 3100'),
    field(16, '3200 3000 3300 3300 3100 3100 3300 3000'),
    '4200'.repeat(11),
    field(6, '4600 5200 4100'),
    field(2, '5900'),
    field(6, ''),
  ].join(''),
);

/** `text` 256 bytes, photo of all byte values with a preamble inside; 1295 bytes in all, checksum by plain XOR. */
export function goldenReadReply(text: Uint8Array = RESIDENT_BLOCK): Uint8Array {
  const photo = Uint8Array.from({ length: 1024 }, (_, index) => index % 256);
  photo.set(bytesOf('AAAAAA9669'), 300);
  const summed = [...bytesOf('0508 000090 0100 0400'), ...text, ...photo];
  return Uint8Array.from([...bytesOf('AAAAAA9669'), ...summed, summed.reduce((sum, byte) => sum ^ byte, 0)]);
}
