// A small hall, a ticket and arbitrary inputs for the tests of the kiosk's pages.
import fc from 'fast-check';
import type { IssuedTicket } from '@jiaohao/contracts/ticket';
import type { KioskView } from '@jiaohao/contracts/views';
import type { KioskUpdate, TakeTicketOutcome } from '../../wire/page.ts';
import type { Input } from '../journey-state.ts';

const VIEW: KioskView = {
  seq: 1,
  hallName: { zh: '大厅', en: 'Hall' },
  timeZone: 'Asia/Shanghai',
  complaintPhone: null,
  isDayOpen: true,
  isTicketing: true,
  hoursToday: [{ opens: '08:30', closes: '12:00' }],
  waiting: 0,
  averageWaitMs: null,
  waitTargetMs: 900_000,
  comprehensiveQueueId: 'general',
  zones: [{ zoneId: 'a', name: { zh: 'A 区', en: 'area A' }, floor: 1 }],
  queues: [
    {
      queueId: 'general',
      name: { zh: '综合', en: 'General' },
      zoneId: 'a',
      idCard: 'optional',
      waiting: 0,
      estimatedWaitMs: null,
    },
    {
      queueId: 'tax',
      name: { zh: '税务', en: 'Tax' },
      zoneId: 'a',
      idCard: 'optional',
      waiting: 0,
      estimatedWaitMs: null,
    },
    {
      queueId: 'estate',
      name: { zh: '不动产', en: 'Estate' },
      zoneId: 'a',
      idCard: 'required',
      waiting: 0,
      estimatedWaitMs: null,
    },
  ],
  serviceItems: [
    { serviceItemId: 'tax', name: { zh: '税务', en: 'Tax' }, queueId: 'tax', icon: 'layers' },
    { serviceItemId: 'estate', name: { zh: '不动产登记', en: 'Real estate' }, queueId: 'estate', icon: 'house' },
  ],
};

export function aView(changes: Partial<KioskView> = {}): KioskView {
  return { ...VIEW, ...changes };
}

export function anUpdate(
  changes: Partial<Omit<KioskUpdate, 'view'>> & { readonly view?: Partial<KioskView> } = {},
): KioskUpdate {
  return {
    terminalId: 'kiosk-1',
    zoneId: 'a',
    hallLink: 'up',
    clockOffsetMs: 0,
    reader: { state: 'ready', code: null },
    scanner: { state: 'absent', code: null },
    takesKeys: false,
    printer: { state: 'ready', code: null },
    ...changes,
    view: aView(changes.view),
  };
}

export function aTicket(changes: Partial<IssuedTicket> = {}): IssuedTicket {
  return {
    ticketId: 7,
    ticketNumber: 'A012',
    queueId: 'general',
    serviceItemId: null,
    zoneId: 'a',
    isPriority: false,
    state: 'waiting',
    issuedAt: 1,
    peopleAhead: 6,
    estimatedWaitMs: 720_000,
    attempt: 1,
    ...changes,
  };
}

const OUTCOMES: readonly TakeTicketOutcome[] = [
  { type: 'printed', ticket: aTicket() },
  { type: 'notPrinted', ticket: aTicket(), printing: 'failed', code: 'paperOut' },
  { type: 'notPrinted', ticket: aTicket(), printing: 'unknown', code: 'portLost' },
  { type: 'refused', refusal: { code: 'idCardRequired', zh: '需要', en: 'needed' } },
  {
    type: 'refused',
    refusal: { code: 'alreadyHolding', zh: '已取', en: 'held', held: { ticketId: 5, ticketNumber: 'A007' } },
  },
  { type: 'cardGone' },
  { type: 'linkLost' },
];

/** Everything that can happen to a page, in any state of it. */
export function anyInput(): fc.Arbitrary<Input> {
  const simple: readonly Input[] = [
    { type: 'oneKey' },
    { type: 'openItems' },
    { type: 'turnPage', pageIndex: 0 },
    { type: 'chooseItem', serviceItemId: 'tax' },
    { type: 'chooseItem', serviceItemId: 'estate' },
    { type: 'withoutCard' },
    { type: 'useCard' },
    { type: 'reprint' },
    { type: 'noPaper' },
    { type: 'tryAgain' },
    { type: 'done' },
    { type: 'home' },
    { type: 'back' },
    { type: 'help' },
    { type: 'goOn' },
    { type: 'swapLanguage' },
    { type: 'swapTypeSize' },
    { type: 'openPad' },
    { type: 'padKey', key: '1' },
    { type: 'padKey', key: 'delete' },
    { type: 'confirmNumber', today: '2026-11-22' },
    { type: 'card', state: 'laid' },
    { type: 'card', state: 'lifted' },
    { type: 'card', state: 'layAgain' },
    { type: 'card', state: 'unsupported' },
    { type: 'terminalLost' },
    { type: 'timeUp' },
    { type: 'takenOver', asked: { type: 'reprint', request: { requestId: 'asked-before', ticketId: 5 } } },
    { type: 'update', update: anUpdate() },
    {
      type: 'update',
      update: anUpdate({ reader: { state: 'fault', code: 'portLost' }, view: { withoutReader: 'numberPad' } }),
    },
    { type: 'update', update: anUpdate({ hallLink: 'down' }) },
    { type: 'update', update: anUpdate({ view: { isTicketing: false } }) },
  ];
  return fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...simple) },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant('answer' as const),
        askId: fc.integer({ min: 1, max: 8 }),
        outcome: fc.constantFrom(...OUTCOMES),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.integer({ min: 1, max: 20 }).map((made) => ({
        type: 'printing' as const,
        printing: { requestId: `request-${made}`, ticket: aTicket() },
      })),
    },
  );
}
