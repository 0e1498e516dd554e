// Proves that every language of the technician's page is complete, so that a further one is a matter of one file.
import { describe, expect, it } from 'vitest';
import type { StationHealth } from '@jiaohao/contracts/health';
import { hanziIn, placesOf } from '../../look/testing/language-places.ts';
import zh from './languages/zh.ts';
import { LANGUAGES, TEXTS } from './texts.ts';

const pad: StationHealth['devices'][number]['device'] = {
  kind: 'evaluationPad',
  state: 'fault',
  code: 'noReply',
  windowId: 'w05',
};

describe('the languages of the technician’s page', () => {
  it('has Chinese and English', () => expect(Object.keys(LANGUAGES)).toEqual(expect.arrayContaining(['zh', 'en'])));

  it.each(Object.keys(LANGUAGES))('%s has every text', (language) => {
    expect(placesOf(LANGUAGES[language] ?? {})).toEqual(placesOf(zh));
  });

  it('says nothing in English that is still Chinese', () => expect(hanziIn(LANGUAGES['en'] ?? {})).toEqual([]));

  it('what is wrong is said in both languages, in the words of the consoles', () => {
    const kiosk = { id: 'kiosk-1', windowLabel: null };
    expect(TEXTS.troubles.device({ id: 'pad-05', windowLabel: '5' }, pad)).toEqual({
      first: '5 号窗口 pad-05 的评价器 w05 ：没有应答',
      second: 'pad-05 (window 5): Pad w05, does not answer',
    });
    expect(TEXTS.troubles.missing('kiosk', Array(5).fill(kiosk))).toEqual({
      first: '取号机未连接：5 台',
      second: 'Kiosks not connected: 5',
    });
  });
});
