// The ticket as it is printed where nobody edited it: the number as large as the paper allows, then where and how long to wait.
import { columnsOf } from './paper-columns.ts';
import { TICKET_TEXTS } from './texts.ts';
import type { TicketBlock, TicketTemplate } from './ticket-template.ts';

const WAITING = { field: 'state', is: ['waiting'] } satisfies NonNullable<TicketBlock['when']>[number];
const IS_CALLED = [{ field: 'state', is: ['called', 'serving'] }] satisfies TicketBlock['when'];
const IS_MISSED = [{ field: 'state', is: ['missed'] }] satisfies TicketBlock['when'];
/** Who was missed goes to the desk: no place to wait stands beside that. */
const IS_NOT_MISSED = { field: 'state', is: ['waiting', 'called', 'serving'] } satisfies NonNullable<
  TicketBlock['when']
>[number];
/** Only in a hall whose phone page can be reached. */
const HAS_LINK = [{ field: 'phoneLink' }] satisfies TicketBlock['when'];
const IS_REPRINT = [{ field: 'isReprint' }] satisfies TicketBlock['when'];

function centred(text: string, more: Partial<TicketBlock & { type: 'text' }> = {}): TicketBlock {
  return { type: 'text', text, align: 'centre', ...more };
}

/** The mark of every printing after the first, boxed at the top right. */
function boxed(text: string): TicketBlock {
  return { type: 'text', text, align: 'right', bold: true, when: IS_REPRINT };
}

function pair(label: string, value: string, when: TicketBlock['when'] = []): TicketBlock {
  return { type: 'pair', label, value, bold: true, ...(when.length > 0 ? { when } : {}) };
}

/** Filled to whole hanzi, of which the edges are made. */
const REPRINT = TICKET_TEXTS.reprint + ' '.repeat(columnsOf(TICKET_TEXTS.reprint) % 2);
const BOX_EDGE = '━'.repeat(columnsOf(REPRINT) / 2);

export const DEFAULT_TICKET_TEMPLATE: TicketTemplate = {
  blocks: [
    boxed(`┏${BOX_EDGE}┓`),
    boxed(`┃${REPRINT}┃`),
    boxed(`┗${BOX_EDGE}┛`),
    centred('{hallName}', { bold: true }),
    centred(TICKET_TEXTS.number),
    centred('{ticketNumber}', { fit: true, bold: true }),
    centred(TICKET_TEXTS.priority, { bold: true, when: [{ field: 'isPriority' }] }),
    centred('{serviceName}', { width: 2, height: 2, bold: true, when: [{ field: 'serviceName' }] }),
    { type: 'rule' },
    pair(TICKET_TEXTS.waiting, TICKET_TEXTS.next, [WAITING, { field: 'isNext' }]),
    pair(TICKET_TEXTS.waiting, TICKET_TEXTS.waitingValue, [WAITING, { field: 'isNext', isEmpty: true }]),
    pair(TICKET_TEXTS.estimate, TICKET_TEXTS.free, [WAITING, { field: 'waitMinutes', isEmpty: true }]),
    pair(TICKET_TEXTS.estimate, TICKET_TEXTS.estimateValue, [WAITING, { field: 'waitMinutes' }]),
    centred(TICKET_TEXTS.called.first, { bold: true, when: IS_CALLED }),
    centred(TICKET_TEXTS.called.second, { when: IS_CALLED }),
    centred(TICKET_TEXTS.missed.first, { bold: true, when: IS_MISSED }),
    centred(TICKET_TEXTS.missed.second, { when: IS_MISSED }),
    pair(TICKET_TEXTS.area, TICKET_TEXTS.areaValue, [{ field: 'zoneName' }, IS_NOT_MISSED]),
    pair(TICKET_TEXTS.issued, '{issuedAt}'),
    pair(TICKET_TEXTS.channel, '{channel}'),
    { type: 'rule' },
    { type: 'qr', data: '{phoneLink}', align: 'centre', when: HAS_LINK },
    centred(TICKET_TEXTS.scan, { when: HAS_LINK }),
    centred(TICKET_TEXTS.noPhone, { when: HAS_LINK }),
    { type: 'rule', when: HAS_LINK },
    centred(TICKET_TEXTS.validity.first),
    centred(TICKET_TEXTS.validity.second),
    centred(TICKET_TEXTS.complaints, { when: [{ field: 'complaintPhone' }] }),
  ],
};
