// Every command and every topic against every kind of asker: the whole table, written down a second time by hand.
import { describe, expect, test } from 'vitest';
import { Command } from '@jiaohao/contracts/commands';
import type { CommandInput, CommandType } from '@jiaohao/contracts/commands';
import { HallConfig } from '@jiaohao/contracts/hall-config';
import type { Principal } from '@jiaohao/contracts/principal';
import { TOPIC_KINDS } from '@jiaohao/contracts/views';
import type { Topic } from '@jiaohao/contracts/views';
import { directoryOf } from './directory.ts';
import { mayCommand, mayWatch } from './permissions.ts';
import { TEST_CONFIG } from './testing/memory-hall.ts';
import { ADMIN, BOARD, CLERK, KIOSK, WINDOW_TERMINAL } from './testing/test-gateway.ts';

const EXAMPLES: Record<CommandType, CommandInput> = {
  configureHall: { type: 'configureHall', config: TEST_CONFIG },
  openDay: { type: 'openDay' },
  closeDay: { type: 'closeDay' },
  signIn: { type: 'signIn', windowId: 'w1', staffNo: '1001' },
  signOut: { type: 'signOut', windowId: 'w1' },
  issueTicket: { type: 'issueTicket', queueId: 'q1' },
  confirmTicketPrinted: { type: 'confirmTicketPrinted', ticketId: 1 },
  failTicketPrinting: { type: 'failTicketPrinting', ticketId: 1, failure: 'unknown', code: 'paperOut' },
  reprintTicket: { type: 'reprintTicket', ticketId: 1 },
  reportDevice: { type: 'reportDevice', device: { kind: 'ticketPrinter', state: 'ready', code: null } },
  callNext: { type: 'callNext', windowId: 'w1' },
  recall: { type: 'recall', windowId: 'w1' },
  startServing: { type: 'startServing', windowId: 'w1' },
  finishServing: { type: 'finishServing', windowId: 'w1' },
  markMissed: { type: 'markMissed', windowId: 'w1' },
  requeueTicket: { type: 'requeueTicket', ticketId: 1 },
  pauseWindow: { type: 'pauseWindow', windowId: 'w1' },
  resumeWindow: { type: 'resumeWindow', windowId: 'w1' },
  requestEvaluation: { type: 'requestEvaluation', windowId: 'w1' },
  recordEvaluation: { type: 'recordEvaluation', ticketId: 1, rating: 5 },
  lapseEvaluation: { type: 'lapseEvaluation', evaluationId: 1 },
  erasePersonalData: { type: 'erasePersonalData', of: { evaluationId: 1 } },
};

/** admin, kiosk, window terminal, display, clerk: `x` may. */
const TABLE: Record<CommandType, string> = {
  configureHall: 'x....',
  openDay: 'x....',
  closeDay: 'x....',
  signIn: 'x...x',
  signOut: 'x...x',
  issueTicket: 'xx...',
  confirmTicketPrinted: 'xx...',
  failTicketPrinting: 'xx...',
  reprintTicket: 'xx...',
  reportDevice: 'xxx..',
  callNext: 'x.x.x',
  recall: 'x.x.x',
  startServing: 'x.x.x',
  finishServing: 'x.x.x',
  markMissed: 'x.x.x',
  requeueTicket: 'x...x',
  pauseWindow: 'x.x.x',
  resumeWindow: 'x.x.x',
  requestEvaluation: 'x.x.x',
  recordEvaluation: 'x.x..',
  lapseEvaluation: 'x.x..',
  erasePersonalData: 'x....',
};

const directory = directoryOf(TEST_CONFIG);
const ASKERS = [ADMIN, KIOSK, WINDOW_TERMINAL, BOARD, CLERK];
const STRANGERS: Principal[] = [
  { kind: 'terminal', terminalId: 'scrapped' },
  { kind: 'display', displayId: 'scrapped' },
  { kind: 'clerk', staffNo: '9999' },
  { kind: 'monitor', monitorId: 'prometheus' },
  { kind: 'applicant', ticketId: 99, queueId: 'elsewhere' },
  { kind: 'hall' },
];

function marks(allowed: readonly boolean[]): string {
  return allowed.map((may) => (may ? 'x' : '.')).join('');
}

test.each(Object.keys(EXAMPLES) as CommandType[])('%s: who may', (type) => {
  const command = Command.parse(EXAMPLES[type]);
  expect(marks(ASKERS.map((who) => mayCommand(who, command, directory)))).toBe(TABLE[type]);
  expect(STRANGERS.some((who) => mayCommand(who, command, directory))).toBe(false);
});

test('a clerk signs in nobody but himself', () => {
  const command = Command.parse({ type: 'signIn', windowId: 'w1', staffNo: '1002' });
  expect(mayCommand(CLERK, command, directory)).toBe(false);
  expect(mayCommand({ kind: 'clerk', staffNo: '1002' }, command, directory)).toBe(true);
});

test('before there is a configuration only the administrator may do anything', () => {
  const nobodyKnown = directoryOf(null);
  for (const input of Object.values(EXAMPLES)) {
    expect(marks(ASKERS.map((who) => mayCommand(who, Command.parse(input), nobodyKnown)))).toBe('x....');
  }
});

test.each([
  ['boardCalls/hall', 'x..x.'],
  ['boardStatus/z1', 'x..x.'],
  ['windowScreenCalls/w1', 'x..x.'],
  ['windowScreenStatus/w1', 'x..x.'],
  ['clerkCalls/w1', 'x...x'],
  ['clerkStatus/w1', 'x.x.x'],
  ['clerkStatus/w2', 'x...x'],
  ['windows/hall', 'x...x'],
  ['kiosk/hall', 'xx...'],
  ['windowTerminal/w1', 'x.x..'],
  ['windowTerminal/w2', 'x....'],
  ['pad/w1', 'x....'],
  ['ticket/7', 'x....'],
  ['queueProgress/q1', 'x....'],
] as const)('%s: who may watch', (topic, allowed) => {
  expect(marks(ASKERS.map((who) => mayWatch(who, topic, directory)))).toBe(allowed);
  expect(STRANGERS.some((who) => mayWatch(who, topic, directory))).toBe(false);
});

test('every kind of topic is in the table above', () => {
  const written = ['boardCalls', 'boardStatus', 'windowScreenCalls', 'windowScreenStatus', 'clerkCalls', 'clerkStatus'];
  expect([...TOPIC_KINDS].sort()).toEqual(
    [...written, 'windows', 'kiosk', 'windowTerminal', 'pad', 'ticket', 'queueProgress'].sort(),
  );
});

describe('the holder of a ticket’s link', () => {
  const applicant: Principal = { kind: 'applicant', ticketId: 7, queueId: 'q1' };

  test('asks for nothing at all', () => {
    const allowed = Object.values(EXAMPLES).filter((input) => mayCommand(applicant, Command.parse(input), directory));
    expect(allowed).toEqual([]);
  });

  test('sees its own ticket and its queue’s progress only', () => {
    const ids = ['7', '8', 'q1', 'q2', 'w1', 'hall', 'z1'];
    const topics = TOPIC_KINDS.flatMap((kind) => ids.map((id): Topic => `${kind}/${id}`));
    expect(topics.filter((topic) => mayWatch(applicant, topic, directory))).toEqual(['ticket/7', 'queueProgress/q1']);
  });
});

describe('a tablet pad', () => {
  const tablets = directoryOf(
    HallConfig.parse({ ...TEST_CONFIG, terminals: [{ terminalId: 'p1', role: 'pad', windowId: 'w1' }] }),
  );
  const pad: Principal = { kind: 'terminal', terminalId: 'p1' };

  test('rates and lapses, and asks for nothing else', () => {
    const allowed = Object.values(EXAMPLES).filter((input) => mayCommand(pad, Command.parse(input), tablets));
    expect(allowed.map(({ type }) => type)).toEqual(['recordEvaluation', 'lapseEvaluation']);
  });

  test('sees its own window’s pad view only', () => {
    const topics = TOPIC_KINDS.flatMap((kind): Topic[] => [`${kind}/w1`, `${kind}/w2`, `${kind}/hall`]);
    expect(topics.filter((topic) => mayWatch(pad, topic, tablets))).toEqual(['pad/w1']);
  });
});

describe('terminals with several windows', () => {
  const lines = directoryOf(
    HallConfig.parse({
      ...TEST_CONFIG,
      terminals: [
        { terminalId: 'p1', role: 'pads', windowIds: ['w1', 'w2'] },
        { terminalId: 'p2', role: 'strip', windowIds: ['w2'] },
      ],
    }),
  );
  const [pads, strip] = ['p1', 'p2'].map((terminalId): Principal => ({ kind: 'terminal', terminalId }));

  test.each(Object.keys(EXAMPLES) as CommandType[])('%s: pads as a window terminal, strips report only', (type) => {
    const command = Command.parse(EXAMPLES[type]);
    const may = [pads, strip].map((who) => who !== undefined && mayCommand(who, command, lines));
    expect(marks(may)).toBe(`${TABLE[type].charAt(2)}${type === 'reportDevice' ? 'x' : '.'}`);
  });

  test.each([
    ['windowTerminal/w1', 'x.'],
    ['windowTerminal/w2', 'x.'],
    ['clerkStatus/w2', 'x.'],
    ['clerkCalls/w2', '..'],
    ['windowScreenCalls/w2', '.x'],
    ['windowScreenCalls/w1', '..'],
    ['windowScreenStatus/w2', '..'],
    ['windows/hall', '.x'],
    ['kiosk/hall', '..'],
  ] as const)('%s', (topic, allowed) => {
    expect(marks([pads, strip].map((who) => who !== undefined && mayWatch(who, topic, lines)))).toBe(allowed);
  });
});
