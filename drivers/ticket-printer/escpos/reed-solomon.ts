// Error correction of QR symbols: Reed-Solomon over GF(256) with the polynomial x^8 + x^4 + x^3 + x^2 + 1 (ISO/IEC 18004).

const POLYNOMIAL = 0x11d;

const EXP: number[] = [];
const LOG: number[] = [];
for (let power = 0, value = 1; power < 255; power += 1) {
  EXP[power] = value;
  LOG[value] = power;
  value <<= 1;
  if (value > 0xff) value ^= POLYNOMIAL;
}

function multiply(one: number, other: number): number {
  if (one === 0 || other === 0) return 0;
  return EXP[((LOG[one] ?? 0) + (LOG[other] ?? 0)) % 255] ?? 0;
}

/** Coefficients behind the leading 1 of (x - 1)(x - a)...(x - a^(count-1)). */
function generator(count: number): number[] {
  let product = [1];
  for (let root = 0; root < count; root += 1) {
    const factor = EXP[root] ?? 0;
    product = [...product, 0].map((value, place) => value ^ multiply(product[place - 1] ?? 0, factor));
  }
  return product.slice(1);
}

/** `count` error correction codewords of one block. */
export function reedSolomon(block: readonly number[], count: number): number[] {
  const divisor = generator(count);
  let remainder = new Array<number>(count).fill(0);
  for (const codeword of block) {
    const factor = codeword ^ (remainder[0] ?? 0);
    remainder = [...remainder.slice(1), 0].map((value, place) => value ^ multiply(divisor[place] ?? 0, factor));
  }
  return remainder;
}
