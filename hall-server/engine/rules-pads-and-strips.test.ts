// Rule Q26, and Q24 for devices with a window: what terminals of several windows may do.
import { describe, expect, it } from 'vitest';
import { HallConfig } from '@jiaohao/contracts/hall-config';
import type { Principal } from '@jiaohao/contracts/principal';
import { smallHall, TestingHall } from '../testing/testing-hall.ts';
import { clerkStatus } from './views/clerk.ts';

describe('call pads and strips', () => {
  const line = (terminalId: string): Principal => ({ kind: 'terminal', terminalId });
  const opened = (): TestingHall => {
    const hall = TestingHall.open();
    const base = smallHall();
    const terminals = [
      ...base.terminals.filter(({ role }) => role === 'kiosk'),
      { terminalId: 'p1', role: 'pads', windowIds: ['w1', 'w2'] } as const,
      { terminalId: 's1', role: 'strip', windowIds: ['w1', 'w2'] } as const,
    ];
    const config = HallConfig.parse({ ...base, terminals });
    hall.do({ type: 'configureHall', config, configHash: 'two-lines' });
    return hall;
  };

  it('Q26 a key counts for the clerk who is signed in there, and the event names the terminal', () => {
    const hall = opened();
    hall.issue('qa');
    const call = { type: 'callNext', windowId: 'w1', isWatched: false } as const;
    hall.do(call, line('p1'));
    expect(hall.events.at(-1)).toMatchObject({ type: 'TicketCalled', who: line('p1'), windowId: 'w1' });
    hall.do({ type: 'finishServing', windowId: 'w1' }, line('p1'));
    hall.do({ type: 'signOut', windowId: 'w1' });
    expect(hall.refusal(call, line('p1'))).toBe('notSignedIn');
    expect(hall.refusal({ type: 'signIn', windowId: 'w1', staffNo: '1' }, line('p1'))).toBe('notYourWindow');
    expect(hall.refusal({ ...call, windowId: 'w2' }, line('s1'))).toBe('notYourWindow');
  });

  it('Q26 Q24 each window’s device is news of its own, and only where the terminal serves', () => {
    const hall = opened();
    const strip = (windowId: string) => ({ kind: 'ledStrip', state: 'fault', code: 'noReply', windowId }) as const;
    for (const windowId of ['w1', 'w2', 'w2']) hall.do({ type: 'reportDevice', device: strip(windowId) }, line('s1'));
    expect(hall.events.filter(({ type }) => type === 'DeviceReported')).toHaveLength(2);
    expect(hall.refusal({ type: 'reportDevice', device: strip('w3') }, line('s1'))).toBe('unknownWindow');
    expect(hall.refusal({ type: 'reportDevice', device: strip('w1') }, line('k1'))).toBe('unknownWindow');
    const shown = clerkStatus(hall.state, 'w2');
    expect(shown?.devices).toEqual([{ terminalId: 's1', device: strip('w2') }]);
  });
});
