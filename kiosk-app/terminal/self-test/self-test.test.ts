// The self-test in a whole kiosk core: simulated devices on memory lines, a real hall socket; who comes first, what is kept, what crosses the wire.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startKioskRig, PATIENCE, type KioskRig } from '../../browser/testing/kiosk-rig.ts';
import { recordedLog } from '../../browser/testing/recorded-log.ts';
import type { PageMessage, TerminalMessage } from '../../wire/page.ts';
import type { StaffView } from '../../wire/self-test.ts';
import { kioskDesk } from '../kiosk-desk.ts';
import { hashPin } from '../leave-pin.ts';
import { PageSeat, type SeatedPage } from '../page-seat.ts';
import { StaffPin } from '../staff-pin.ts';
import { SelfTest } from './self-test.ts';
import { StaffDoor } from './staff-door.ts';

const PIN = '482915';
const PERSON = {
  ...{ kind: 'resident' as const, name: '演示子丑', sexCode: '1', nationCode: '01', birth: '19850101' },
  ...{ address: '演示地址', idNumber: '990100198501010014', authority: '演示机关' },
  ...{ validFrom: '20200101', validTo: '长期' },
};

let rig: KioskRig;
let door: StaffDoor;
let page: SeatedPage;
let seat: PageSeat;
let heard: TerminalMessage[];
const words = recordedLog();

beforeEach(async () => {
  rig = await startKioskRig();
  const { log } = words;
  door = new StaffDoor({
    pin: new StaffPin(await hashPin(PIN), log),
    log,
    isServing: () => rig.terminal.isServing,
    openSelfTest: (onChange) =>
      new SelfTest({
        ...{ terminalId: 'K1', dataFolder: rig.folder, settings: rig.settings, devices: rig.devices, log },
        timeText: () => '2026-11-23 10:42:00',
        onChange,
      }),
  });
  seat = new PageSeat(kioskDesk(rig.terminal, door), log);
  sit('a');
});

afterEach(async () => {
  seat.close();
  door.close();
  await rig.close();
});

function sit(pageId: string): void {
  heard = [];
  page = seat.admit(pageId, (message) => heard.push(message));
}

const say = (message: PageMessage): void => page.take(message);
const wish = (wished: Extract<PageMessage, { type: 'staff' }>['wish']): void => say({ type: 'staff', wish: wished });
const view = (): StaffView | null => heard.findLast((message) => message.type === 'staff')?.staff ?? null;
const until = (expected: object) => vi.waitFor(() => expect(view()).toMatchObject(expected), PATIENCE);

async function openTest(): Promise<void> {
  wish('gesture');
  await until({ state: 'askPin', trouble: null });
  say({ type: 'staffPin', pin: PIN });
  await until({ state: 'offered' });
  wish('open');
  await until({
    state: 'selfTest',
    devices: [{ kind: 'idCardReader', remarks: [{ code: 'ready', kind: 'good' }] }, { kind: 'ticketPrinter' }],
  });
}

test('nothing opens without gesture and PIN, whatever a page sends', async () => {
  wish('open');
  wish('readCard');
  say({ type: 'staffPin', pin: PIN });
  expect(view()).toBeNull();
  wish('gesture');
  say({ type: 'staffPin', pin: '000000' });
  wish('open');
  await until({ state: 'askPin', trouble: { type: 'wrongPin' } });
  wish('close');
  await vi.waitFor(() => expect(view()).toBeNull(), PATIENCE);
  // Closed while the PIN was looked at: it opens nothing any more.
  wish('gesture');
  say({ type: 'staffPin', pin: PIN });
  wish('close');
  wish('gesture');
  await until({ state: 'askPin', trouble: null, isChecking: false });
  expect(door.isTesting).toBe(false);
});

test('a card is told masked and no other way, and the applicants’ core never sees it', async () => {
  await openTest();
  wish('readCard');
  await until({ work: { card: { state: 'waiting' } } });
  rig.reader.lay(PERSON);
  await until({ work: { card: { state: 'read', card: { name: '演***', idNumber: '990100********0014' } } } });
  wish('close');
  await vi.waitFor(() => expect(view()).toBeNull(), PATIENCE);
  expect(heard.filter(({ type }) => type === 'card')).toEqual([]);
  const said = JSON.stringify(heard) + words.text() + rig.onDisk();
  expect(said).not.toMatch(/演示子丑|990100198501010014|演示地址/);
});

test('a request for a number closes the test: the applicant goes first, and staff wait until they have left', async () => {
  await openTest();
  const request = { requestId: 'request-1', serviceItemId: 'pension', withCard: false };
  say({ type: 'takeTicket', id: 1, request });
  await vi.waitFor(
    () => expect(heard.find((message) => message.type === 'answer')).toMatchObject({ outcome: { type: 'printed' } }),
    PATIENCE,
  );
  expect(view()).toBeNull();
  // They are still here: staff wait.
  wish('gesture');
  expect(view()).toBeNull();
  door.offer();
  wish('open');
  expect(view()).toEqual({ state: 'offered' });
  say({ type: 'personLeft' });
  wish('open');
  await until({ state: 'selfTest' });
});

test('another page, and a page that is gone, end it; the same page connected anew finds it', async () => {
  await openTest();
  sit('a');
  expect(view()).toMatchObject({ state: 'selfTest' });
  sit('b');
  expect(view()).toBeNull();
  expect(door.isTesting).toBe(false);
});

test('a test page is no ticket; without paper the state of the job says why', async () => {
  await openTest();
  wish('printTestPage');
  await until({ work: { print: { state: 'over', outcome: 'confirmed', code: null } } });
  expect(JSON.stringify(rig.printer.tickets[0]?.elements)).toContain('2026-11-23 10:42:00');
  expect(rig.hall.of('issueTicket')).toEqual([]);
  rig.printer.set({ isPaperOut: true });
  await vi.waitFor(() => expect(JSON.stringify(view())).toContain('缺纸：请换纸卷'), PATIENCE);
  wish('printTestPage');
  await until({ work: { print: { state: 'over', outcome: 'failedBeforePrint', code: 'paperOut' } } });
});

test('the bundle lies in the data folder, for its user only, and hides what a device’s options keep secret', async () => {
  await openTest();
  wish('saveBundle');
  await until({ work: { bundle: { state: 'saved' } } });
  const folder = join(rig.folder, 'support');
  const [name = ''] = readdirSync(folder);
  expect(JSON.parse(readFileSync(join(folder, name), 'utf8'))).toMatchObject({
    terminal: { terminalId: 'K1' },
    devices: [{ kind: 'idCardReader' }, { kind: 'ticketPrinter' }],
    ports: expect.any(Array) as unknown,
  });
});
