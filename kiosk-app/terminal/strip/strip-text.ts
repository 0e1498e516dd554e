// What an LED strip says about its window, in every length: screens of the hall say it in the same words.
import type { WindowScreenCalls } from '@jiaohao/contracts/views';
import { STRIP_TEXTS } from '../texts.ts';
import type { StripContent } from '../../wire/devices.ts';

/** Best wording first; the strip takes the first that it has room for, pages of 3 s where none fits whole. */
export function stripContent(label: string, calls: WindowScreenCalls): StripContent {
  return { wordings: wordingsOf(label, calls), colour: calls.phase === 'called' ? 'red' : 'green' };
}

/** What is known without the hall: no number, which may be another by now. */
export function staleContent(label: string): StripContent {
  return { wordings: [[STRIP_TEXTS.window(label)]], colour: 'green' };
}

function wordingsOf(label: string, { phase, ticketNumber }: WindowScreenCalls): string[][] {
  const { window, come, comeShort, please, to, serving, free, paused, closed } = STRIP_TEXTS;
  switch (phase) {
    case 'called': {
      const number = ticketNumber ?? '';
      return [[come(number, label)], [comeShort(number, label)], [please(number), to(label)], [number, window(label)]];
    }
    case 'serving': {
      const number = ticketNumber ?? '';
      return [[`${number} ${serving}`], [number, serving]];
    }
    case 'free':
      return [[`${window(label)} ${free}`], [window(label), free]];
    case 'paused':
      return [[paused]];
    case 'closed':
      return [[closed]];
  }
}
