// What went wrong with the card on the reader, as the applicant is told it.
import type { Bilingual } from '@jiaohao/contracts/ids';
import type { Journey } from './journey-state.ts';
import { texts } from './texts.ts';

export function cardTroubleWords(trouble: NonNullable<Journey['cardTrouble']>): Bilingual {
  switch (trouble) {
    case 'layAgain':
      return texts.card.layAgain;
    case 'unsupported':
      return texts.card.unsupported;
    case 'scanAgain':
      return texts.card.scanAgain;
    case 'noDocument':
      return texts.card.noDocument;
    case 'cardGone':
      return texts.card.cardGone;
  }
}
