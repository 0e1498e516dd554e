// Proves that every language of the consoles is complete, so that a further one is a matter of one file.
import { describe, expect, it } from 'vitest';
import zh from './languages/zh.ts';
import { LANGUAGES, TEXTS, firstWords, secondWords } from './texts.ts';

/** `effect.finishAndCall(2)`: the place of every text and how many values it takes. */
function placesOf(table: object, before = ''): string[] {
  return Object.entries(table).flatMap(([key, text]: [string, unknown]) => {
    if (typeof text === 'object' && text !== null) return placesOf(text, `${before}${key}.`);
    return [typeof text === 'function' ? `${before}${key}(${text.length})` : `${before}${key}`];
  });
}

describe('the languages of the consoles', () => {
  it('has Chinese and English', () => expect(Object.keys(LANGUAGES)).toEqual(expect.arrayContaining(['zh', 'en'])));

  it.each(Object.keys(LANGUAGES))('%s has every text', (language) => {
    expect(placesOf(LANGUAGES[language] ?? {}).sort()).toEqual(placesOf(zh).sort());
  });

  it('says nothing in English that is still Chinese', () => {
    const words = JSON.stringify(LANGUAGES['en'], (_key, text: unknown) =>
      typeof text === 'function' ? String(text) : text,
    );
    expect(words).not.toMatch(/[\u4e00-\u9fff]/);
  });

  it('says trouble in two languages', () => {
    expect(firstWords(TEXTS.signIn.wrong)).toBe('工号或密码不正确');
    expect(secondWords(TEXTS.signIn.wrong)).toEqual({ text: 'Wrong staff number or password', lang: 'en' });
    expect(firstWords({ zh: '甲', en: 'A', own: 'ⴰ' })).toBe('ⴰ');
  });
});
