// The words of a strip in every state, in the order in which they are tried.
import { describe, expect, it } from 'vitest';
import type { WindowScreenCalls } from '@jiaohao/contracts/views';
import { staleContent, stripContent } from './strip-text.ts';

const calls = (phase: WindowScreenCalls['phase'], ticketNumber: string | null = null): WindowScreenCalls => ({
  ...{ seq: 1, phase, ticketNumber, callSeq: null, calledAt: null, callCount: 0 },
});

describe('each state', () => {
  it.each<[WindowScreenCalls['phase'], string | null, string[][]]>([
    ['called', 'A012', [['请A012到5号窗口'], ['A012到5号窗口'], ['请A012', '到5号窗口'], ['A012', '5号窗口']]],
    ['serving', 'A012', [['A012 正在办理'], ['A012', '正在办理']]],
    ['free', null, [['5号窗口 空闲'], ['5号窗口', '空闲']]],
    ['paused', 'A012', [['暂停服务']]],
    ['closed', null, [['已下班']]],
  ])('%s', (phase, ticketNumber, wordings) => {
    expect(stripContent('5', calls(phase, ticketNumber)).wordings).toEqual(wordings);
  });

  it('a call stands out where the strip has colours, and no state but it', () => {
    expect(stripContent('5', calls('called', 'A012')).colour).toBe('red');
    expect(stripContent('5', calls('free')).colour).toBe('green');
  });

  it('without the hall: the window, no number', () => {
    expect(staleContent('5').wordings).toEqual([['5号窗口']]);
  });
});
