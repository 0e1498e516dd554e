// What every LED strip offers: it is told what to show, and shows it as soon and as long as it has power and a line.
import type { DeviceStatus } from '../device-status.ts';

export type StripColour = 'red' | 'green' | 'yellow';

export interface StripContent {
  /**
   * The same message from its best wording to its shortest, each a list of pages. The first of which every page fits is
   * shown; where none fits, the last is broken at the strip's edge. Pages change by themselves.
   */
  readonly wordings: readonly (readonly string[])[];
  /** Ignored by strips of one colour. */
  readonly colour: StripColour;
}

export interface LedStrip {
  readonly status: DeviceStatus;
  /**
   * The pages that the strip has taken since it was last out of reach, as they stand there: what its font lacks is replaced. Null
   * before. Where a strip never answers: what was sent.
   */
  readonly shown: readonly string[] | null;
  start(): void;
  /** The strip keeps what it shows. */
  stop(): Promise<void>;
  /** Replaces what was to be shown, at once where the strip is there; else with its next sign of life. */
  show(content: StripContent): void;
  /** Every change of status. Returns the function that stops listening. */
  onStatus(listener: (status: DeviceStatus) => void): () => void;
}
