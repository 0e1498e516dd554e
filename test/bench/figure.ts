// How a figure is measured: ours and its reference in turns, medians of the rounds, again when the reference itself was unsteady.

export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly reference: number;
  /** Turned so that smaller is better and `limit` is the most it may be. */
  readonly ratio: number;
  readonly limit: number;
  /** The reference's middle half spread over more than 30 % of its median, in every attempt. */
  readonly noisy: boolean;
}

export interface Wanted {
  readonly name: string;
  readonly unit: string;
  readonly limit: number;
  /** `rate`: more is better, the ratio is reference over value. */
  readonly kind: 'time' | 'rate';
}

/** At least this many pairs, after one that warms both up and is not counted. */
export const PAIRS = 7;
const ATTEMPTS_MAX = 3;
const SPREAD_MAX = 0.3;

/** One round gives a value for each wanted figure, in their order. */
export type Round = () => Promise<readonly number[]>;

export async function measure(wanted: readonly Wanted[], ours: Round, reference: Round): Promise<Figure[]> {
  let best: Figure[] = [];
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
    const [own, bare] = await rounds(ours, reference);
    best = wanted.map((each, at) => figureOf(each, column(own, at), column(bare, at)));
    if (best.every(({ noisy }) => !noisy)) break;
  }
  return best;
}

async function rounds(ours: Round, reference: Round): Promise<[(readonly number[])[], (readonly number[])[]]> {
  const own: (readonly number[])[] = [];
  const bare: (readonly number[])[] = [];
  for (let pair = 0; pair <= PAIRS; pair++) {
    // Which of the two goes first changes, so that neither always follows the other.
    if (pair % 2 === 0) bare.push(await reference());
    own.push(await ours());
    if (pair % 2 === 1) bare.push(await reference());
  }
  return [own.slice(1), bare.slice(1)];
}

export function figureOf(wanted: Wanted, own: readonly number[], bare: readonly number[]): Figure {
  const { name, unit, limit, kind } = wanted;
  const [value, reference] = [quantile(own, 0.5), quantile(bare, 0.5)];
  const ratio = kind === 'rate' ? reference / value : value / reference;
  const noisy = (quantile(bare, 0.75) - quantile(bare, 0.25)) / reference > SPREAD_MAX;
  return { name, value: rounded(value), unit, reference: rounded(reference), ratio: rounded(ratio), limit, noisy };
}

function column(rows: readonly (readonly number[])[], at: number): number[] {
  return rows.map((row) => row[at] ?? NaN);
}

/** Interpolated between neighbours; NaN of nothing. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [low = NaN, high = NaN] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return low + (high - low) * (place - Math.floor(place));
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
