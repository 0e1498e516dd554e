// The invented cards: right by the standard's own formula, nobody's, and readable by the real driver over the bench.
import { openIdCardReader, type IdCard } from '@jiaohao/drivers';
import { afterEach, expect, test } from 'vitest';
import { Bench } from './bench.ts';
import { memoryWiring } from './device-line.ts';
import { PEOPLE, benchCard } from './people.ts';

const NOW = Date.parse('2026-11-22T12:00:00+08:00');
const closers: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** GB 11643-1999: the sum of a(i) x (2^(i-1) mod 11), counted from the right with the check character first, is 1 mod 11. */
function isRightByTheStandard(idNumber: string): boolean {
  const values = Array.from(idNumber)
    .reverse()
    .map((character) => (character === 'X' ? 10 : Number(character)));
  return values.reduce((sum, value, index) => sum + value * (2 ** index % 11), 0) % 11 === 1;
}

test('a dozen, each with a number of its own that passes the check and names no region', () => {
  const numbers = PEOPLE.map(({ card }) => card.idNumber);
  expect(new Set(numbers).size).toBe(12);
  for (const { card } of PEOPLE) {
    if (card.kind === 'foreigner2017') expect(card.idNumber).toMatch(/^UTO9901\d{8}$/);
    else expect([card.idNumber, isRightByTheStandard(card.idNumber)]).toEqual([card.idNumber, true]);
    if (card.kind === 'resident' || card.kind === 'hkMacaoTaiwan') expect(card.idNumber.slice(0, 6)).toBe('990100');
  }
});

test('all four layouts are there, two people are 60 or older, and nobody can be taken for a real person', () => {
  const cards = PEOPLE.map((person) => benchCard(person, NOW));
  const kinds = new Set(cards.map(({ kind }) => kind));
  expect([...kinds].sort()).toEqual(['foreigner2017', 'foreigner2023', 'hkMacaoTaiwan', 'resident']);
  expect(cards.filter(({ isSenior }) => isSenior)).toHaveLength(2);
  for (const { name } of cards) expect(name).toContain('演示');
});

test('one becomes a senior on the day of the 60th birthday', () => {
  const person = PEOPLE.find(({ card }) => card.birth === '19760309');
  if (person === undefined) throw new Error('nobody was born then');
  expect(benchCard(person, Date.parse('2036-03-08T23:59:59+08:00')).isSenior).toBe(false);
  expect(benchCard(person, Date.parse('2036-03-09T00:00:00+08:00')).isSenior).toBe(true);
});

/** The bench with the real driver of the kiosk at the other end of its reader's line. */
async function benchWithReader() {
  const bench = await Bench.open(memoryWiring('test'), []);
  closers.push(() => bench.close());
  const { model, port, options } = bench.reader.setting;
  const reader = openIdCardReader({ model, port, options });
  const next = (type: 'cardRead' | 'cardLifted') =>
    new Promise<IdCard | null>((resolve) => {
      const stop = reader.onEvent((event) => {
        if (event.type !== type) return;
        stop();
        resolve(event.type === 'cardRead' ? event.card : null);
      });
    });
  reader.start();
  closers.push(() => reader.stop());
  return { bench, next };
}

test('every card laid on the bench is read whole and without a doubt', async () => {
  const { bench, next } = await benchWithReader();
  for (const { cardId, card } of PEOPLE) {
    const read = next('cardRead');
    expect(await bench.act({ type: 'layCard', cardId })).toBeNull();
    expect(await read).toMatchObject({ kind: card.kind, idNumber: card.idNumber });
    expect((await read)?.doubts ?? []).toEqual([]);
    expect(bench.state().reader).toEqual({ isPlugged: true, cardId, isRead: true });
    const lifted = next('cardLifted');
    await bench.act({ type: 'liftCard' });
    await lifted;
  }
});

test('a card laid in the place of another is lifted and laid as a hand would', async () => {
  const { bench, next } = await benchWithReader();
  const first = next('cardRead');
  await bench.act({ type: 'layCard', cardId: 'card-01' });
  await first;
  const [lifted, second] = [next('cardLifted'), next('cardRead')];
  await bench.act({ type: 'layCard', cardId: 'card-02' });
  await lifted;
  expect(await second).toMatchObject({ name: '演示乙' });
});

test('what nobody has is refused in words of the bench', async () => {
  const bench = await Bench.open(memoryWiring('test'), [{ windowId: 'w01', label: '1', address: 1 }]);
  closers.push(() => bench.close());
  expect(await bench.act({ type: 'layCard', cardId: 'card-99' })).toBe('unknownCard');
  expect(await bench.act({ type: 'pressPad', windowId: 'w99', key: 1 })).toBe('unknownWindow');
  expect(await bench.act({ type: 'plugPad', windowId: 'w01', isPlugged: false })).toBeNull();
  expect(await bench.act({ type: 'pressPad', windowId: 'w01', key: 1 })).toBe('padUnplugged');
  expect(bench.state().pads).toMatchObject([{ windowId: 'w01', isPlugged: false, isLit: false, lastKey: null }]);
});
