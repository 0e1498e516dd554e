// The desk between glass and terminal: what it lets in, what it sends, and what it does with what it cannot read.
import { expect, test } from 'vitest';
import { PageMessage } from '../wire/page.ts';
import type { TerminalBridge } from '../wire/page.ts';
import { screenOf } from './journey-state.ts';
import { aTicket, anUpdate } from './testing/journey-samples.ts';
import { openKioskDesk } from './kiosk-desk.ts';
import { newRequestId } from './request-id.ts';

function atDesk() {
  const sent: PageMessage[] = [];
  const listeners: ((message: never) => void)[] = [];
  const bridge: TerminalBridge = {
    send: (message) => sent.push(message),
    listen: (listener) => listeners.push(listener),
  };
  let now = 0;
  const desk = openKioskDesk({ bridge, newRequestId, now: () => now });
  return {
    desk,
    sent,
    wait: (ms: number) => (now += ms),
    say: (message: unknown) => listeners.forEach((listener) => listener(message as never)),
    screen: () => screenOf(desk.journey()),
  };
}

test('from the first update over a card to the number, with messages that the terminal accepts', () => {
  const { say, sent, screen } = atDesk();
  expect(screen()).toBe('loading');
  say({ type: 'update', update: anUpdate() });
  say({ type: 'card', notice: { state: 'laid' } });
  const asked = PageMessage.parse(sent[0]);
  if (asked.type !== 'takeTicket') throw new Error(`sent ${asked.type}`);
  say({ type: 'printing', printing: { requestId: asked.request.requestId, ticket: aTicket() } });
  expect(screen()).toBe('printing');
  say({ type: 'answer', id: asked.id, outcome: { type: 'printed', ticket: aTicket() } });
  expect(screen()).toBe('taken');
});

test('the second half of a double tap is not a touch', () => {
  const { desk, say, wait, screen } = atDesk();
  say({ type: 'update', update: anUpdate() });
  desk.touch({ type: 'openItems' });
  wait(599);
  desk.touch({ type: 'chooseItem', serviceItemId: 'tax' });
  expect(screen()).toBe('chooseItem');
  wait(1);
  desk.touch({ type: 'chooseItem', serviceItemId: 'tax' });
  expect(screen()).toBe('layCard');
});

test.each([
  [{ lost: true }],
  [{ type: 'somethingNew' }],
  [{ type: 'update', update: { hallLink: 'up' } }],
  [null],
  [''],
])('after %j the page is out of service until the terminal speaks its language again', (message) => {
  const { say, screen } = atDesk();
  say({ type: 'update', update: anUpdate() });
  say(message);
  expect(screen()).toBe('outOfService');
  say({ type: 'update', update: anUpdate() });
  expect(screen()).toBe('start');
});

test('without a host the page says that it is out of service', () => {
  const desk = openKioskDesk({ bridge: undefined, newRequestId, now: () => 0 });
  expect(screenOf(desk.journey())).toBe('outOfService');
});

test('listeners hear of every change until they leave', () => {
  const { desk, say } = atDesk();
  let heard = 0;
  const leave = desk.subscribe(() => (heard += 1));
  say({ type: 'update', update: anUpdate() });
  leave();
  say({ type: 'update', update: anUpdate() });
  expect(heard).toBe(1);
});

test('request ids are 32 hexadecimal digits and do not repeat', () => {
  const ids = Array.from({ length: 1000 }, newRequestId);
  expect(new Set(ids).size).toBe(1000);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/);
});
