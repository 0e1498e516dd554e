// Proves that every language of the shell's own pages is complete, so that a further one is a matter of one file.
import { describe, expect, it } from 'vitest';
import { hanziIn, placesOf } from '../../../look/testing/language-places.ts';
import en from './languages/en.ts';
import zh from './languages/zh.ts';
import { LANGUAGES, textsFor } from './texts.ts';

describe('the languages of the shell’s pages', () => {
  it('are at least Chinese and English', () =>
    expect(Object.keys(LANGUAGES)).toEqual(expect.arrayContaining(['zh', 'en'])));

  it.each(Object.entries(LANGUAGES))('%s has every text', (_name, language) =>
    expect(placesOf(language)).toEqual(placesOf(zh)),
  );

  it('English says nothing that is still Chinese', () => expect(hanziIn(en)).toEqual([]));

  it.each([
    ['', '返回', 'Back'],
    ['?languages=en', 'Back', '返回'],
    ['?languages=xx,en', 'Back', '返回'],
  ])('for %j', (search, first, second) => expect(textsFor(search).staff.stay).toEqual({ first, second }));
});
