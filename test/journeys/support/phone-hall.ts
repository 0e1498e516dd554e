// What of a hall with a pad a phone needs: a window of its own, numbers with links, and a page that opens one.
import type { Page } from 'playwright-core';
import type { HallConfigInput } from '@jiaohao/contracts/hall-config';
import type { Screens } from '../chromium.ts';
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
