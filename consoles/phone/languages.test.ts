// Proves that every language of the phone page is complete, so that a further one is a matter of one file.
import { describe, expect, it } from 'vitest';
import { hanziIn, placesOf } from '../../look/testing/language-places.ts';
import zh from './languages/zh.ts';
import { LANGUAGES, TEXTS } from './texts.ts';

describe('the languages of the phone page', () => {
  it('has Chinese and English', () => expect(Object.keys(LANGUAGES)).toEqual(expect.arrayContaining(['zh', 'en'])));

  it.each(Object.keys(LANGUAGES))('%s has every text', (language) => {
    expect(placesOf(LANGUAGES[language] ?? {})).toEqual(placesOf(zh));
  });

  it('says nothing in English that is still Chinese', () => expect(hanziIn(LANGUAGES['en'] ?? {})).toEqual([]));

  it('counts one person as one', () => {
    expect(TEXTS.people('1')).toEqual({ first: '1 人', second: '1 person' });
    expect(TEXTS.people('2').second).toBe('2 people');
  });

  it('says where in both, also below the ground', () => {
    expect(TEXTS.place(-1, 'A')).toEqual({ first: '地下 1 楼 A', second: 'A, floor B1' });
  });
});
