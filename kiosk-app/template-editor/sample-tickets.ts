// Tickets as they come in a hall, for the preview: every state in which a template must look right.
import type { IssuedTicket } from '@jiaohao/contracts/ticket';
import { phoneLink } from '@jiaohao/contracts/ticket-link';
import type { KioskView } from '@jiaohao/contracts/views';
import { SAMPLE_TEXTS } from './texts.ts';

export type SampleName = keyof typeof SAMPLE_TEXTS;

export interface Sample {
  readonly ticket: IssuedTicket;
  readonly view: KioskView;
}

const TICKET: IssuedTicket = {
  ticketId: 1,
  ticketNumber: 'A012',
  queueId: 'queue',
  serviceItemId: 'item',
  zoneId: 'zone',
  isPriority: false,
  state: 'waiting',
  issuedAt: Date.UTC(2026, 0, 5, 1, 30),
  peopleAhead: 6,
  estimatedWaitMs: 720_000,
  attempt: 1,
};

const CHANGES: Readonly<Record<SampleName, Partial<IssuedTicket>>> = {
  first: {},
  priority: { isPriority: true, ticketNumber: 'K1-A0123', serviceItemId: 'long', peopleAhead: 128 },
  free: { peopleAhead: 0, estimatedWaitMs: null },
  next: { peopleAhead: 0 },
  phone: { phoneLink: phoneLink('http://192.168.10.5:8080', `1.${'A0'.repeat(11)}`) },
  reprint: { attempt: 2 },
  called: { attempt: 2, state: 'called' },
  missed: { attempt: 2, state: 'missed' },
};

const VIEW: KioskView = {
  ...{ seq: 1, timeZone: 'Asia/Shanghai', complaintPhone: '0000-12345', isDayOpen: true, isTicketing: true },
  hallName: { zh: '某某市政务服务大厅', en: 'Government Service Hall' },
  ...{ hoursToday: [], waiting: 6, averageWaitMs: null, waitTargetMs: 900_000, comprehensiveQueueId: null },
  zones: [{ zoneId: 'zone', name: { zh: 'A 区', en: 'Zone A' }, floor: 1 }],
  queues: [
    {
      ...{ queueId: 'queue', name: { zh: '社会保险', en: 'Social insurance' }, zoneId: 'zone' },
      ...{ idCard: 'optional', waiting: 6, estimatedWaitMs: 720_000 },
    },
  ],
  serviceItems: [
    { serviceItemId: 'item', name: { zh: '社会保险', en: 'Social insurance' }, queueId: 'queue', icon: 'layers' },
    {
      ...{ serviceItemId: 'long', queueId: 'queue', icon: 'layers' },
      name: { zh: '城乡居民基本养老保险关系转移接续申请', en: 'Transfer of pension insurance' },
    },
  ],
};

export function isSampleName(name: string): name is SampleName {
  return Object.hasOwn(SAMPLE_TEXTS, name);
}

export function sampleOf(name: SampleName): Sample {
  return { ticket: { ...TICKET, ...CHANGES[name] }, view: VIEW };
}
