// Checks of a strip's settings that all models share: each throws RangeError naming the setting and what is expected.

type Options = Readonly<Record<string, unknown>>;

export function wholeNumber(
  options: Options,
  name: string,
  [least, most]: readonly [number, number],
  otherwise: number,
): number {
  const value = options[name] ?? otherwise;
  if (!Number.isInteger(value) || Number(value) < least || Number(value) > most) {
    throw new RangeError(`${name} must be a whole number from ${least} to ${most}`);
  }
  return Number(value);
}

/** The first choice is the default. */
export function oneOf<const T extends string>(options: Options, name: string, choices: readonly [T, ...T[]]): T {
  const value = options[name] ?? choices[0];
  const known = choices.find((choice) => choice === value);
  if (known === undefined) throw new RangeError(`${name} must be one of ${choices.join(', ')}`);
  return known;
}

export function onlyKnown(options: Options, names: readonly string[], what: string): void {
  const stranger = Object.keys(options).find((name) => !names.includes(name));
  if (stranger !== undefined) throw new RangeError(`${stranger} is not a setting of ${what}`);
}
