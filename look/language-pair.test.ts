// Proves that two tables become one of pairs, and which languages an address asks for.
import { describe, expect, it } from 'vitest';
import { languagesOf, nameIn, pairTables } from './language-pair.tsx';

const zh = { free: '空闲', call: { window: (label: string) => `${label} 号窗口` } };
const en: typeof zh = { free: 'Free', call: { window: (label) => `Window ${label}` } };

describe('pairTables', () => {
  it('pairs texts, nested texts and texts with something in them', () => {
    const texts = pairTables(zh, en);
    expect(texts.free).toEqual({ first: '空闲', second: 'Free' });
    expect(texts.call.window('12')).toEqual({ first: '12 号窗口', second: 'Window 12' });
  });
});

describe('languagesOf', () => {
  const known = ['zh', 'en', 'bo'];
  it.each([
    ['', ['zh', 'en']],
    ['?languages=en', ['en', 'zh']],
    ['?languages=bo,zh', ['bo', 'zh', 'en']],
    ['?languages=xx,%20en', ['en', 'zh']],
    ['?display=a&languages=', ['zh', 'en']],
  ])('of %j', (search, expected) => expect(languagesOf(search, known, ['zh', 'en'])).toEqual(expected));
});

describe('nameIn', () => {
  it('falls back to Chinese where the hall gives no name in the language', () => {
    const name = { zh: '社会保险', en: 'Social insurance' };
    expect(['zh', 'en', 'bo'].map((each) => nameIn(each, name))).toEqual(['社会保险', 'Social insurance', '社会保险']);
  });
});
