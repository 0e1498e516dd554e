// The line of text that makes a module read, from its settings (docs/protocols/id-card-reader.md, "Modules triggered by text").
import { oneOf, text } from '../setting-checks.ts';

export const TRIGGER_SETTINGS = ['trigger', 'terminator', 'encoding'] as const;

/** The one trigger that was seen in working code (docs/protocols/id-card-reader.md, "Modules triggered by text"). */
const DEFAULT_TRIGGER = 'D&C00040101';

/** Throws RangeError for one that is not right. */
export function triggerOf(options: Readonly<Record<string, unknown>>): Uint8Array {
  const encoding = oneOf(options, 'encoding', ['ascii', 'hex'], 'ascii');
  const words = text(options, 'trigger', encoding === 'ascii' ? DEFAULT_TRIGGER : '') + text(options, 'terminator', '');
  const isRight = encoding === 'hex' ? /^(?:[0-9a-f]{2}){1,64}$/i.test(words) : /^[\0-\x7f]{1,64}$/.test(words);
  if (!isRight)
    throw new RangeError('trigger and terminator must be 1 to 64 characters of ASCII, or pairs of hex digits');
  return Uint8Array.from(Buffer.from(words, encoding === 'hex' ? 'hex' : 'latin1'));
}
