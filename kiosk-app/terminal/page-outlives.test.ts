// A page that outlives the terminal asks the same again; a page that is replaced hands its person on.
import { afterEach, expect, test, vi } from 'vitest';
import { PATIENCE, startKioskRig, type KioskRig } from '../browser/testing/kiosk-rig.ts';
import { paperText } from '../browser/testing/paper.ts';

let rig: KioskRig;
afterEach(async () => {
  await rig.close();
});

const touch = (requestId: string) =>
  ({ type: 'takeTicket', id: 1, request: { requestId, queueId: 'tax', withCard: false } }) as const;

test('the terminal restarts before the answer, the page tries again: the same number, printed once, reported once', async () => {
  rig = await startKioskRig();
  rig.hall.beforeAnswer = ({ type }) => (type === 'issueTicket' ? 'drop' : 'answer');
  void rig.terminal.handle(touch('touch-0301'), () => undefined);
  await vi.waitFor(() => expect(rig.hall.tickets.size).toBe(1), PATIENCE);
  await rig.stopCore();
  rig.hall.beforeAnswer = () => 'answer';
  await rig.restart();
  await rig.untilReady();
  expect(await rig.ask(touch('touch-0301'))).toMatchObject({ type: 'printed', ticket: { ticketNumber: 'A001' } });
  rig.hall.setClock(31_000);
  await vi.waitFor(() => expect(rig.onDisk()).toBe('[]'), PATIENCE);
  const bodies = rig.hall.of('issueTicket').map((request) => JSON.stringify(request));
  expect(new Set(bodies).size).toBe(1);
  expect(rig.hall.of('confirmTicketPrinted')).toHaveLength(1);
  expect(rig.hall.of('failTicketPrinting')).toEqual([]);
  expect(paperText(rig.printer)).toHaveLength(1);
});

test('the number of the person who is here goes to the page that comes; after they left there is nothing to hand on', async () => {
  rig = await startKioskRig();
  const asked = { type: 'takeTicket', request: touch('touch-0302').request };
  const printed = await rig.ask(touch('touch-0302'));
  expect(rig.terminal.takeOver()).toMatchObject([{ type: 'takenOver', asked }, { type: 'printing' }]);
  expect(await rig.ask(touch('touch-0302'))).toEqual(printed);
  rig.terminal.personLeft();
  expect(rig.terminal.takeOver()).toEqual([]);
  expect(rig.hall.tickets.size).toBe(1);
  expect(rig.printer.tickets).toHaveLength(1);
});

test('what came to nothing is not handed on', async () => {
  rig = await startKioskRig();
  rig.hall.beforeAnswer = ({ type }) => (type === 'issueTicket' ? 'ticketingClosed' : 'answer');
  expect(await rig.ask(touch('touch-0303'))).toMatchObject({ type: 'refused' });
  expect(rig.terminal.takeOver()).toEqual([]);
});
