// What of a hall with a pad a phone needs: a window of its own, numbers with links, and a page that opens one.
import type { Page } from 'playwright-core';
import type { HallConfigInput } from '@jiaohao/contracts/hall-config';
import type { QueueProgress, TicketView } from '@jiaohao/contracts/views';
import type { Screens } from '../chromium.ts';
import { HALL_TIME } from './hall-stage.ts';
import type { PadHall } from './pad-hall.ts';

const both = (zh: string, en: string) => ({ zh, en });

export const PHONE_SIZE = { width: 390, height: 844 };
export const SMALL_PHONE = { width: 320, height: 568 };

/** Besides what the pad needs: window 12 calls from a queue of its own. */
export const WITH_PHONES: Pick<HallConfigInput, 'hall' | 'queues' | 'windows' | 'staff'> = {
  hall: {
    hallId: 'anhe',
    name: both('安和市政务服务大厅', 'Anhe Government Service Hall'),
    phoneAddress: 'http://192.168.10.5:8080',
  },
  queues: [
    { queueId: 'social', name: both('社会保险', 'Social insurance'), prefix: 'A', zoneId: 'a' },
    { queueId: 'medical', name: both('医疗保障', 'Medical insurance'), prefix: 'M', zoneId: 'a' },
  ],
  windows: [
    { windowId: 'w5', label: '5', zoneId: 'a', queueIds: ['social'] },
    { windowId: 'w12', label: '12', zoneId: 'a', queueIds: ['medical'] },
  ],
  staff: [
    { staffNo: '0316', name: '李文静' },
    { staffNo: '0317', name: '王强' },
  ],
};

/** A number of window 12's queue: its id, and what stands behind the `#` of its link. */
export async function issueWithLink(hall: PadHall): Promise<{ ticketId: number; fragment: string }> {
  const { body } = await hall.program.command({ type: 'issueTicket', queueId: 'medical' });
  const { ticket } = body as { ticket: { ticketId: number; phoneLink: string } };
  return { ticketId: ticket.ticketId, fragment: new URL(ticket.phoneLink).hash };
}

const PLACE = { floor: 1, zoneName: both('A 区', 'Area A') };
/** Shaped like a link's: a stage in the hall's place asks no more of it. */
export const STAGE_LINK = `#7.${'a'.repeat(22)}`;

/** Ticket 7 with a long service name. */
export function ticketView(change: Partial<TicketView> = {}): TicketView {
  return {
    seq: 1,
    hallName: both('安和市政务服务大厅', 'Anhe Government Service Hall'),
    timeZone: 'Asia/Shanghai',
    ticketId: 7,
    ticketNumber: 'W9999',
    queueId: 'social',
    serviceName: both('不动产抵押权首次登记（含预告登记）', 'First registration of a real-estate mortgage'),
    state: 'waiting',
    waitingPlace: PLACE,
    call: null,
    ...change,
  };
}

/** Called once more, to a window whose name is long. */
export const RECALLED: NonNullable<TicketView['call']> = {
  callSeq: 1,
  calledAt: HALL_TIME,
  callCount: 2,
  windowLabel: '105',
  place: PLACE,
};

/** The queue of ticket 7, with so many before it. */
export function progressView(seq: number, before: number): QueueProgress {
  return {
    seq,
    ordinary: [...Array.from({ length: before }, (_, place) => 100 + place), 7],
    priority: [],
    ordinaryWaiting: before + 1,
    priorityWaiting: 0,
    priorityInRowMax: 3,
    servingMs: 600_000,
    windows: 2,
    isWindowFree: false,
  };
}

declare global {
  interface Window {
    shaken?: unknown[];
  }
}

/** What the phone was asked to shake is kept on the page; its clock is the test's. */
export function openPhone(screens: Screens, address: string, size = PHONE_SIZE): Promise<Page> {
  return screens.open(address, size, async (page) => {
    await page.clock.install();
    await page.addInitScript(() => {
      window.shaken = [];
      navigator.vibrate = (pattern) => {
        window.shaken?.push(pattern);
        return true;
      };
    });
  });
}
