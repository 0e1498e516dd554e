// English with every word said twice: a third language for the tests, as wide as any that will come.
import type { LanguageFile } from '../../language-file.ts';
import english from '../../languages/en.ts';

/** Values stay single: the same places in every language. */
function twice(text: string): string {
  return `${text} ${text.replace(/\{\w+\}/g, '…')}`;
}

function twiceAll<Tree extends object>(tree: Tree): Tree {
  const entries = Object.entries(tree) as [string, string | object][];
  return Object.fromEntries(
    entries.map(([key, node]) => [key, typeof node === 'string' ? twice(node) : twiceAll(node)]),
  ) as Tree;
}

const englishTwice: LanguageFile = {
  ...english,
  tag: 'en-x-twice',
  names: { own: 'English English', zh: '双倍英文', en: 'English twice' },
  words: twiceAll(english.words),
};

export default englishTwice;
