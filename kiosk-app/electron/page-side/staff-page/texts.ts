// Every word of the staff page, in both languages of this machine.
import { inARow } from '@jiaohao/look/language-pair';
import { textsFor } from '../texts.ts';

const { staff, tag } = textsFor(location.search);

export const STAFF_TEXTS = {
  window: staff.window.first,
  lang: tag.first,
  title: inARow(staff.title),
  erase: inARow(staff.erase),
  stay: inARow(staff.stay),
  leave: inARow(staff.leave),
  selfTest: inARow(staff.selfTest),
  wrongPin: inARow(staff.wrongPin),
  blocked: (seconds: number): string => inARow(staff.blocked(seconds)),
  noPin: inARow(staff.noPin),
  sandboxOff: inARow(staff.sandboxOff),
  failed: inARow(staff.failed),
} as const;
