// From the touch to the paper, with real drivers and a real socket: one number whatever happens, and the truth about its printing.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { paperText } from '../browser/testing/paper.ts';
import { PATIENCE, startKioskRig, type KioskRig } from '../browser/testing/kiosk-rig.ts';
import type { TakeTicketRequest } from '../wire/page.ts';

let rig: KioskRig;
beforeEach(async () => {
  rig = await startKioskRig();
});
afterEach(async () => {
  await rig.close();
});

const touch = (requestId: string, more: Partial<TakeTicketRequest> = {}) =>
  ({ type: 'takeTicket', id: 1, request: { requestId, serviceItemId: 'pension', withCard: false, ...more } }) as const;

const lastRequest = (type: string) => rig.hall.of(type).at(-1);

test('a touch brings a number, a ticket on the paper, and the hall knows both', async () => {
  const outcome = await rig.ask(touch('touch-0001'));
  expect(outcome).toMatchObject({ type: 'printed', ticket: { ticketNumber: 'A001', attempt: 1 } });
  expect(paperText(rig.printer)).toHaveLength(1);
  expect(paperText(rig.printer)[0]).toContain('A001');
  await vi.waitFor(
    () => expect(lastRequest('confirmTicketPrinted')).toMatchObject({ ticketId: 100, attempt: 1 }),
    PATIENCE,
  );
  await vi.waitFor(() => expect(rig.onDisk()).toBe('[]'), PATIENCE);
  expect(rig.messages.some(({ type }) => type === 'printing')).toBe(true);
  const { notAfter } = rig.hall.of('issueTicket')[0] as unknown as { notAfter: number };
  expect(notAfter - rig.hall.now()).toBeGreaterThan(0);
  expect(notAfter - rig.hall.now()).toBeLessThanOrEqual(30_000);
});

test('the link breaks between commit and answer: asked again with the same id, one number, one ticket', async () => {
  let drops = 2;
  rig.hall.beforeAnswer = ({ type }) => (type === 'issueTicket' && drops-- > 0 ? 'drop' : 'answer');
  const outcome = await rig.ask(touch('touch-0002'));
  expect(outcome).toMatchObject({ type: 'printed', ticket: { ticketNumber: 'A001' } });
  expect(rig.hall.of('issueTicket').map(({ requestId }) => requestId)).toEqual(Array(3).fill('touch-0002'));
  expect(new Set(rig.hall.of('issueTicket').map((request) => JSON.stringify(request))).size).toBe(1);
  expect(rig.hall.tickets.size).toBe(1);
  expect(rig.printer.tickets).toHaveLength(1);
});

test('the same touch sent twice is one number and one ticket', async () => {
  const [first, second] = await Promise.all([rig.ask(touch('touch-0003')), rig.ask(touch('touch-0003'))]);
  expect(second).toEqual(first);
  expect(await rig.ask(touch('touch-0003'))).toEqual(first);
  expect(rig.printer.tickets).toHaveLength(1);
});

test('no link: linkLost at once, nothing sent later', async () => {
  await rig.hall.down();
  await vi.waitFor(() => expect(rig.terminal.update().hallLink).toBe('down'), PATIENCE);
  expect(await rig.ask(touch('touch-0004'))).toEqual({ type: 'linkLost' });
  await rig.hall.up();
  await vi.waitFor(() => expect(rig.terminal.update().hallLink).toBe('up'), PATIENCE);
  expect(rig.hall.of('issueTicket')).toEqual([]);
  expect(await rig.ask(touch('touch-0004'))).toMatchObject({ type: 'printed' });
});

test('a refusal is handed to the page, nothing is kept, the card stays usable', async () => {
  rig.hall.beforeAnswer = ({ type }) => (type === 'issueTicket' ? 'ticketingClosed' : 'answer');
  expect(await rig.ask(touch('touch-0005'))).toMatchObject({ type: 'refused', refusal: { code: 'ticketingClosed' } });
  expect(rig.onDisk()).toBe('[]');
});

test('out of paper: not printed, the number stays, the reprint is the next attempt and marked', async () => {
  rig.printer.set({ isPaperOut: true });
  const outcome = await rig.ask(touch('touch-0006'));
  expect(outcome).toMatchObject({ type: 'notPrinted', printing: 'failed', code: 'paperOut' });
  await vi.waitFor(
    () =>
      expect(lastRequest('failTicketPrinting')).toMatchObject({
        ticketId: 100,
        attempt: 1,
        failure: 'notPrinted',
        code: 'paperOut',
      }),
    PATIENCE,
  );
  rig.printer.set({ isPaperOut: false });
  await rig.untilReady();
  const again = await rig.ask({ type: 'reprint', id: 2, request: { requestId: 'touch-0007', ticketId: 100 } });
  expect(again).toMatchObject({ type: 'printed', ticket: { ticketNumber: 'A001', attempt: 2 } });
  expect(paperText(rig.printer)).toHaveLength(1);
  expect(paperText(rig.printer)[0]).toMatch(/补打[\s\S]*A001/);
  await vi.waitFor(
    () => expect(lastRequest('confirmTicketPrinted')).toMatchObject({ ticketId: 100, attempt: 2 }),
    PATIENCE,
  );
});

test('the printer’s line is lost in the middle of the job: unknown, and not printed again by itself', async () => {
  rig.printer.set({ lineMs: 20 });
  const asked = rig.ask(touch('touch-0008'));
  await vi.waitFor(() => expect(rig.printer.uncut.length).toBeGreaterThan(1), PATIENCE);
  rig.printerLine.unplug();
  expect(await asked).toMatchObject({ type: 'notPrinted', printing: 'unknown', ticket: { ticketNumber: 'A001' } });
  await vi.waitFor(
    () => expect(lastRequest('failTicketPrinting')).toMatchObject({ failure: 'unknown', attempt: 1 }),
    PATIENCE,
  );
  rig.printerLine.replug();
  rig.printer.tearOff();
  await rig.untilReady();
  expect(await rig.ask(touch('touch-0008'))).toMatchObject({ type: 'notPrinted', printing: 'unknown' });
  expect(paperText(rig.printer).filter((text) => text.includes('A001')).length).toBeLessThanOrEqual(1);
  expect(rig.hall.of('reprintTicket')).toEqual([]);
});

test('an answer that comes after the person has left is not printed, and the hall is told', async () => {
  let isHeld = true;
  rig.hall.beforeAnswer = ({ type }) => (type === 'issueTicket' && isHeld ? 'drop' : 'answer');
  const asked = rig.ask(touch('touch-0009'));
  await vi.waitFor(() => expect(rig.hall.tickets.size).toBe(1), PATIENCE);
  rig.terminal.personLeft();
  isHeld = false;
  expect(await asked).toMatchObject({ type: 'notPrinted', printing: 'failed', code: 'personLeft' });
  await vi.waitFor(
    () =>
      expect(lastRequest('failTicketPrinting')).toMatchObject({
        ticketId: 100,
        failure: 'notPrinted',
        code: 'personLeft',
      }),
    PATIENCE,
  );
  expect(rig.printer.tickets).toEqual([]);
});
