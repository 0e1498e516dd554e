// Staff and applicants at one page: the journey comes first, whatever comes from where and when.
import { expect, test } from 'vitest';
import type { PageMessage } from '../wire/page.ts';
import { INITIAL_JOURNEY, type Journey } from './journey-state.ts';
import { openSelfTestDesk } from './self-test-desk.ts';

const CHOOSING: Journey = { ...INITIAL_JOURNEY, page: { type: 'chooseItem', pageIndex: 0 } };

function atDesk() {
  let journey = INITIAL_JOURNEY;
  const sent: PageMessage[] = [];
  const { desk, heard, journeyMoved } = openSelfTestDesk(
    (message) => sent.push(message),
    () => journey,
    () => undefined,
  );
  const move = (to: Journey): void => {
    journey = to;
    journeyMoved();
  };
  return { desk, heard, move, wishes: () => sent.map((message) => ('wish' in message ? message.wish : message.type)) };
}

test('the gesture counts only where nobody is on the way to a number', () => {
  const { desk, move, wishes } = atDesk();
  move(CHOOSING);
  desk.gesture();
  expect(wishes()).toEqual([]);
  move(INITIAL_JOURNEY);
  desk.gesture();
  expect(wishes()).toEqual(['gesture']);
});

test('a PIN that was right while somebody chooses waits for them', () => {
  const { desk, heard, move, wishes } = atDesk();
  move(CHOOSING);
  heard({ state: 'offered' });
  expect([wishes(), desk.shown()]).toEqual([[], null]);
  move(INITIAL_JOURNEY);
  expect(wishes()).toEqual(['open']);
});

test('a card laid while staff type takes the glass back', () => {
  const { desk, heard, move, wishes } = atDesk();
  heard({ state: 'askPin', trouble: null, isChecking: false });
  expect(desk.shown()).toMatchObject({ state: 'askPin' });
  move(CHOOSING);
  expect(desk.shown()).toBeNull();
  expect(wishes()).toEqual(['close']);
  heard(null);
  move(INITIAL_JOURNEY);
  expect(desk.shown()).toBeNull();
});
