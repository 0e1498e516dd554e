// Proves that every language of the terminal itself is complete, and that a further one is one file: as source and in a bundle.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleProgram } from '../../packaging/bundle-program.ts';
import { NATIVE_MODULES } from '../../packaging/terminal/native-modules.ts';
import { hanziIn, placesOf } from '../../look/testing/language-places.ts';
import { LANGUAGES, twoLanguages } from './languages.ts';
import en from './languages/en.ts';
import zh from './languages/zh.ts';

const ROOT = join(import.meta.dirname, '../..');

describe('the languages of the terminal', () => {
  it('are at least Chinese and English, whatever else lies there', () => {
    expect(LANGUAGES['zh']).toBe(zh);
    expect(LANGUAGES['en']).toBe(en);
  });

  it.each(Object.entries(LANGUAGES))('%s has every text and says the fields of a ticket in each', (_name, language) => {
    expect(placesOf(language)).toEqual(placesOf(zh));
    expect(fieldsOf(language.ticket)).toEqual(fieldsOf(zh.ticket));
  });

  it('English says nothing that is still Chinese', () => expect(hanziIn(en)).toEqual([]));

  it.each([
    [undefined, ['zh', 'en']],
    ['', ['zh', 'en']],
    ['en', ['en', 'zh']],
    [' xx , zh ', ['xx', 'zh']],
    ['klingon,xx', ['xx', 'zh']],
    ['xx,xx', ['xx', 'zh']],
  ])('the setting %j is %j', (setting, languages) => {
    expect(twoLanguages(setting, ['en', 'xx', 'zh'])).toEqual(languages);
  });
});

describe('a third language, twice as long as English', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jiaohao-terminal-language-'));
  const copy = join(folder, 'kiosk-app');
  beforeAll(() => {
    const isSource = (path: string) => !/node_modules|\/(pages|caller-page|electron|browser)$/.test(path);
    cpSync(join(ROOT, 'kiosk-app'), copy, { recursive: true, filter: isSource });
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
    writeFileSync(join(copy, 'terminal/languages/xx.ts'), XX);
    writeFileSync(join(copy, 'say.ts'), SAY);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const said = (program: string, languages: string) => {
    const env = { ...process.env, JIAOHAO_LANGUAGES: languages };
    return JSON.parse(execFileSync(process.execPath, [program], { cwd: folder, env, encoding: 'utf8' })) as Said;
  };

  it.each(['as source', 'in a bundle'])(
    'speaks by its one file, %s',
    async (how) => {
      const entry = join(copy, 'say.ts');
      const outFile = join(folder, 'bundle/say.js');
      if (how === 'in a bundle') await bundleProgram({ entry, outFile, external: NATIVE_MODULES });
      const { firstStart, linePage, strip, ticket } = said(how === 'in a bundle' ? outFile : entry, 'zh,xx');
      expect(firstStart).toContain('<html lang="zh-CN">');
      expect(firstStart).toContain('<small lang="fi">cchheecckk aanndd ssaavvee</small>');
      expect(linePage).toContain('窗口条屏 <small lang="fi">LED ssttrriippss</small>');
      expect(strip).toBe('5号窗口');
      expect(ticket.mistakes).toEqual([]);
      expect(ticket.words).toContain('等候人数 wwaaiittiinngg');
    },
    60_000,
  );

  it('first, and Chinese beside it', () => {
    const { firstStart, strip, ticket } = said(join(copy, 'say.ts'), 'xx');
    expect(firstStart).toContain('<html lang="fi">');
    expect(firstStart).toContain('cchheecckk aanndd ssaavvee <small lang="zh-CN">检查并保存</small>');
    expect(strip).toBe('wwiinnddooww 5');
    expect(ticket.mistakes).toEqual([]);
  });
});

interface Said {
  readonly firstStart: string;
  readonly linePage: string;
  readonly strip: string;
  readonly ticket: { readonly mistakes: readonly unknown[]; readonly words: string };
}

/** `{peopleAhead}` and the others, by the place of their text. */
function fieldsOf(texts: object): object {
  const found = Object.entries(texts).map(
    ([key, text]) => [key, [...String(text).matchAll(/\{\w+\}/g)].join()] as const,
  );
  return Object.fromEntries(found.map(([key, fields]) => [key, fields.split(',').sort()]));
}

/** Each letter twice; fields, numbers and what is put into a text stay. */
const XX = `// A language of words twice as long.
import en from './en.ts';

const longer = (text) => text.replace(/\\{\\w+\\}|[A-Za-z]+/g, (word) => (word.startsWith('{') || /^[A-Z]+$/.test(word) ? word : word.replace(/./g, '$&$&').toLowerCase()));
function twice(table) {
  if (typeof table === 'string') return longer(table);
  if (typeof table === 'function') return (...given) => longer(table(...given));
  return Object.fromEntries(Object.entries(table).map(([key, text]) => [key, twice(text)]));
}
export default { ...twice(en), tag: 'fi', hallWords: 'en' };
`;

/** Says what stands on paper, strip and pages, as the terminal's own code makes it. */
const SAY = `// What the terminal says, for the test of its languages.
import { firstStartPage } from './terminal/first-start/first-start-page.ts';
import { linePage } from './terminal/line-page.ts';
import { staleContent } from './terminal/strip/strip-text.ts';
import { checkTicketTemplate } from './terminal/check-ticket-template.ts';
import { DEFAULT_TICKET_TEMPLATE } from './terminal/default-ticket-template.ts';

const checked = [384, 576].map((dots) => checkTicketTemplate(DEFAULT_TICKET_TEMPLATE, dots));
console.log(JSON.stringify({
  firstStart: firstStartPage({ roles: ['kiosk', 'window', 'pads', 'strip'], asksPin: true }),
  linePage: linePage({ terminalId: 't', role: 'strip', hallLink: 'up', devices: [] }),
  strip: staleContent('5').wordings[0][0],
  ticket: { mistakes: checked.flatMap((each) => each.mistakes ?? []), words: JSON.stringify(DEFAULT_TICKET_TEMPLATE) },
}));
`;
