// Signs of health and of life, through the two seams that a host gives: the devices' channel and the page's seat.
import { expect, test } from 'vitest';
import { channelPair } from '../../devices/in-process.ts';
import type { Seat } from '../page-seat.ts';
import { HostSigns } from './host-signs.ts';
import type { Sign } from './under-launcher.ts';

function rig() {
  let nowMs = 0;
  const seen: Sign[] = [];
  const heard: unknown[] = [];
  const left: unknown[] = [];
  let tell: (message: unknown) => void = () => undefined;
  const seat: Seat = {
    admit: (_pageId, send) => {
      tell = send;
      return { take: (message) => heard.push(message), left: (how) => left.push(how) };
    },
  };
  const signs = new HostSigns(
    (sign) => seen.push(sign),
    () => nowMs,
  );
  const page = () => signs.watchSeat(seat).admit('p', () => undefined);
  return {
    signs,
    seen,
    heard,
    left,
    page,
    tell: (message: unknown) => tell(message),
    pass: (ms: number) => (nowMs += ms),
  };
}

test('a seated page and a devices process that runs are signs', async () => {
  const { signs, seen, page } = rig();
  page();
  expect(seen).toEqual(['page']);
  const pair = channelPair();
  signs.watchChannel(() => pair.core)();
  pair.devices.send({ type: 'alive' });
  pair.devices.send({ type: 'running' });
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  expect(seen).toEqual(['page', 'devices']);
});

test('a kiosk without a page is not quiet, however long nobody came: a new version could not show one', () => {
  const { signs, page, pass } = rig();
  pass(1_000);
  expect(signs.isQuiet(1_000)).toBe(false);
  signs.watchWork(() => !signs.hasPage);
  expect(signs.isQuiet(1_000)).toBe(false);
  const first = page();
  expect(signs.isQuiet(1_000)).toBe(true);
  // Another page takes the seat over before the first has left it.
  const second = page();
  first.left();
  expect(signs.isQuiet(1_000)).toBe(true);
  expect(signs.isQuiet(1_001)).toBe(false);
  second.left();
  expect(signs.isQuiet(1_000)).toBe(false);
});

test('touches, questions and a card are life; updates of a view are not; a touch does not reach the desk', () => {
  const { signs, heard, page, tell, pass } = rig();
  const seated = page();
  const quietAfter = (act: () => void) => {
    pass(1_000);
    act();
    pass(10);
    return signs.quietMs;
  };
  expect(quietAfter(() => seated.take({ touched: true }))).toBe(10);
  expect(quietAfter(() => seated.take({ type: 'personLeft' }))).toBe(10);
  expect(quietAfter(() => tell({ type: 'card', notice: { state: 'laid' } }))).toBe(10);
  expect(quietAfter(() => tell({ type: 'update' }))).toBe(1_020);
  expect(heard).toEqual([{ type: 'personLeft' }]);
});

test('the seat hears whether a page that is gone is brought back: its person waits for it', () => {
  const { left, page } = rig();
  page().left('broughtBack');
  page().left();
  expect(left).toEqual(['broughtBack', undefined]);
});
