// Rules Q24 and Q29: what a device's report changes, and what kiosks are told to do without their devices.
import { expect, it } from 'vitest';
import { TestingHall } from '../testing/testing-hall.ts';
import { kioskView } from './views/terminal.ts';

const MINUTE_MS = 60_000;

it('Q24 only news is an event; unknown terminals are refused', () => {
  const hall = TestingHall.open();
  const device = { kind: 'ticketPrinter', state: 'fault', code: 'paperOut' } as const;
  hall.do({ type: 'reportDevice', device }, { kind: 'terminal', terminalId: 'k1' });
  const seq = hall.state.seq;
  hall.do({ type: 'reportDevice', device }, { kind: 'terminal', terminalId: 'k1' });
  expect(hall.state.seq).toBe(seq);
  expect(hall.refusal({ type: 'reportDevice', device })).toBe('unknownTerminal');
  expect(hall.refusal({ type: 'reportDevice', device, terminalId: 'k9' })).toBe('unknownTerminal');
});

it('Q24 paper is news by the metre, and since when counts the state alone', () => {
  const hall = TestingHall.open();
  const K1 = { kind: 'terminal', terminalId: 'k1' } as const;
  const reported = () => [...hall.state.devices.values()].find(({ terminalId }) => terminalId === 'k1');
  const report = (paperLeftMm?: number, code: string | null = null) => {
    const seq = hall.state.seq;
    const paper = paperLeftMm === undefined ? {} : { paperLeftMm };
    hall.do({ type: 'reportDevice', device: { kind: 'ticketPrinter', state: 'ready', code, ...paper } }, K1);
    return hall.state.seq - seq;
  };
  const at = hall.now;
  expect(report(80_000)).toBe(1);
  hall.now += MINUTE_MS;
  expect([report(79_999), report(79_001), report(79_000)]).toEqual([0, 0, 1]);
  expect(reported()).toMatchObject({ sinceAt: at, device: { paperLeftMm: 79_000 } });
  expect([report(), report(), report(0)]).toEqual([1, 0, 1]);
  expect(report(0, 'paperNearEnd')).toBe(1);
  expect(reported()?.sinceAt).toBe(hall.now);
  let events = 0;
  for (let leftMm = 80_000; leftMm >= 0; leftMm -= 130) events += report(leftMm, 'paperNearEnd');
  expect(events).toBeLessThanOrEqual(81);
});

it('Q29 the hall’s rules for failed devices reach the kiosks, and without them nothing is said', () => {
  const policies = { withoutReader: 'desk', withoutPrinter: 'desk' } as const;
  expect(kioskView(TestingHall.open({ policies }).state)).toMatchObject(policies);
  const numberPad = { withoutReader: 'numberPad' } as const;
  expect(kioskView(TestingHall.open({ policies: numberPad }).state)).toMatchObject(numberPad);
  expect(Object.keys(kioskView(TestingHall.open().state) ?? {})).not.toContain('withoutReader');
});
