// How long a card is remembered.
import { afterEach, expect, test, vi } from 'vitest';
import type { CardNotice } from '../wire/page.ts';
import { CardOnReader } from './card-on-reader.ts';

const CARD = { idNumber: '00000019560229123X', name: '样本张三', birth: null };

function reader() {
  const told: CardNotice['state'][] = [];
  const card = new CardOnReader(({ state }) => told.push(state), 60_000);
  return { card, told };
}

afterEach(() => {
  vi.useRealTimers();
});

test('remembered while it lies there, forgotten when lifted', () => {
  const { card, told } = reader();
  card.notice({ type: 'cardRead', card: CARD });
  expect(card.current()).toEqual(CARD);
  card.notice({ type: 'cardLifted' });
  expect(card.current()).toBeNull();
  card.notice({ type: 'cardLifted' });
  expect(told).toEqual(['laid', 'lifted']);
});

test('a card left behind is forgotten after a minute; a card laid meanwhile has its own minute', () => {
  vi.useFakeTimers();
  const { card } = reader();
  card.notice({ type: 'cardRead', card: CARD });
  vi.advanceTimersByTime(40_000);
  const next = { ...CARD, name: '样本李四' };
  card.notice({ type: 'cardRead', card: next });
  vi.advanceTimersByTime(59_999);
  expect(card.current()).toEqual(next);
  vi.advanceTimersByTime(1);
  expect(card.current()).toBeNull();
});

test('a reader that fails no longer holds a card', () => {
  const { card, told } = reader();
  card.notice({ type: 'cardRead', card: CARD });
  card.notice({ type: 'status', kind: 'idCardReader', status: { state: 'fault', code: 'portLost' } });
  expect(card.current()).toBeNull();
  expect(told).toEqual(['laid', 'lifted']);
});

test('trouble is told, and nothing is kept of the card before', () => {
  const { card, told } = reader();
  card.notice({ type: 'cardRead', card: CARD });
  card.notice({ type: 'cardTrouble', trouble: 'layAgain' });
  card.notice({ type: 'cardTrouble', trouble: 'unsupportedCard' });
  expect(card.current()).toBeNull();
  expect(told).toEqual(['laid', 'layAgain', 'unsupported']);
});
