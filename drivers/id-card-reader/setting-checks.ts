// Reads the options of a reader: each setting of the right kind, no setting that is not known. Pure.

type Options = Readonly<Record<string, unknown>>;

/** Throws RangeError naming the first setting that is none of `known`. */
export function refuseUnknown(options: Options, known: readonly string[], of = 'the reader'): void {
  const unknown = Object.keys(options).find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new RangeError(`"${unknown}" is not a setting of ${of}; known: ${known.join(', ')}`);
  }
}

/** A whole number between the bounds, or `absent` where the setting is missing. Throws RangeError. */
export function wholeNumber<Absent>(
  options: Options,
  name: string,
  [least, most]: readonly [number, number],
  absent: Absent,
): number | Absent {
  const value = options[name];
  if (value === undefined) return absent;
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
  throw new RangeError(`${name} must be a whole number from ${least} to ${most}`);
}

export function text<Absent>(options: Options, name: string, absent: Absent): string | Absent {
  const value = options[name];
  if (value === undefined) return absent;
  if (typeof value === 'string') return value;
  throw new RangeError(`${name} must be a text`);
}

export function oneOf<Choice extends string>(
  options: Options,
  name: string,
  choices: readonly Choice[],
  absent: Choice,
): Choice {
  const value = options[name];
  if (value === undefined) return absent;
  const chosen = choices.find((choice) => choice === value);
  if (chosen === undefined) throw new RangeError(`${name} must be one of ${choices.join(', ')}`);
  return chosen;
}
