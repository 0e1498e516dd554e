// Views of a hall for the pictures of boards and window screens: the day of the drawings, and the worst that a hall may configure.
import type { BoardCalls, BoardStatus, WindowScreenCalls, WindowScreenStatus } from '@jiaohao/contracts/views';
import { HALL_TIME } from './hall-stage.ts';

const both = (zh: string, en = zh) => ({ zh, en });
const MINUTE_MS = 60_000;

export type BoardCall = BoardCalls['calls'][number];

/** A call `agoMs` before the hall's time. */
export function call(
  ticketNumber: string,
  windowLabel: string,
  agoMs: number,
  change: Partial<BoardCall> = {},
): BoardCall {
  const calledAt = HALL_TIME - agoMs;
  return {
    callSeq: 1_000_000 - Math.round(agoMs / 100),
    ticketNumber,
    windowLabel,
    calledAt,
    callCount: 1,
    startedAt: null,
    ...change,
  };
}

/** Newest first. */
export const CALLS = [
  call('A012', '12', 20_000),
  call('C108', '5', 30_000),
  call('E033', '21', 40_000),
  call('A011', '3', 50_000),
  call('M007', '8', 60_000),
] as const;

export function boardCalls(seq: number, calls: readonly BoardCall[] = CALLS): BoardCalls {
  return { seq, calls: [...calls] };
}

function queue(zh: string, en: string, waiting: number, minutes: number | null) {
  return {
    queueId: `${zh}${waiting}`,
    name: both(zh, en),
    waiting,
    estimatedWaitMs: minutes === null ? null : minutes * MINUTE_MS,
  };
}

export function boardStatus(change: Partial<BoardStatus> = {}): BoardStatus {
  return {
    seq: 1,
    hallName: both('安和市政务服务大厅', 'Anhe Government Service Hall'),
    zoneName: both('一楼 A 区', 'Floor 1, Area A'),
    timeZone: 'Asia/Shanghai',
    isDayOpen: true,
    isTicketing: true,
    queues: [
      queue('社会保险', 'Social insurance', 9, 12),
      queue('医疗保障', 'Medical insurance', 4, 6),
      queue('不动产登记', 'Real estate', 11, 24),
      queue('企业开办', 'Starting a business', 2, 5),
      queue('住房公积金', 'Housing fund', 0, null),
      queue('户籍证件', 'Household & ID', 6, 9),
      queue('税务', 'Tax', 14, 18),
    ],
    ...change,
  };
}

const LONG_NAME = '不动产抵押权首次登记（含预告登记）';
export const SIXTY =
  '安和市经济技术开发区不动产抵押权首次登记与预告登记及查封登记转移登记更正登记异议登记综合受理专窗（含委托代办、上门服务预约）号';

/** The longest names, highest counts and widest numbers that a hall may have. */
export const WORST_STATUS = boardStatus({
  hallName: both(
    '安和市经济技术开发区政务服务中心（南区）',
    'Anhe Economic and Technological Development Zone Government Service Centre (South)',
  ),
  zoneName: both('一楼不动产与企业综合受理区', 'Floor 1, real estate and business area'),
  queues: [
    queue(LONG_NAME, 'First registration of a real-estate mortgage (with advance notice)', 999, 120),
    queue('住房公积金提取与贷款', 'Housing fund withdrawals and loans', 888, 999),
    queue('社会保险', 'Social insurance', 100, 60),
    queue('医疗保障', 'Medical insurance', 0, null),
    queue(
      SIXTY.slice(0, 59),
      'A name of a queue that says everything that this queue is for, and then what it is not for',
      999,
      120,
    ),
    queue('税务', 'Tax', 14, 18),
    queue('企业开办变更注销全流程一次办', 'Starting, changing and closing a business at once', 77, 33),
    queue('户籍证件', 'Household & ID', 6, 9),
    queue('出入境', 'Exit and entry', 3, 4),
  ],
});

export const WORST_CALLS = [
  call('W9999', '105', 20_000),
  call('K1-W9999', 'A105', 30_000),
  call('MW108', 'W105', 40_000),
  call('W8888', '999', 50_000),
  call('M0070000', 'WWWW', 60_000),
] as const;

export function windowCalls(seq: number, change: Partial<WindowScreenCalls> = {}): WindowScreenCalls {
  return { seq, phase: 'free', ticketNumber: null, callSeq: null, calledAt: null, callCount: 0, ...change };
}

export function windowCalled(seq: number, ticketNumber: string, agoMs: number, callCount = 1): WindowScreenCalls {
  return windowCalls(seq, {
    phase: 'called',
    ticketNumber,
    callSeq: 900 + callCount,
    calledAt: HALL_TIME - agoMs,
    callCount,
  });
}

export function windowStatus(change: Partial<WindowScreenStatus> = {}): WindowScreenStatus {
  return {
    seq: 1,
    windowLabel: '5',
    hallName: both('安和市政务服务大厅', 'Anhe Government Service Hall'),
    timeZone: 'Asia/Shanghai',
    services: [both('社会保险', 'Social insurance'), both('医疗保障', 'Medical insurance')],
    staffNo: '0316',
    getReady: ['A015', 'A018'],
    ...change,
  };
}

export const WORST_WINDOW = windowStatus({
  windowLabel: 'W105',
  services: [LONG_NAME, '住房公积金提取与贷款', '企业开办', '税务', '户籍证件', '出入境', '社会保险', '医疗保障'].map(
    (name) => both(name),
  ),
  staffNo: '0316031603160316',
  getReady: ['W9999', 'K1-W9999'],
});
