// Only two kinds of answer end a rating: the hall has one, or never will.
import { expect, it } from 'vitest';
import { ratingFate } from './rating-fate.ts';

it('what says nothing of the rating is asked again, as long as it takes', () => {
  const passing = [
    'storageFull',
    'internalError',
    'hallNotConfigured',
    'notYourWindow',
    'unauthorised',
    'forbidden',
  ] as const;
  expect(passing.map(ratingFate)).toEqual(passing.map(() => 'again'));
});

it('what the hall knows is done; anything else is never thrown away', () => {
  expect([ratingFate('alreadyEvaluated'), ratingFate('requestIdReused')]).toEqual(['known', 'known']);
  const lost = [
    'evaluationExpired',
    'unknownEvaluation',
    'unknownTicket',
    'reasonNotOfRating',
    'invalidField',
  ] as const;
  expect(lost.map(ratingFate)).toEqual(lost.map(() => 'undeliverable'));
});
