// One example of each answer in the API document: invented, and checked against its schema by a test.
import { PRODUCT_VERSION } from '@jiaohao/contracts/product';
import { HallConfig } from '@jiaohao/contracts/hall-config';
import { COMMAND_GUIDES } from './openapi-commands.ts';

const AT = 1_795_323_600_000;
const ADMIN = { kind: 'admin' } as const;
const CALLED = { ticketId: 42, ticketNumber: 'A012', queueId: 'general', callSeq: 57, callCount: 1 };

export const ANSWER_EXAMPLES = {
  CallNextResult: { ticket: CALLED, evaluation: null },
  BoardCallsView: {
    seq: 57,
    calls: [{ callSeq: 57, ticketNumber: 'A012', windowLabel: '1', calledAt: AT, callCount: 1, startedAt: null }],
  },
  TopicsAnswer: { topics: ['boardCalls/hall', 'boardStatus/hall'] },
  ApplicantAnswer: { applicant: { maskedName: '张*' } },
  RevokedAnswer: { revoked: 1 },
  TokenAnswer: { token: 'x8J2m…' },
  HealthzAnswer: { status: 'ok', businessDay: '2026-11-23' },
  EventsAnswer: {
    events: [{ seq: 1, at: AT, who: ADMIN, type: 'WindowPaused', windowId: 'w01', reason: 'meal' }],
    lastSeq: 1,
    hasMore: false,
  },
  EvaluationsAnswer: {
    evaluations: [
      {
        evaluationId: 61,
        ticketId: 42,
        ticketNumber: 'A012',
        windowId: 'w01',
        staffNo: '0316',
        rating: 2,
        reasons: [209],
        recordedAt: AT,
        isSupplement: false,
        isOnBehalf: false,
        comment: '等候时间较长',
      },
    ],
    hasMore: false,
  },
  HallConfig: configExample(),
  UpdateOffer: { offer: null },
  HealthReport: {
    at: AT,
    hall: {
      name: { zh: '安和市政务服务大厅', en: 'Anhe Government Service Hall' },
      timeZone: 'Asia/Shanghai',
      businessDay: '2026-11-23',
    },
    server: {
      version: PRODUCT_VERSION,
      startedAt: AT - 3_600_000,
      isWriting: true,
      clockBehindMs: 0,
      lastSeq: 57,
      lastEventAt: AT,
      lastCommitMs: 2.7,
      memoryBytes: 150_000_000,
    },
    storage: { journalBytes: 33_000_000, freeBytes: 80_000_000_000, totalBytes: 250_000_000_000 },
    pages: [{ page: 'board', build: 'index-BiKRNo_F' }],
    stations: [
      {
        kind: 'board',
        id: 'board-hall',
        zoneName: null,
        windowLabel: null,
        link: {
          connections: 1,
          connectedSinceAt: AT - 3_500_000,
          lastSeenAt: AT - 2_000,
          version: PRODUCT_VERSION,
          build: 'index-BiKRNo_F',
          clockDifferenceMs: 40,
          roundTripMs: 3,
        },
        devices: [],
      },
    ],
    consoles: [],
    strangers: [],
  },
} as const;

function configExample() {
  const { example } = COMMAND_GUIDES.configureHall;
  if (example.type !== 'configureHall') throw new Error('the example of configureHall is another command');
  return HallConfig.parse(example.config);
}
