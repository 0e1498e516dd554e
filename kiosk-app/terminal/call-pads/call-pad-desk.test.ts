// A key of a call pad is about the ticket on its display, whatever another key has done meanwhile.
import { expect, it } from 'vitest';
import { REFUSAL_TEXTS } from '@jiaohao/contracts/refusals';
import { windowView } from '../../browser/testing/fake-hall.ts';
import type { CallPadAction } from '../../wire/devices.ts';
import type { AskHall } from '../hall-link.ts';
import type { HallRequest } from '../hall-reply.ts';
import { CallPadDesk } from './call-pad-desk.ts';

/** A desk at window 1 that shows this ticket; the hall of the test refuses, as it does when another key was faster. */
function deskShowing(openTicketId: number | null) {
  const asked: HallRequest[] = [];
  let beeps = 0;
  const hall: AskHall = {
    state: 'up',
    now: () => 0,
    ask: (request) => {
      asked.push(request);
      return Promise.resolve({ ok: false, refusal: { code: 'ticketChanged', ...REFUSAL_TEXTS.ticketChanged } });
    },
  };
  const desk = new CallPadDesk({
    hall,
    view: () => ({ ...windowView(7), openTicketId }),
    waiting: () => 2,
    pad: { show: () => undefined, beep: () => void (beeps += 1) },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    closing: new AbortController().signal,
  });
  return { desk, asked, beeps: () => beeps };
}

it.each<[CallPadAction, string]>([
  ['next', 'callNext'],
  ['recall', 'recall'],
  ['start', 'startServing'],
  ['finish', 'finishServing'],
  ['missed', 'markMissed'],
  ['giveUp', 'markMissed'],
])('%s names the ticket shown, and beeps when another one is there', async (action, type) => {
  for (const openTicketId of [12, null]) {
    const { desk, asked, beeps } = deskShowing(openTicketId);
    await desk.pressed(action, '0c');
    expect(asked).toMatchObject([{ type, windowId: 'w01', openTicketId }]);
    expect(beeps()).toBe(1);
  }
});

it.each<CallPadAction>(['hold', 'resume', 'transfer'])('%s beeps: the hall is asked nothing', async (action) => {
  const { desk, asked, beeps } = deskShowing(12);
  await desk.pressed(action, '00 0F');
  expect([asked, beeps()]).toEqual([[], 1]);
});
