// What the technician or the clerk should know beside the work: keys that are off, the pad, ratings not yet sent.
import type { CallerUpdate } from '../wire/caller.ts';
import { keyTroubles } from './key-words.ts';
import type { CallerTexts } from './language-file.ts';

export function barTroubles(update: CallerUpdate, texts: CallerTexts): string[] {
  const isPadBad = update.pad.state === 'fault';
  return [
    ...(isPadBad ? [texts.pad.fault] : []),
    ...(update.unsentRatings > 0 ? [texts.unsent(update.unsentRatings)] : []),
    ...keyTroubles(update.hotKeys, texts),
  ];
}
