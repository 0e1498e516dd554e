// What the applicant is told about a printer fault: its cause where it is known, and 已通知工作人员 only where that is true.
import type { Bilingual } from '@jiaohao/contracts/ids';
import { fill, texts } from './texts.ts';

function knownCause(code: string | null): Bilingual | null {
  switch (code) {
    case 'paperOut':
      return texts.printer.paperOut;
    case 'coverOpen':
      return texts.printer.coverOpen;
    case 'cutterError':
      return texts.printer.cutterError;
    case 'portLost':
    case 'portUnavailable':
    case 'noReply':
    case 'offline':
      return texts.printer.lost;
    case 'deviceFault':
    case 'unrecoverable':
      return texts.printer.fault;
    default:
      return null;
  }
}

/** `code`: a driver's code. The terminal reports known faults to the hall, so staff know of them while the link is up. */
export function printerTrouble(code: string | null, isLinkUp: boolean): Bilingual {
  const cause = knownCause(code);
  const sentence = cause !== null && isLinkUp ? texts.printer.told : texts.printer.tellStaff;
  return fill(sentence, { trouble: cause ?? texts.printer.fault });
}

/** On the start page, before anybody takes a number. */
export function numberOnScreenOnly(code: string | null): Bilingual {
  return fill(texts.start.onScreenOnly, { trouble: knownCause(code) ?? texts.printer.fault });
}
