// The hall of the kiosk's pictures, and the worst that halls bring: forty services, the longest names, three digits everywhere.
import type { IssuedTicket } from '@jiaohao/contracts/ticket';
import { phoneLink } from '@jiaohao/contracts/ticket-link';
import type { KioskView } from '@jiaohao/contracts/views';
import type { KioskUpdate } from '../../../kiosk-app/wire/page.ts';

type Item = readonly [id: string, zh: string, en: string, icon: string, waiting: number, minutes: number | null];

const ITEMS: readonly Item[] = [
  ['social', '社会保险', 'Social insurance', 'shield-check', 9, 12],
  ['medical', '医疗保障', 'Medical insurance', 'heart-pulse', 4, 6],
  ['estate', '不动产登记', 'Real estate', 'house', 11, 24],
  ['company', '企业开办', 'Start a business', 'store', 2, 5],
  ['fund', '住房公积金', 'Housing fund', 'piggy-bank', 0, null],
  ['household', '户籍与身份证', 'Household & ID', 'users', 6, 9],
  ['tax', '税务', 'Tax', 'receipt-text', 14, 18],
  ['other', '其他业务', 'Anything else · Not sure', 'layers', 3, 5],
];

const MINUTE_MS = 60_000;

export function pictureView(): KioskView {
  return {
    seq: 1,
    hallName: { zh: '安和市政务服务大厅', en: 'Anhe Government Service Hall' },
    timeZone: 'Asia/Shanghai',
    complaintPhone: null,
    isDayOpen: true,
    isTicketing: true,
    hoursToday: [
      { opens: '08:30', closes: '12:00' },
      { opens: '13:30', closes: '17:00' },
    ],
    waiting: 23,
    averageWaitMs: 8 * MINUTE_MS,
    waitTargetMs: 20 * MINUTE_MS,
    comprehensiveQueueId: 'general',
    zones: [{ zoneId: 'a', name: { zh: 'A 区', en: 'area A' }, floor: 1 }],
    queues: [
      ...ITEMS.map(([queueId, zh, en, , waiting, minutes]) => ({
        queueId,
        name: { zh, en },
        zoneId: 'a',
        idCard: queueId === 'estate' ? ('required' as const) : ('optional' as const),
        waiting,
        estimatedWaitMs: minutes === null ? null : minutes * MINUTE_MS,
      })),
      {
        queueId: 'general',
        name: { zh: '综合业务', en: 'General business' },
        zoneId: 'a',
        idCard: 'optional',
        waiting: 3,
        estimatedWaitMs: 5 * MINUTE_MS,
      },
    ],
    serviceItems: ITEMS.map(([serviceItemId, zh, en, icon]) => ({
      serviceItemId,
      name: { zh, en },
      queueId: serviceItemId,
      icon,
    })),
  };
}

const LONG_ZH = '不动产抵押权首次登记（含预告登记）';
const LONG_EN = 'First registration of a mortgage on real estate (with advance notice)';
/** As long as a name may be: 60 hanzi, 120 letters. */
const LONGEST_ZH = Array.from(
  `${LONG_ZH}、建设用地使用权及房屋所有权转移登记与国有土地上房屋征收补偿安置协议备案事项受理`,
)
  .slice(0, 60)
  .join('');
const LONGEST_EN = `${LONG_EN} and transfer of building land and houses with filings`.padEnd(120, 'x').slice(0, 120);
const LONGEST = { zh: LONGEST_ZH.padEnd(60, '项'), en: LONGEST_EN.replace(/x+$/, '') };

export const WORST_HALL_NAME = {
  zh: '安和市经济技术开发区政务服务中心（南区）',
  en: 'Government Service Centre of the Anhe Economic and Technological Development Area (South)',
};

/** Forty items; on the first page a long name, the longest, and short ones; three digits wherever a count stands. */
export function worstView(): KioskView {
  const view = pictureView();
  const names = [{ zh: LONG_ZH, en: LONG_EN }, LONGEST];
  return {
    ...view,
    hallName: WORST_HALL_NAME,
    waiting: 999,
    averageWaitMs: 120 * MINUTE_MS,
    zones: [
      {
        zoneId: 'a',
        name: { zh: '不动产与税务联合办理等候区', en: 'joint waiting area for real estate and tax' },
        floor: -1,
      },
    ],
    queues: view.queues.map((queue) => ({ ...queue, waiting: 999, estimatedWaitMs: 120 * MINUTE_MS })),
    serviceItems: Array.from({ length: 40 }, (_, index) => {
      const item = view.serviceItems[index % view.serviceItems.length];
      if (item === undefined) throw new Error('no items');
      return { ...item, serviceItemId: `item-${index}`, name: names[index] ?? item.name };
    }),
  };
}

export function kioskUpdate(changes: Partial<KioskUpdate> = {}): KioskUpdate {
  return {
    terminalId: 'kiosk-1',
    zoneId: 'a',
    hallLink: 'up',
    clockOffsetMs: 0,
    view: pictureView(),
    reader: { state: 'ready', code: null },
    scanner: { state: 'absent', code: null },
    takesKeys: false,
    printer: { state: 'ready', code: null },
    ...changes,
  };
}

/** As long as they usually are. */
export const PHONE_LINK = 'http://192.168.10.5:8080/phone/#7.AbCdEfGhIjKlMnOpQrStUv';

export function pictureTicket(changes: Partial<IssuedTicket> = {}): IssuedTicket {
  return {
    ticketId: 7,
    ticketNumber: 'A012',
    queueId: 'social',
    serviceItemId: 'social',
    zoneId: 'a',
    isPriority: false,
    state: 'waiting',
    issuedAt: 1,
    peopleAhead: 6,
    estimatedWaitMs: 12 * MINUTE_MS,
    attempt: 1,
    ...changes,
  };
}

/** The widest number, most people, longest wait, with a mark. */
export function worstTicket(): IssuedTicket {
  return pictureTicket({
    ticketNumber: 'W9999',
    serviceItemId: 'item-1',
    isPriority: true,
    peopleAhead: 999,
    estimatedWaitMs: 120 * MINUTE_MS,
    phoneLink: phoneLink(`http://${'hall.'.repeat(14)}cn`.padEnd(80, '0'), 'a0123456789.AbCdEfGhIjKlMnOpQrStUv'),
  });
}
