// Which of the machine's displays the terminal shows itself on.

export interface DisplayFacts {
  readonly id: number;
  readonly label: string;
}

export interface ChosenDisplay<D extends DisplayFacts> {
  readonly display: D;
  /** What was wished for is not there: the primary one is taken, and this said. */
  readonly isFallback: boolean;
}

/** `wanted`: position in the list, or part of a label in any case; undefined: the primary. */
export function chooseDisplay<D extends DisplayFacts>(
  displays: readonly D[],
  primary: D,
  wanted: number | string | undefined,
): ChosenDisplay<D> {
  if (wanted === undefined) return { display: primary, isFallback: false };
  const found =
    typeof wanted === 'number'
      ? displays[wanted]
      : displays.find(({ label }) => label.toLowerCase().includes(wanted.toLowerCase()));
  return { display: found ?? primary, isFallback: found === undefined };
}
