// Answers to requests that never reached a rule: one shape, a code that programs match, the field where there is one.
import type { z } from 'zod';
import type { RequestError } from '@jiaohao/contracts/socket';
import { fieldIssues } from './issue-words.ts';
import { ERROR_TEXTS, FIELD_TEXTS } from './texts.ts';

/** Over HTTP there are more ways to be wrong than over a socket. */
export type HttpErrorCode = RequestError['code'] | keyof typeof ERROR_TEXTS;

export interface HttpError {
  readonly code: HttpErrorCode;
  readonly field?: string;
  readonly zh: string;
  readonly en: string;
}

/** Unknown keys are a client's own words: they are named in the answer, cut to this length. */
const FIELD_LENGTH_MAX = 120;
const DETAIL_LENGTH_MAX = 160;

export const UNAUTHORISED: RequestError = { code: 'unauthorised', ...ERROR_TEXTS.unauthorised };
export const FORBIDDEN: RequestError = { code: 'forbidden', ...ERROR_TEXTS.forbidden };

export function httpError(code: keyof typeof ERROR_TEXTS): HttpError {
  return { code, ...ERROR_TEXTS[code] };
}

export function invalidField(field: string, detail: { readonly zh: string; readonly en: string }): RequestError {
  const named = field.slice(0, FIELD_LENGTH_MAX);
  return { code: 'invalidField', field: named, ...FIELD_TEXTS.invalid(named, detail.zh, detail.en) };
}

export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: RequestError };

/** The first thing wrong is named by its dotted path; `whole` names the value itself. */
export function parseWith<T>(schema: z.ZodType<T>, value: unknown, whole = 'body'): Parsed<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  const [{ path, zh, en } = { path: [], zh: '', en: '' }] = fieldIssues(schema, value);
  const field = path.length === 0 ? whole : path.map(String).join('.');
  return { ok: false, error: invalidField(field, { zh: cut(zh), en: cut(en) }) };
}

function cut(detail: string): string {
  return detail.slice(0, DETAIL_LENGTH_MAX);
}
