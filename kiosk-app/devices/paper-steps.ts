// The steps in which the estimate of the paper left is told: a ticket more or less is no news.

const FAR_STEP_MM = 5_000;
const NEAR_STEP_MM = 1_000;
/** From here on the nearer steps: somebody will have to bring a roll. */
const NEAR_MM = 10_000;

/** Rounded down to whole 5 m, below 10 m to whole metres: a roll of 80 m is told 25 times. Null: not known. */
export function paperStep(leftMm: number | null): number | null {
  if (leftMm === null) return null;
  const step = leftMm >= NEAR_MM ? FAR_STEP_MM : NEAR_STEP_MM;
  return Math.floor(leftMm / step) * step;
}
