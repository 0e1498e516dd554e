// What a role of the core gives its page: the messages both ways, and who answers them.
import type { z } from 'zod';

export interface PageDesk<Heard, Said> {
  /** What a page may send. */
  readonly hears: z.ZodType<Heard>;
  /** What a page may see. */
  readonly says: z.ZodType<Said>;
  /** First messages to a page that is seated. `isSamePage`: it sat here before, its connection made anew. */
  greet(isSamePage: boolean): readonly Said[];
  /** Whatever is told unasked. Returns the function that stops listening. */
  listen(listener: (message: Said) => void): () => void;
  /** Never throws, never rejects. */
  handle(message: Heard, answer: (message: Said) => void): void;
  /** The page went and did not come back. */
  pageLeft(): void;
}
