// Which of the staff's buttons are on, by what the kiosk has.
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { SelfTestDevice, StaffView } from '../wire/self-test.ts';
import type { Fingers } from './fingers.ts';
import { openSelfTestDesk } from './self-test-desk.ts';
import { INITIAL_JOURNEY } from './journey-state.ts';
import { SelfTestPage } from './self-test-page.tsx';

const NO_FINGERS: Fingers = { count: () => 0, subscribe: () => () => undefined };

function isReadCardOn(kind: SelfTestDevice['kind']): boolean {
  const device = { kind, model: 'm', port: 'p', identity: null, remarks: [], facts: [], steps: [], lineCheck: null };
  const idle = { state: 'idle' } as const;
  const work = { card: idle, print: idle, bundle: idle, isCheckingLines: false };
  const view: Extract<StaffView, { state: 'selfTest' }> = { state: 'selfTest', devices: [device], work };
  const nothing = (): void => undefined;
  const { desk } = openSelfTestDesk(nothing, () => INITIAL_JOURNEY, nothing);
  const page = renderToStaticMarkup(createElement(SelfTestPage, { view, desk, fingers: NO_FINGERS }));
  const [, isOff] = /data-off="(true|false)"[^>]*>(?:(?!<button).)*>读卡</.exec(page) ?? [];
  return isOff === 'false';
}

test('a card or a paper can be read where there is a reader or a scanner', () => {
  expect([isReadCardOn('idCardReader'), isReadCardOn('documentScanner')]).toEqual([true, true]);
  expect(isReadCardOn('ticketPrinter')).toBe(false);
});
