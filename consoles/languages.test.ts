// Proves that every language of the consoles is complete, so that a further one is a matter of one file.
import { describe, expect, it } from 'vitest';
import { hanziIn, placesOf } from '../look/testing/language-places.ts';
import zh from './languages/zh.ts';
import { LANGUAGES, TEXTS, firstWords, secondWords } from './texts.ts';

describe('the languages of the consoles', () => {
  it('has Chinese and English', () => expect(Object.keys(LANGUAGES)).toEqual(expect.arrayContaining(['zh', 'en'])));

  it.each(Object.keys(LANGUAGES))('%s has every text', (language) => {
    expect(placesOf(LANGUAGES[language] ?? {})).toEqual(placesOf(zh));
  });

  it('says nothing in English that is still Chinese', () => {
    expect(hanziIn(LANGUAGES['en'] ?? {})).toEqual([]);
  });

  it('says trouble in two languages', () => {
    expect(firstWords(TEXTS.signIn.wrong)).toBe('工号或密码不正确');
    expect(secondWords(TEXTS.signIn.wrong)).toEqual({ text: 'Wrong staff number or password', lang: 'en' });
    expect(firstWords({ zh: '甲', en: 'A', own: 'ⴰ' })).toBe('ⴰ');
  });
});
