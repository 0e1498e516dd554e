// From what the reader sees at each poll to one event per card laid (docs/protocols/id-card-reader.md, "Read cycle").
// Pure: debouncing needs no clock.
import type { CardReadTrouble, IdCard, IdCardReaderEvent } from '../contract.ts';

export type Placement =
  | { readonly state: 'empty' }
  /** Its `cardRead` was told; it lies there until a look finds otherwise. `isShaky`: the last look could not read it. */
  | { readonly state: 'laid'; readonly idNumber: string; readonly isShaky: boolean }
  /** Its trouble was told; told again only after the field was seen empty or the trouble is another one. */
  | { readonly state: 'troubled'; readonly trouble: CardReadTrouble };

/** What a look at the field found. */
export type Sighting =
  | { readonly type: 'noCard' }
  | { readonly type: 'card'; readonly card: IdCard }
  | { readonly type: 'trouble'; readonly trouble: CardReadTrouble };

export const EMPTY: Placement = { state: 'empty' };

/** Whether asking for presence is enough: a card that could not be read at the last look has to be found anew. */
export function isKnownToLie(placement: Placement): boolean {
  return placement.state === 'laid' && !placement.isShaky;
}

export function place(before: Placement, seen: Sighting): { placement: Placement; events: IdCardReaderEvent[] } {
  const lifted: IdCardReaderEvent[] = before.state === 'laid' ? [{ type: 'cardLifted' }] : [];
  switch (seen.type) {
    case 'noCard':
      return { placement: EMPTY, events: lifted };
    case 'card': {
      // Found again without having been lifted: a shaky field, or a reader that reports a card it has read.
      const placement: Placement = { state: 'laid', idNumber: seen.card.idNumber, isShaky: false };
      if (before.state === 'laid' && before.idNumber === seen.card.idNumber) return { placement, events: [] };
      return { placement, events: [...lifted, { type: 'cardRead', card: seen.card }] };
    }
    case 'trouble': {
      // A read card that was pushed, and is read again at the next look, must not bring a second ticket.
      if (before.state === 'laid' && !before.isShaky) return { placement: { ...before, isShaky: true }, events: [] };
      const isTold = before.state === 'troubled' && before.trouble === seen.trouble;
      const trouble: IdCardReaderEvent = { type: 'cardTrouble', trouble: seen.trouble };
      return {
        placement: { state: 'troubled', trouble: seen.trouble },
        events: isTold ? [] : [...lifted, trouble],
      };
    }
  }
}
