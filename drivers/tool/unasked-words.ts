// What a check says of the lines of devices that answer no question, Chinese first.
import type { Words } from '../ticket-printer/texts.ts';

/** Of a device that answers no questions, while it lets go of its line. */
export const UNASKED_WORDS: Words = {
  zh: '端口已打开；这种设备不应答询问',
  en: 'the line is open; such a device answers no questions',
};

/** Of pads, while they let go of their line: no question brings a word out of them. */
export const SPEAKS_UNASKED_WORDS = {
  lines: {
    zh: '端口已打开，检查时没有按键。评价器、呼叫器只在按键时说话：请按一个键，看是否收到',
    en: 'the line is open and no key came meanwhile. Pads speak only when a key is pressed: press one and see whether it arrives',
  },
  types: {
    zh: '设备已打开。它只在按键时说话：请按一个键，看是否收到',
    en: 'the device is open. It speaks only when a key is pressed: press one and see whether it arrives',
  },
  dials: {
    zh: '地址已打开，等评价器自己连过来：登录后状态变为正常',
    en: 'the address is open and waits for the pad to dial: ready once it has logged in',
  },
} as const satisfies Record<string, Words>;
