// Every word of the first-start page that is not the form's own, in both languages of this machine.
import { inARow } from '@jiaohao/look/language-pair';
import { textsFor } from '../texts.ts';

const { setUp, tag } = textsFor(location.search);

export const SET_UP_TEXTS = {
  window: setUp.window.first,
  lang: tag.first,
  keys: inARow(setUp.keys),
  shift: inARow(setUp.shift),
  erase: inARow(setUp.erase),
  next: inARow(setUp.next),
  close: inARow(setUp.close),
  checking: inARow(setUp.checking),
  failed: inARow(setUp.failed),
} as const;
