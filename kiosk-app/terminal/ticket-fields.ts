// What a ticket's template may speak of: each field as the text that stands on the paper, empty where there is nothing to say.
import type { IssuedTicket } from '@jiaohao/contracts/ticket';
import { PHONE_LINK_LENGTH_MAX } from '@jiaohao/contracts/ticket-link';
import type { KioskView } from '@jiaohao/contracts/views';
import { HALL_WORDS, TICKET_TEXTS } from './texts.ts';

/** Every field with the widest text that it is laid out for; never a name or a number of a person. */
export const TICKET_FIELDS = {
  hallName: '政'.repeat(30),
  ticketNumber: 'K1-A0123',
  serviceName: '事'.repeat(30),
  queueName: '列'.repeat(30),
  zoneName: '区'.repeat(12),
  floor: '地下 10',
  peopleAhead: '9999',
  waitMinutes: '9999',
  issuedAt: '2026-11-23 10:42',
  channel: TICKET_TEXTS.onSite,
  complaintPhone: '0'.repeat(30),
  /** waiting, called, serving, missed. */
  state: 'waiting',
  /** 1 for the first printing. */
  attempt: '99',
  /** `yes` or empty. */
  isReprint: 'yes',
  isPriority: 'yes',
  /** Nobody is ahead, but no window is free. */
  isNext: 'yes',
  /** Of the applicant's phone page; empty where the hall has none. */
  phoneLink: 'h'.repeat(PHONE_LINK_LENGTH_MAX),
} as const satisfies Record<string, string>;

export type TicketField = keyof typeof TICKET_FIELDS;
export type TicketFields = Readonly<Record<TicketField, string>>;

export function isTicketField(name: string): name is TicketField {
  return Object.hasOwn(TICKET_FIELDS, name);
}

/** `view` names queue, zone and hall; its time zone makes the printed time the hall's. */
export function ticketFields(ticket: IssuedTicket, view: KioskView): TicketFields {
  const queue = view.queues.find(({ queueId }) => queueId === ticket.queueId);
  const item = view.serviceItems.find(({ serviceItemId }) => serviceItemId === ticket.serviceItemId);
  const zone = view.zones.find(({ zoneId }) => zoneId === ticket.zoneId);
  const { estimatedWaitMs, peopleAhead, attempt } = ticket;
  const yes = (holds: boolean): string => (holds ? 'yes' : '');
  return {
    hallName: view.hallName[HALL_WORDS],
    ticketNumber: ticket.ticketNumber,
    serviceName: (item ?? queue)?.name[HALL_WORDS] ?? '',
    queueName: queue?.name[HALL_WORDS] ?? '',
    zoneName: zone?.name[HALL_WORDS] ?? '',
    floor: zone === undefined ? '' : TICKET_TEXTS.floor(zone.floor),
    peopleAhead: String(peopleAhead),
    waitMinutes: estimatedWaitMs === null ? '' : String(Math.max(1, Math.ceil(estimatedWaitMs / 60_000))),
    issuedAt: hallTime(ticket.issuedAt, view.timeZone),
    channel: TICKET_TEXTS.onSite,
    complaintPhone: view.complaintPhone ?? '',
    state: ticket.state,
    attempt: String(attempt),
    isReprint: yes(attempt > 1),
    isPriority: yes(ticket.isPriority),
    isNext: yes(peopleAhead === 0 && estimatedWaitMs !== null),
    phoneLink: ticket.phoneLink ?? '',
  };
}

/** The Swedish locale writes ISO order. */
const timeWriter = (timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });

/** Of the zone written last. Made at the start: the first one takes as long as printing does, and nobody waits for it yet. */
let writer = { timeZone: 'UTC', times: timeWriter('UTC') };
writer.times.format(0);

/** `2026-11-23 10:42` in the hall's time zone. */
function hallTime(at: number, timeZone: string): string {
  if (writer.timeZone !== timeZone) writer = { timeZone, times: timeWriter(timeZone) };
  return writer.times.format(at);
}

const PLACEHOLDER = /\{([^{}]*)\}/g;

/** Names between braces, known or not. */
export function placeholdersOf(text: string): string[] {
  return Array.from(text.matchAll(PLACEHOLDER), (match) => match[1] ?? '');
}

/** The text with its fields in their places. */
export function filled(text: string, fields: TicketFields): string {
  return text.replaceAll(PLACEHOLDER, (_, name: string) => (isTicketField(name) ? fields[name] : ''));
}
