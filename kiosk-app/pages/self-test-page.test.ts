// Which of the staff's buttons are on and what they say, by what the kiosk has.
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { SelfTestDevice, SelfTestWork, StaffView } from '../wire/self-test.ts';
import type { Fingers } from './fingers.ts';
import { openSelfTestDesk } from './self-test-desk.ts';
import { INITIAL_JOURNEY } from './journey-state.ts';
import { SelfTestPage } from './self-test-page.tsx';
import { resultsOf } from './self-test-texts.ts';

const NO_FINGERS: Fingers = { count: () => 0, subscribe: () => () => undefined };

const IDLE = { state: 'idle' } as const;
const WORK: SelfTestWork = {
  ...{ card: IDLE, print: IDLE, bundle: IDLE, evaluationPads: IDLE },
  ...{ callPads: 'idle', strips: 'idle', isCheckingLines: false },
};

/** The first button: what it says, and whether it is on. */
function firstButton(...kinds: SelfTestDevice['kind'][]): [string | undefined, boolean] {
  const rest = { model: 'm', port: 'p', identity: null, remarks: [], facts: [], steps: [], lineCheck: null };
  const view: Extract<StaffView, { state: 'selfTest' }> = {
    state: 'selfTest',
    devices: kinds.map((kind) => ({ kind, ...rest })),
    work: WORK,
  };
  const nothing = (): void => undefined;
  const { desk } = openSelfTestDesk(nothing, () => INITIAL_JOURNEY, nothing);
  const page = renderToStaticMarkup(createElement(SelfTestPage, { view, desk, fingers: NO_FINGERS }));
  const [, isOff, text] = /data-off="(true|false)"(?:(?!lang="zh-CN").)*lang="zh-CN">([^<]*)</.exec(page) ?? [];
  return [text, isOff === 'false'];
}

test('what can be read is said by what the kiosk has: a card, a paper, or both', () => {
  expect(firstButton('idCardReader', 'ticketPrinter')).toEqual(['读卡', true]);
  expect(firstButton('documentScanner')).toEqual(['扫证件', true]);
  expect(firstButton('documentScanner', 'idCardReader')).toEqual(['读证件', true]);
  expect(firstButton('ticketPrinter')).toEqual(['读卡', false]);
});

test('of a scanner nothing speaks of cards', () => {
  const steps = [{ step: 'readCard', ms: 640 }];
  const states: SelfTestWork['card'][] = [
    { state: 'waiting' },
    { state: 'read', card: { name: '演***', idNumber: 'E12****34', steps: [] } },
    ...(['scanAgain', 'noDocument', 'noCard'] as const).map((trouble) => ({ state: 'trouble' as const, trouble })),
  ];
  const words = states.flatMap((card) => resultsOf({ ...WORK, card }, [{ kind: 'documentScanner' }]));
  expect(words).toHaveLength(5);
  for (const { zh, en } of words) expect(zh + en).not.toMatch(/卡|card/i);
  const card = { state: 'read' as const, card: { name: '演***', idNumber: '990100********0014', steps } };
  expect(resultsOf({ ...WORK, card }, [{ kind: 'idCardReader' }])).toEqual([
    { tone: 'good', zh: '读卡成功：演*** 990100********0014', en: 'Card read: readCard 640 ms' },
  ]);
});

test('where there are pads, a check of the lines asks for keys', () => {
  const work = { ...WORK, isCheckingLines: true };
  const said = (kind: SelfTestDevice['kind']) => resultsOf(work, [{ kind }])[0]?.zh;
  expect(said('callPad')).toContain('按一下评价器、呼叫器');
  expect(said('ticketPrinter')).not.toContain('按');
});
