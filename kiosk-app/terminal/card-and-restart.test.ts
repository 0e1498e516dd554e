// ID cards on their way to the hall, late answers, and restarts: what is kept, what is forgotten, and what is never written.
import { afterEach, expect, test, vi } from 'vitest';
import { PATIENCE, startKioskRig, type KioskRig } from '../browser/testing/kiosk-rig.ts';
import { paperText } from '../browser/testing/paper.ts';
import type { TerminalMessage } from '../wire/page.ts';

let rig: KioskRig;
afterEach(async () => {
  await rig.close();
});

/** Synthetic: region code 000000 does not exist. */
const CARD = {
  kind: 'resident',
  idNumber: '00000019560229123X',
  name: '样本张三',
  sexCode: '2',
  nationCode: '01',
  birth: '19560229',
  address: '样本地址',
  authority: '样本机关',
  validFrom: '20200101',
  validTo: '长期',
} as const;

const touch = (requestId: string, withCard = false) =>
  ({ type: 'takeTicket', id: 1, request: { requestId, queueId: 'tax', withCard } }) as const;

const notices = () => rig.messages.flatMap((message) => (message.type === 'card' ? [message.notice.state] : []));

async function layCard(): Promise<void> {
  rig.reader.lay(CARD);
  await vi.waitFor(() => expect(notices()).toContain('laid'), PATIENCE);
}

test('a card goes to the hall and nowhere else: no log, no disk, no message to the page', async () => {
  rig = await startKioskRig();
  let onDisk = '';
  rig.hall.beforeAnswer = ({ type }) => {
    if (type === 'issueTicket') onDisk = rig.onDisk();
    return 'answer';
  };
  await layCard();
  expect(await rig.ask(touch('touch-0101', true))).toMatchObject({ type: 'printed' });
  expect(rig.hall.of('issueTicket')[0]).toMatchObject({
    idCard: { idNumber: CARD.idNumber, name: CARD.name, birth: '1956-02-29' },
  });
  expect(onDisk).toContain('touch-0101');
  const everything = [onDisk, rig.onDisk(), rig.logText(), JSON.stringify(rig.messages), ...paperText(rig.printer)];
  for (const text of everything) {
    expect(text).not.toContain(CARD.idNumber);
    expect(text).not.toContain(CARD.name);
  }
});

test('a typed number goes to the hall and nowhere else, and is not repeated after a restart', async () => {
  rig = await startKioskRig();
  const typedIdNumber = '11010519491231002X';
  let onDisk = '';
  rig.hall.beforeAnswer = ({ type }) => {
    if (type === 'issueTicket') onDisk = rig.onDisk();
    return 'answer';
  };
  const asked = touch('touch-0120');
  expect(await rig.ask({ ...asked, request: { ...asked.request, typedIdNumber } })).toMatchObject({ type: 'printed' });
  expect(rig.hall.of('issueTicket')[0]).toMatchObject({ typedIdNumber });
  expect(rig.hall.of('issueTicket')[0]).not.toHaveProperty('idCard');
  expect(onDisk).toContain('"withCard":true');
  const everything = [onDisk, rig.onDisk(), rig.logText(), JSON.stringify(rig.messages), ...paperText(rig.printer)];
  for (const text of everything) expect(text).not.toContain(typedIdNumber);
});

test('a card is good for one ticket; lifted or left behind it is gone', async () => {
  rig = await startKioskRig();
  expect(await rig.ask(touch('touch-0102', true))).toEqual({ type: 'cardGone' });
  await layCard();
  expect(await rig.ask(touch('touch-0103', true))).toMatchObject({ type: 'printed' });
  expect(await rig.ask(touch('touch-0104', true))).toEqual({ type: 'cardGone' });
  rig.reader.lift();
  await vi.waitFor(() => expect(notices()).toEqual(['laid', 'lifted']), PATIENCE);
  await layCard();
  await vi.waitFor(() => expect(notices()).toEqual(['laid', 'lifted', 'laid']), PATIENCE);
  rig.terminal.personLeft();
  expect(await rig.ask(touch('touch-0105', true))).toEqual({ type: 'cardGone' });
});

test('a card whose request was refused may be used for another wish while it lies there', async () => {
  rig = await startKioskRig();
  rig.hall.beforeAnswer = ({ requestId }) => (requestId === 'touch-0106' ? 'alreadyHolding' : 'answer');
  await layCard();
  expect(await rig.ask(touch('touch-0106', true))).toMatchObject({ type: 'refused' });
  expect(await rig.ask(touch('touch-0107', true))).toMatchObject({ type: 'printed' });
});

test('a number that comes for somebody who left does not use up the next person’s card', async () => {
  rig = await startKioskRig();
  let isHeld = true;
  rig.hall.beforeAnswer = ({ type }) => (type === 'issueTicket' && isHeld ? 'drop' : 'answer');
  const first = rig.ask(touch('touch-0116'));
  await vi.waitFor(() => expect(rig.hall.tickets.size).toBe(1), PATIENCE);
  rig.terminal.personLeft();
  await layCard();
  isHeld = false;
  expect(await first).toMatchObject({ type: 'notPrinted', code: 'personLeft' });
  expect(await rig.ask(touch('touch-0117', true))).toMatchObject({ type: 'printed', ticket: { ticketNumber: 'A002' } });
});

test('told linkLost, still there when the number comes: it is announced, printed and answered after all', async () => {
  rig = await startKioskRig({ answerLimitMs: 100 });
  let isHeld = true;
  rig.hall.beforeAnswer = ({ type }) => (type === 'issueTicket' && isHeld ? 'drop' : 'answer');
  const answers: TerminalMessage[] = [];
  const handled = rig.terminal.handle(touch('touch-0108'), (answer) => answers.push(answer));
  await vi.waitFor(() => expect(answers).toMatchObject([{ outcome: { type: 'linkLost' } }]), PATIENCE);
  isHeld = false;
  await handled;
  expect(answers).toMatchObject([
    { id: 1, outcome: { type: 'linkLost' } },
    { id: 1, outcome: { type: 'printed', ticket: { ticketNumber: 'A001' } } },
  ]);
  expect(rig.hall.tickets.size).toBe(1);
});

test('a restart before the answer: the number that was made is found after the touch expired, and reported as not printed', async () => {
  rig = await startKioskRig();
  rig.hall.beforeAnswer = ({ type }) => (type === 'issueTicket' ? 'drop' : 'answer');
  void rig.terminal.handle(touch('touch-0109'), () => undefined);
  await vi.waitFor(() => expect(rig.hall.tickets.size).toBe(1), PATIENCE);
  await rig.stopCore();
  rig.hall.beforeAnswer = () => 'answer';
  const before = rig.hall.of('issueTicket').length;
  await rig.restart();
  await rig.untilReady();
  expect(rig.hall.of('issueTicket')).toHaveLength(before);
  rig.hall.setClock(31_000);
  await vi.waitFor(
    () =>
      expect(rig.hall.of('failTicketPrinting')).toMatchObject([
        { ticketId: 100, attempt: 1, failure: 'notPrinted', code: 'terminalRestarted' },
      ]),
    PATIENCE,
  );
  await vi.waitFor(() => expect(rig.onDisk()).toBe('[]'), PATIENCE);
  expect(rig.hall.tickets.size).toBe(1);
  expect(rig.printer.tickets).toEqual([]);
});

test('a restart before the hall has the request makes no number for somebody who left', async () => {
  rig = await startKioskRig();
  await rig.stopCore();
  const kept = { stage: 'asked', requestId: 'touch-0110', queueId: 'tax', withCard: false, touchedAt: Date.now() };
  rig.keep([kept, { ...kept, requestId: 'touch-0111', withCard: true }]);
  await rig.restart();
  await rig.untilReady();
  rig.hall.setClock(31_000);
  await vi.waitFor(() => expect(rig.onDisk()).toBe('[]'), PATIENCE);
  expect(rig.hall.of('issueTicket').map(({ requestId }) => requestId)).toEqual(['touch-0110']);
  expect(rig.hall.tickets.size).toBe(0);
});

test('a restart between printer and hall: the outcome is reported again; a job that was under way is unknown', async () => {
  rig = await startKioskRig();
  await rig.ask(touch('touch-0112'));
  await vi.waitFor(() => expect(rig.onDisk()).toBe('[]'), PATIENCE);
  await rig.stopCore();
  rig.keep([
    { stage: 'printed', requestId: 'touch-0113', ticketId: 100, attempt: 1 },
    { stage: 'printing', requestId: 'touch-0114', ticketId: 100, attempt: 2 },
  ]);
  await rig.restart();
  await vi.waitFor(() => expect(rig.onDisk()).toBe('[]'), PATIENCE);
  const [first, second] = rig.hall.of('confirmTicketPrinted');
  expect(second).toEqual(first);
  expect(rig.hall.of('failTicketPrinting')).toMatchObject([
    { ticketId: 100, attempt: 2, failure: 'unknown', code: 'terminalRestarted' },
  ]);
  expect(rig.printer.tickets).toHaveLength(1);
});

test('a damaged file of kept requests is moved aside and said, and the kiosk serves', async () => {
  rig = await startKioskRig();
  await rig.stopCore();
  rig.keep([{ stage: 'asked', requestId: 7 }]);
  await rig.restart();
  await rig.untilReady();
  expect(rig.logText()).toContain('moved aside');
  expect(await rig.ask(touch('touch-0115'))).toMatchObject({ type: 'printed' });
});
