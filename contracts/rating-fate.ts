// What becomes of a rating that the hall did not take: one answer for every pad, so that none throws away what another keeps.
import type { RefusalCode } from './refusals.ts';
import type { RequestError } from './socket.ts';

/**
 * `again`: the answer says nothing of the rating, it is asked once more; `known`: the hall has a rating of this serving, or had this very
 * one before; `undeliverable`: the hall will never take it.
 */
export type RatingFate = 'again' | 'known' | 'undeliverable';

export function ratingFate(code: RefusalCode | RequestError['code']): RatingFate {
  switch (code) {
    case 'storageFull':
    case 'internalError':
    case 'linkLost':
    case 'hallNotConfigured':
    // The pad was moved, or its window taken out of the configuration for a while.
    case 'notYourWindow':
    // A token that is being renewed.
    case 'unauthorised':
    case 'forbidden':
      return 'again';
    case 'alreadyEvaluated':
    case 'requestIdReused':
      return 'known';
    default:
      return 'undeliverable';
  }
}
