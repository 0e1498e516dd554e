// A broken assumption is a bug: it stops what is being done, and nothing of it is written.

export class InvariantBroken extends Error {
  override readonly name = 'InvariantBroken';
}

export function invariant(condition: boolean, what: string): asserts condition {
  if (!condition) throw new InvariantBroken(what);
}

/** The value that must be there. */
export function present<T>(value: T | null | undefined, what: string): T {
  invariant(value !== null && value !== undefined, `${what} is missing`);
  return value;
}
