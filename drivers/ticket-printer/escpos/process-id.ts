// The four characters that let one ticket's completion be told from any other's.

/** 95 printable values (20 to 7E) in each of four places. */
export const PROCESS_ID_COUNT = 95 ** 4;

const FIRST_CHARACTER = 0x20;

/** d1..d4 of `GS ( H` function 48 for the n-th job; counts round after 95^4. */
export function processIdBytes(counter: number): readonly [number, number, number, number] {
  const value = ((counter % PROCESS_ID_COUNT) + PROCESS_ID_COUNT) % PROCESS_ID_COUNT;
  const digit = (place: number): number => FIRST_CHARACTER + (Math.floor(value / 95 ** place) % 95);
  return [digit(3), digit(2), digit(1), digit(0)];
}
