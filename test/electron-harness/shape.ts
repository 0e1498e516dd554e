// Holds the fakes to Electron's own types: a method that is renamed, or asks or gives something else, fails `npm run types`.

/** What can be compared as it is; Electron's own objects are fakes here too, and are held to their types where they are made. */
type Plain = string | number | boolean | null | undefined | readonly (string | number)[];

/** The named methods and values of Electron's `T`, with the parameters that Electron gives them. */
export type Shape<T, K extends keyof T> = {
  [P in K]: T[P] extends (...args: infer A) => infer R
    ? (...args: A) => R extends Plain ? R : R extends Promise<void> ? Promise<void> : unknown
    : T[P] extends Plain
      ? T[P]
      : unknown;
};
