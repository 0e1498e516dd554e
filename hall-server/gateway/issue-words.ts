// What a schema found wrong, each with the path of its field and what is expected there, whole in both languages.
import { z } from 'zod';
import { wordsIn } from '@jiaohao/contracts/field-words';
import { ISSUE_TEXTS } from './texts.ts';

export interface FieldIssue {
  /** Empty: the value itself. A key that nobody knows is named too. */
  readonly path: readonly PropertyKey[];
  readonly zh: string;
  readonly en: string;
}

type Issue = z.core.$ZodIssue;

const inChinese = z.locales.zhCN().localeError;
const inEnglish = z.locales.en().localeError;

/** Of a value that the schema refuses; empty where it takes it. */
export function fieldIssues(schema: z.ZodType, value: unknown): FieldIssue[] {
  const chinese = schema.safeParse(value, { error: inChinese }).error?.issues ?? [];
  const english = schema.safeParse(value, { error: inEnglish }).error?.issues ?? [];
  return english.map((issue, at) => {
    const here = innermost(issue);
    return { path: pathOf(here), ...wordsOf(here, innermost(chinese[at] ?? issue)) };
  });
}

/** Of a union, what is wrong with the one shape that was meant: the only one that knows all fields given. */
function innermost(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue;
  const meant = issue.errors.filter((found) => !found.some(({ code }) => code === 'unrecognized_keys'));
  const [first] = meant.length === 1 ? (meant[0] ?? []) : [];
  return first === undefined ? issue : innermost({ ...first, path: [...issue.path, ...first.path] });
}

function pathOf(issue: Issue): PropertyKey[] {
  return issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
}

function wordsOf(english: Issue, chinese: Issue): { zh: string; en: string } {
  if (english.code === 'invalid_union') return unionWords(english);
  // Other messages may repeat what the client sent; only ours have two languages in one.
  const isOurs = english.code === 'custom' || english.code === 'invalid_format';
  return (isOurs ? wordsIn(english.message) : null) ?? { zh: chinese.message, en: english.message };
}

function unionWords({ errors }: Extract<Issue, { code: 'invalid_union' }>): { zh: string; en: string } {
  const choices = errors.flatMap((found) => found.find(({ path }) => path.length > 0)?.path[0] ?? []).map(String);
  return choices.length === 0 ? ISSUE_TEXTS.unknownKind : ISSUE_TEXTS.oneOf([...new Set(choices)]);
}
