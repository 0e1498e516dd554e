// What the pages reckon before they say it: waits, load, places, trouble, names, hours, and that every text has both languages.
import { describe, expect, test } from 'vitest';
import { dayPart } from './day-part.ts';
import { hallLoad } from './hall-load.ts';
import { itemsAPage } from './form.ts';
import { pageCount } from './item-pages.ts';
import { inLanguage, languages, nextLanguage } from './languages.ts';
import { aView } from './testing/journey-samples.ts';
import { placeOf } from './place.ts';
import { numberOnScreenOnly, printerTrouble } from './printer-words.ts';
import { tapGuard } from './tap-guard.ts';
import { fill, texts } from './texts.ts';
import { waitMinutes } from './wait-minutes.ts';

test.each([
  [0, 1],
  [59_999, 1],
  [60_000, 1],
  [60_001, 2],
  [7_200_000, 120],
])('%i ms of waiting are told as %i minutes', (waitMs, minutes) => {
  expect(waitMinutes(waitMs)).toBe(minutes);
});

test.each([
  [449_999, 'quiet'],
  [450_000, 'steady'],
  [900_000, 'steady'],
  [900_001, 'busy'],
] as const)('an average wait of %i ms against a target of 15 minutes is %s', (averageWaitMs, load) => {
  expect(hallLoad(aView({ waiting: 1, averageWaitMs }))).toBe(load);
});

test('before the first call the longest estimate says how full the hall is', () => {
  const queue = { queueId: 'q', name: { zh: '税', en: 'Tax' }, zoneId: 'a', idCard: 'optional', waiting: 9 } as const;
  expect(hallLoad(aView({ waiting: 9, queues: [{ ...queue, estimatedWaitMs: 1_000_000 }] }))).toBe('busy');
  expect(hallLoad(aView({ waiting: 9, queues: [{ ...queue, estimatedWaitMs: null }] }))).toBe('quiet');
  const others = { ...queue, queueId: 'other', waiting: 0, estimatedWaitMs: 1_000_000 };
  expect(hallLoad(aView({ waiting: 9, queues: [{ ...queue, estimatedWaitMs: 60_000 }, others] }))).toBe('quiet');
});

test('a hall where nobody waits is quiet, whatever the day was like', () => {
  expect(hallLoad(aView({ waiting: 0, averageWaitMs: 9_000_000 }))).toBe('quiet');
});

describe('where to wait', () => {
  test('floor and zone by name, in both languages', () => {
    expect(placeOf(aView(), 'a')?.sentence).toEqual({
      zh: '请到 1 楼 A 区等候区等候，看大屏叫号',
      en: 'Please wait in area A, floor 1, and watch the screens',
    });
  });

  test('below ground', () => {
    const view = aView({ zones: [{ zoneId: 'a', name: { zh: 'C 区', en: 'area C' }, floor: -1 }] });
    expect(placeOf(view, 'a')?.short).toEqual({ zh: '地下 1 楼 C 区', en: 'Floor B1, area C' });
  });

  test('a zone that the hall does not know is not made up', () => {
    expect(placeOf(aView(), 'elsewhere')).toBeNull();
    expect(placeOf(null, 'a')).toBeNull();
  });
});

describe('a printer in trouble', () => {
  test('staff have been told of known faults while the link is up, and of nothing else', () => {
    expect(printerTrouble('paperOut', true).zh).toBe('打印机缺纸，已通知工作人员');
    expect(printerTrouble('paperOut', false).zh).toBe('打印机缺纸，请联系工作人员');
    expect(printerTrouble('somethingNew', true).zh).toBe('打印机故障，请联系工作人员');
    expect(printerTrouble(null, true).zh).not.toContain('已通知');
  });

  test('the start page says beforehand that there will be no paper', () => {
    expect(numberOnScreenOnly('coverOpen').zh).toBe('打印机盖没有合上，号码将显示在屏幕上');
  });
});

test('as many service items a page as the glass holds, in large type four', () => {
  expect([0, 1, 8, 9, 16, 17].map((items) => pageCount(items, itemsAPage('portrait', 'normal')))).toEqual([
    1, 1, 1, 2, 2, 3,
  ]);
  expect(pageCount(40, itemsAPage('wide', 'normal'))).toBe(5);
  expect(pageCount(40, itemsAPage('small', 'normal'))).toBe(7);
  expect(pageCount(40, itemsAPage('small', 'large'))).toBe(10);
});

test.each([
  ['08:30', '12:00', 'morning'],
  ['13:30', '17:00', 'afternoon'],
  ['12:00', '13:00', 'afternoon'],
  ['00:00', '24:00', 'allDay'],
])('%s to %s is %s', (opens, closes, part) => {
  expect(dayPart({ opens, closes })).toBe(part);
});

test('a second tap within 600 ms does not count, and does not put off the next', () => {
  let now = 0;
  const mayTap = tapGuard(() => now);
  const at = (ms: number): boolean => {
    now = ms;
    return mayTap();
  };
  expect([at(0), at(300), at(599), at(600), at(1000), at(1200)]).toEqual([true, false, false, true, false, true]);
});

describe('texts', () => {
  const all: Record<string, string>[] = [];
  const collect = (node: object): void => {
    if ('zh' in node && typeof node.zh === 'string') all.push(node as Record<string, string>);
    else for (const child of Object.values(node) as object[]) collect(child);
  };
  collect(texts);

  test('every text is there in every language, with the same places', () => {
    expect(all.length).toBeGreaterThan(80);
    const places = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
    for (const text of all) {
      expect(Object.keys(text)).toEqual([...languages.keys()]);
      expect(text['zh']).toMatch(/[\u4e00-\u9fff]/);
      expect(text['en']).toMatch(/[A-Za-z]/);
      for (const said of Object.values(text)) expect(places(said)).toEqual(places(text['zh'] ?? ''));
    }
  });

  test('a place without a value stays visible', () => {
    expect(fill({ zh: '{a} 和 {b}', en: '{a} and {b}' }, { a: 1 })).toEqual({ zh: '1 和 {b}', en: '1 and {b}' });
  });
});

describe('languages', () => {
  test('Chinese first, English second, then round', () => {
    expect([...languages.keys()]).toEqual(['zh', 'en']);
    expect([nextLanguage('zh'), nextLanguage('en')]).toEqual(['en', 'zh']);
  });

  test('a text is said with the tag of the language that it is in', () => {
    expect(inLanguage({ zh: '税务', en: 'Tax' }, 'en')).toEqual({ text: 'Tax', tag: 'en' });
    expect(inLanguage({ zh: '税务', en: 'Tax' }, 'zh')).toEqual({ text: '税务', tag: 'zh-CN' });
  });
});
