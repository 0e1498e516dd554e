// One clerk's status for the tests: nine wait, A017 first.
import type { ClerkStatus } from '@jiaohao/contracts/views';

const both = (zh: string) => ({ zh, en: zh });

export function sampleStatus(change: Partial<ClerkStatus> = {}): ClerkStatus {
  const ticket = (ticketId: number) => ({
    ticketId,
    ticketNumber: `A0${ticketId}`,
    queueName: both('社会保险'),
    isPriority: false,
    issuedAt: 1_000_000,
  });
  return {
    seq: 60,
    hallName: both('安和市政务服务中心'),
    timeZone: 'Asia/Shanghai',
    isDayOpen: true,
    waiting: 9,
    longestWaitingSinceAt: 1_000_000,
    queues: [],
    nextTickets: [17, 13, 14].map(ticket),
    today: {
      finished: 0,
      servingMsTotal: 0,
      evaluationsRequested: 0,
      evaluationsRecorded: 0,
      pausedMs: 0,
      pausedSinceAt: null,
    },
    devices: [],
    ...change,
  };
}
