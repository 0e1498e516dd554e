// Proves that every language of the displays is complete, so that a further one is a matter of one file.
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from './texts.ts';
import zh from './languages/zh.ts';

/** `call.sentence(2)`: the place of every text and how many values it takes. */
function placesOf(table: object, before = ''): string[] {
  return Object.entries(table).flatMap(([key, text]: [string, unknown]) => {
    if (typeof text === 'object' && text !== null) return placesOf(text, `${before}${key}.`);
    return [typeof text === 'function' ? `${before}${key}(${text.length})` : `${before}${key}`];
  });
}

describe('the languages of the displays', () => {
  it('has Chinese and English', () => expect(Object.keys(LANGUAGES)).toEqual(expect.arrayContaining(['zh', 'en'])));

  it.each(Object.keys(LANGUAGES))('%s has every text', (language) => {
    expect(placesOf(LANGUAGES[language] ?? {})).toEqual(placesOf(zh));
  });

  it('says nothing in English that is still Chinese', () => {
    const { en } = LANGUAGES;
    const words = JSON.stringify(en, (_key, text: unknown) => (typeof text === 'function' ? String(text) : text));
    expect(words).not.toMatch(/[\u4e00-\u9fff]/);
  });
});
