// A passport is as good as an ID card: one open number a person and queue, priority by birth, and nothing of it in any file. A typed number is less.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Command, type CommandInput } from '@jiaohao/contracts/commands';
import type { HallEvent } from '@jiaohao/contracts/events';
import { Journal } from './journal/event-journal.ts';
import { openHall, type OpenedHall } from './open-hall.ts';
import { ADMIN, MONDAY_AT, smallHall } from './testing/testing-hall.ts';

/** The specimen of ICAO Doc 9303. */
const PASSPORT = {
  kind: 'passport',
  issuer: 'UTO',
  number: 'L898902C3',
  name: 'ERIKSSON ANNA MARIA',
  birth: '1974-08-12',
} as const;

/** Would be 77 today. The example of GB 11643-1999, annex A. */
const TYPED = '11010519491231002X';

let folder: string;
let hall: OpenedHall;
let requests = 0;

const failed = (error: unknown): never => {
  throw error instanceof Error ? error : new Error(String(error));
};

function ask(input: CommandInput) {
  requests += 1;
  return hall.execute({ requestId: `request-${requests}`, command: Command.parse(input), who: ADMIN });
}

async function take(input: Partial<Extract<CommandInput, { type: 'issueTicket' }>>): Promise<string> {
  const answer = await ask({ type: 'issueTicket', queueId: 'qe', ...input });
  if (!answer.ok) return answer.refusal.code;
  return 'ticket' in answer.result && answer.result.ticket !== null && 'isPriority' in answer.result.ticket
    ? `${answer.result.ticket.ticketNumber}${answer.result.ticket.isPriority ? ' priority' : ''}`
    : 'no ticket';
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jiaohao-papers-'));
  const clock = { now: () => MONDAY_AT + 9 * 3_600_000, after: () => () => undefined };
  hall = openHall({ journal: Journal.open({ folder }), clock, onFatal: failed, onBug: failed });
  await ask({ type: 'configureHall', config: smallHall() });
});

afterEach(() => {
  hall.close();
  rmSync(folder, { recursive: true });
});

test('one open number a passport and queue; the number of another state, paper or card is another person', async () => {
  expect(await take({})).toBe('idCardRequired');
  expect(await take({ document: PASSPORT })).toBe('E001');
  expect(await take({ document: { ...PASSPORT, name: 'ERIKSSON A M' } })).toBe('alreadyHolding');
  expect(await take({ queueId: 'qa', document: PASSPORT })).toBe('A001');
  expect(await take({ document: { ...PASSPORT, issuer: 'D' } })).toBe('E002');
  expect(await take({ document: { ...PASSPORT, kind: 'travelDocument' } })).toBe('E003');
  expect(await take({ idCard: { idNumber: PASSPORT.number, name: PASSPORT.name } })).toBe('E004');
});

test('priority is by the birth in the zone; where the zone leaves it open there is none', async () => {
  expect(await take({ document: { ...PASSPORT, number: 'A1', birth: '1960-01-31' } })).toBe('E001 priority');
  const { kind, issuer, number, name } = PASSPORT;
  expect(await take({ document: { kind, issuer, number, name } })).toBe('E002');
});

test('Q30 a typed number is the person of the card with that number, in either order', async () => {
  expect(await take({ typedIdNumber: TYPED })).toBe('E001');
  expect(await take({ typedIdNumber: TYPED })).toBe('alreadyHolding');
  expect(await take({ idCard: { idNumber: TYPED, name: '演示' } })).toBe('alreadyHolding');
  expect(await take({ queueId: 'qa', idCard: { idNumber: TYPED.toLowerCase(), name: '演示' } })).toBe('A001 priority');
  expect(await take({ queueId: 'qa', typedIdNumber: TYPED })).toBe('alreadyHolding');
});

test('Q30 nobody has seen the card: no priority by age, and the event says none', async () => {
  const events: HallEvent[] = [];
  hall.onCommitted((commit) => events.push(...commit.events));
  expect(await take({ typedIdNumber: TYPED })).toBe('E001');
  expect(await take({ idCard: { idNumber: '110105197001010016', name: '演示' } })).toBe('E002');
  const issued = () => events.filter(({ type }) => type === 'TicketIssued');
  await vi.waitFor(() => expect(issued()).toHaveLength(2), { timeout: 20_000 });
  const [typed, withCard] = issued();
  expect(typed).toMatchObject({ priorityClass: 'ordinary', priorityReason: null });
  expect(Object.keys(typed ?? {})).toEqual(Object.keys(withCard ?? {}));
});

test.each(['110105194912310021', '110105194913310024', '110105204912310025'])(
  'Q30 %s cannot be a number: refused, and nothing is kept',
  async (typedIdNumber) => {
    expect(await take({ typedIdNumber })).toBe('idCardInvalid');
  },
);

test.each([
  { typedIdNumber: TYPED, document: PASSPORT },
  { typedIdNumber: TYPED, idCard: { idNumber: TYPED, name: '演示' } },
  { typedIdNumber: '1101051949123100' },
  { document: PASSPORT, idCard: { idNumber: '11010519491231002X', name: '演示' } },
  { document: { ...PASSPORT, number: 'L8989/2C3' } },
  { document: { ...PASSPORT, issuer: '' } },
  { document: { ...PASSPORT, birth: '74-08-12' } },
  { document: { ...PASSPORT, photo: '' } },
])('%j is refused on the wire', (papers) => {
  expect(Command.safeParse({ type: 'issueTicket', queueId: 'qa', ...papers }).success).toBe(false);
});

test('neither number nor name stands in any file of the hall', async () => {
  await take({ document: PASSPORT });
  await take({ document: PASSPORT });
  await take({ typedIdNumber: TYPED });
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = Buffer.concat(files.map((file) => readFileSync(join(file.parentPath, file.name))));
  expect(bytes.includes('TicketIssued')).toBe(true);
  for (const text of [PASSPORT.number, 'ERIKSSON', PASSPORT.birth, TYPED]) expect(bytes.includes(text)).toBe(false);
});
