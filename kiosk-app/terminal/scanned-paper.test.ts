// How long a scanned paper is remembered, and that a card on the reader and a paper under the scanner do not disturb each other.
import { afterEach, expect, test, vi } from 'vitest';
import type { CardNotice } from '../wire/page.ts';
import { CardOnReader } from './card-on-reader.ts';
import { issueCommand } from './take-ticket.ts';

const CARD = { idNumber: '00000019560229123X', name: '样本张三', birth: null };
const PAPER = { documentKind: 'passport', issuer: 'UTO', number: 'L898902C3', name: 'ERIKSSON', birth: null } as const;

function reader() {
  const told: CardNotice['state'][] = [];
  return { card: new CardOnReader(({ state }) => told.push(state), 60_000), told };
}

afterEach(() => {
  vi.useRealTimers();
});

test('a paper is taken away as soon as it is used, and after a minute', () => {
  vi.useFakeTimers();
  const { card, told } = reader();
  card.notice({ type: 'documentRead', document: PAPER });
  expect(card.current()).toEqual(PAPER);
  card.forget();
  card.forget();
  card.notice({ type: 'documentRead', document: PAPER });
  vi.advanceTimersByTime(60_000);
  expect(card.current()).toBeNull();
  expect(told).toEqual(['laid', 'lifted', 'laid', 'lifted']);
});

test('a card that is lifted takes no paper with it, nor does a reader that fails', () => {
  const { card, told } = reader();
  card.notice({ type: 'cardRead', card: CARD });
  card.notice({ type: 'documentRead', document: PAPER });
  card.notice({ type: 'cardLifted' });
  card.notice({ type: 'status', kind: 'idCardReader', status: { state: 'fault', code: 'portLost' } });
  expect(card.current()).toEqual(PAPER);
  card.notice({ type: 'scanTrouble', trouble: 'noDocument' });
  expect(told).toEqual(['laid', 'laid', 'noDocument']);
});

test('the hall is asked with one of the three', () => {
  const asked = { stage: 'asked', requestId: 'request-1', queueId: 'tax', withCard: true, touchedAt: 0 } as const;
  const { documentKind: kind, issuer, number, name } = PAPER;
  expect(issueCommand(asked, PAPER)).toMatchObject({ document: { kind, issuer, number, name } });
  expect(issueCommand(asked, PAPER)).not.toHaveProperty('idCard');
  expect(issueCommand(asked, { ...PAPER, birth: '1974-08-12' })).toMatchObject({ document: { birth: '1974-08-12' } });
  expect(issueCommand(asked, CARD)).not.toHaveProperty('document');
  const typed = issueCommand(asked, { typedIdNumber: '11010519491231002X' });
  expect(typed).toMatchObject({ typedIdNumber: '11010519491231002X' });
  expect(typed).not.toHaveProperty('idCard');
});
