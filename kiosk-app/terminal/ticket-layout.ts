// What stands on the paper: the number as large as the paper allows, then where and how long to wait. Never a name or a card number.
import type { Bilingual } from '@jiaohao/contracts/ids';
import type { IssuedTicket } from '@jiaohao/contracts/ticket';
import type { KioskView } from '@jiaohao/contracts/views';
import type { PrintLine } from '../wire/devices.ts';
import { TICKET_TEXTS } from './texts.ts';

/** Columns of 12 dots on 80 mm paper with 576 dots; the driver wraps by the printer's own width. */
const COLUMNS = 48;
const LARGEST = 8;

/** Lines of a ticket. `view` names queue, zone and hall; its time zone makes the printed time the hall's. */
export function ticketLines(ticket: IssuedTicket, view: KioskView): PrintLine[] {
  const queue = view.queues.find(({ queueId }) => queueId === ticket.queueId);
  const item = view.serviceItems.find(({ serviceItemId }) => serviceItemId === ticket.serviceItemId);
  const size = numberSize(ticket.ticketNumber);
  const service = (item ?? queue)?.name.zh;
  return [
    ...(ticket.attempt > 1 ? REPRINT_BOX : []),
    centred(view.hallName.zh, { bold: true }),
    centred(TICKET_TEXTS.number),
    centred(ticket.ticketNumber, { width: size, height: size, bold: true }),
    ...(ticket.isPriority ? [centred(TICKET_TEXTS.priority, { bold: true })] : []),
    ...(service === undefined ? [] : [centred(service, { width: 2, height: 2, bold: true })]),
    { type: 'rule' },
    ...facts(ticket, view),
    { type: 'rule' },
    centred(TICKET_TEXTS.validity),
    centred(TICKET_TEXTS.validityEn),
    ...(view.complaintPhone === null ? [] : [centred(TICKET_TEXTS.complaints(view.complaintPhone))]),
  ];
}

/** The mark of every printing after the first, boxed at the top right. */
const REPRINT_BOX: readonly PrintLine[] = [
  { type: 'text', text: `┏${'━'.repeat(TICKET_TEXTS.reprint.length / 2 + 1)}┓`, align: 'right', bold: true },
  { type: 'text', text: `┃${TICKET_TEXTS.reprint}┃`, align: 'right', bold: true },
  { type: 'text', text: `┗${'━'.repeat(TICKET_TEXTS.reprint.length / 2 + 1)}┛`, align: 'right', bold: true },
];

function facts(ticket: IssuedTicket, view: KioskView): PrintLine[] {
  const zone = view.zones.find(({ zoneId }) => zoneId === ticket.zoneId);
  return [
    ...news(ticket),
    ...(zone === undefined ? [] : [pair(TICKET_TEXTS.area, TICKET_TEXTS.areaValue(zone.floor, zone.name.zh))]),
    { type: 'pair', label: TICKET_TEXTS.issued, value: hallTime(ticket.issuedAt, view.timeZone) },
    { type: 'pair', label: TICKET_TEXTS.channel, value: TICKET_TEXTS.onSite },
  ];
}

/** How long the ticket waits still; of a reprinted one that was called or missed already, that alone. */
function news(ticket: IssuedTicket): PrintLine[] {
  switch (ticket.state) {
    case 'waiting':
      return waitFacts(ticket);
    case 'called':
    case 'serving':
      return sentence(TICKET_TEXTS.called);
    case 'missed':
      return sentence(TICKET_TEXTS.missed);
  }
}

function waitFacts({ estimatedWaitMs, peopleAhead }: IssuedTicket): PrintLine[] {
  const isNext = peopleAhead === 0 && estimatedWaitMs !== null;
  return [
    pair(TICKET_TEXTS.waiting, isNext ? TICKET_TEXTS.next : TICKET_TEXTS.waitingValue(peopleAhead)),
    pair(
      TICKET_TEXTS.estimate,
      estimatedWaitMs === null ? TICKET_TEXTS.free : TICKET_TEXTS.estimateValue(wholeMinutes(estimatedWaitMs)),
    ),
  ];
}

function sentence({ zh, en }: Bilingual): PrintLine[] {
  return [centred(zh, { bold: true }), centred(en)];
}

/** The largest multiple at which the number stays on one line: four characters fill two thirds of the paper. */
function numberSize(ticketNumber: string): number {
  return Math.max(1, Math.min(LARGEST, Math.floor(COLUMNS / Array.from(ticketNumber).length)));
}

function wholeMinutes(ms: number): number {
  return Math.max(1, Math.ceil(ms / 60_000));
}

/** `2026-11-23 10:42` in the hall's time zone. */
function hallTime(at: number, timeZone: string): string {
  // The Swedish locale writes ISO order.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(at);
}

function centred(text: string, style: { width?: number; height?: number; bold?: boolean } = {}): PrintLine {
  return { type: 'text', text, align: 'centre', ...style };
}

function pair(label: string, value: string): PrintLine {
  return { type: 'pair', label, value, bold: true };
}
