// Every word that the terminal itself writes, in the two languages of this machine (languages.ts): on paper, on LED strips, on its own pages.
import { FIRST, PAIRS, SECOND } from './languages.ts';
import { inARow } from '@jiaohao/contracts/language-pair';

const { ticket, selfTest, linePage, firstStart } = PAIRS;

/** Names in braces are fields of a ticket (ticket-fields.ts). Labels in both languages, values in the first. */
export const TICKET_TEXTS = {
  number: inARow(ticket.number),
  priority: inARow(ticket.priority),
  reprint: inARow(ticket.reprint),
  waiting: inARow(ticket.waiting),
  waitingValue: ticket.waitingValue.first,
  next: inARow(ticket.next),
  estimate: inARow(ticket.estimate),
  estimateValue: ticket.estimateValue.first,
  free: ticket.free.first,
  called: ticket.called,
  missed: ticket.missed,
  area: inARow(ticket.area),
  areaValue: ticket.areaValue.first,
  floor: FIRST.ticket.floor,
  issued: inARow(ticket.issued),
  channel: inARow(ticket.channel),
  onSite: ticket.onSite.first,
  scan: inARow(ticket.scan),
  noPhone: ticket.noPhone.first,
  validity: ticket.validity,
  complaints: ticket.complaints.first,
} as const;

/** In which language names of the hall's configuration are printed. */
export const HALL_WORDS = FIRST.hallWords;

/** Of the self-test: on its test page, on pads and strips, and while the devices process is gone. */
export const SELF_TEST_TEXTS = {
  title: selfTest.title.first,
  short: selfTest.short.first,
  /** On call pads. */
  ticketNumber: 'A012',
  noTicket: inARow(selfTest.noTicket),
  terminal: inARow(selfTest.terminal),
  time: inARow(selfTest.time),
  /** What a printer's character set must hold. */
  characters: '汉字 叫号取号补打 ABC abc 0123456789',
  rareCharacters: `${inARow(selfTest.rareCharacters)} 䶮 㛃 𠮷`,
  /** Of the wire to the kiosk's pages, which have languages of their own. */
  devicesLost: { zh: '设备程序正在重新启动', en: 'the devices process is being started again' },
} as const;

/** On LED strips: 8 hanzi on 128 dots. One language: there is no room for two. */
export const STRIP_TEXTS = FIRST.strip;

/** The page of a terminal that serves several windows. */
export const LINE_PAGE_TEXTS = linePage;
export const FIRST_START_TEXTS = firstStart;

/** For `lang`. */
export const TAGS = { first: FIRST.tag, second: SECOND.tag } as const;
