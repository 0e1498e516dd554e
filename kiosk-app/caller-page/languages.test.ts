// Proves that every language of the floating caller is complete, so that a further one is a matter of one file.
import { describe, expect, it } from 'vitest';
import { REFUSAL_TEXTS } from '@jiaohao/contracts/refusals';
import type { RefusalCode } from '@jiaohao/contracts/refusals';
import { hanziIn, placesOf } from '../../look/testing/language-places.ts';
import zh from './languages/zh.ts';
import { LANGUAGES, textsOf, troubleText } from './texts.ts';

describe('the languages of the floating caller', () => {
  it('has Chinese and English', () => expect(Object.keys(LANGUAGES)).toEqual(expect.arrayContaining(['zh', 'en'])));

  it.each(Object.keys(LANGUAGES))('%s has every text, and words for every refusal', (language) => {
    const texts = textsOf(language);
    expect(placesOf(texts)).toEqual(placesOf(zh));
    for (const code of Object.keys(REFUSAL_TEXTS) as RefusalCode[]) expect(troubleText(texts, code)).not.toBe('');
  });

  it('says nothing in English that is still Chinese', () => expect(hanziIn(textsOf('en'))).toEqual([]));

  it('a language that the page does not have is Chinese', () => expect(textsOf('xx')).toBe(zh));
});
