// What the tool needs of any simulated device: begin, end, and what a hand can do to it, one word a line on standard input.

export interface RunningSimulator {
  start(): void;
  stop(): Promise<void>;
  /** By the first word of a line; the rest of the line are its arguments. Throws RangeError for arguments that mean nothing. */
  readonly hand: Readonly<Record<string, (...words: readonly string[]) => void>>;
}

/** Something happened at the device; one JSON line each. */
export type TellEvent = (event: Readonly<Record<string, unknown>>) => void;
