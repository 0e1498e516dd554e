// The link to the hall: newest views, silence, refusals, and questions that outlive connections.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakeHall, TOKEN } from '../browser/testing/fake-hall.ts';
import { PATIENCE } from '../browser/testing/kiosk-rig.ts';
import { recordedLog } from '../browser/testing/recorded-log.ts';
import { HallLink } from './hall-link.ts';

let hall: FakeHall;
let link: HallLink<'kiosk'>;
let words: ReturnType<typeof recordedLog>;

beforeEach(async () => {
  hall = await FakeHall.start();
  words = recordedLog();
});
afterEach(async () => {
  link.close();
  await hall.down();
});

const open = (silenceMs?: number) =>
  new HallLink({
    url: hall.url,
    token: TOKEN,
    viewKind: 'kiosk',
    log: words.log,
    ...(silenceMs === undefined ? {} : { silenceMs }),
  });
const until = (check: () => void) => vi.waitFor(check, PATIENCE);

test('starting, then up with the view and the place that the hall gives', async () => {
  link = open();
  expect(link.state).toBe('starting');
  await until(() => expect(link.state).toBe('up'));
  expect(link.view?.seq).toBe(1);
  expect(link.zoneId).toBe('z1');
});

test('the newest view wins, an older one that comes late is dropped; a hall that begins anew is believed', async () => {
  link = open();
  await until(() => expect(link.state).toBe('up'));
  hall.show({ seq: 9, waiting: 9 });
  hall.show({ seq: 8, waiting: 8 });
  hall.show({ seq: 9, averageWaitMs: 1 });
  await until(() => expect(link.view?.averageWaitMs).toBe(1));
  expect(link.view?.seq).toBe(9);
  await hall.down();
  await until(() => expect(link.state).toBe('down'));
  hall.show({ seq: 2, waiting: 2 });
  await hall.up();
  await until(() => expect(link.view?.waiting).toBe(2));
  expect(link.state).toBe('up');
});

test('a view in no known form is said and dropped', async () => {
  link = open();
  await until(() => expect(link.state).toBe('up'));
  hall.show({ seq: 5, waiting: -1 });
  hall.show({ seq: 6, waiting: 6 });
  await until(() => expect(link.view?.seq).toBe(6));
  expect(words.text()).toMatch(/no known form/);
});

test('a hall that falls silent is down although the connection stands, and is up again when it speaks', async () => {
  link = open(300);
  await until(() => expect(link.state).toBe('up'));
  hall.holdBreath();
  await until(() => expect(link.state).toBe('down'));
  await until(() => expect(link.state).toBe('up'));
});

test('the hall’s clock is followed', async () => {
  link = open();
  await until(() => expect(link.state).toBe('up'));
  hall.setClock(3_600_000);
  await until(() => expect(Math.abs(link.now() - hall.now())).toBeLessThan(1_000));
});

test('a question asked while the hall is away is answered when it is back; one given up is never sent', async () => {
  link = open();
  await until(() => expect(link.state).toBe('up'));
  await hall.down();
  await until(() => expect(link.state).toBe('down'));
  const giveUp = new AbortController();
  const given = link.ask<'reprintTicket'>(
    { type: 'reprintTicket', requestId: 'given-up-1', ticketId: 1 },
    giveUp.signal,
  );
  const asked = link.ask<'reprintTicket'>({ type: 'reprintTicket', requestId: 'asked-0001', ticketId: 1 });
  giveUp.abort();
  expect(await given).toBeNull();
  await hall.up();
  expect(await asked).toMatchObject({ ok: false, refusal: { code: 'unknownTicket' } });
  expect(hall.seen.map(({ requestId }) => requestId)).toEqual(['asked-0001']);
});

test('a refused token is said once, and tried again until the administrator has put it right', async () => {
  hall.acceptsToken = false;
  link = open();
  await until(() => expect(link.state).toBe('down'));
  expect(words.text().match(/refuses this terminal/g)).toHaveLength(1);
  hall.acceptsToken = true;
  await until(() => expect(link.state).toBe('up'));
});

test('closing ends what waits', async () => {
  link = open();
  await until(() => expect(link.state).toBe('up'));
  await hall.down();
  const asked = link.ask<'openDay'>({ type: 'openDay', requestId: 'asked-0002' });
  link.close();
  expect(await asked).toBeNull();
});
