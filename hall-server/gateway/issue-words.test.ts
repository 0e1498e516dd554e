// What is wrong with a request is said whole in Chinese and whole in English, and names the field that was meant.
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { ActingFor, Command, RequestEnvelope } from '@jiaohao/contracts/commands';
import { FIELD_WORDS, wordsIn } from '@jiaohao/contracts/field-words';
import type { FieldWords } from '@jiaohao/contracts/field-words';
import { parseWith } from './request-errors.ts';

const CARD = { idNumber: '110101199001011237', name: '张三' };
const PAPER = { kind: 'passport', issuer: 'D', number: 'C01X0006H', name: 'X' };

test.each<[z.ZodType, unknown, string, FieldWords]>([
  [RequestEnvelope, { requestId: 'x' }, 'requestId', FIELD_WORDS.requestId],
  [RequestEnvelope, { requestId: CARD.idNumber }, 'requestId', FIELD_WORDS.noIdNumber],
  [Command, { type: 'callNext', windowId: '*' }, 'windowId', FIELD_WORDS.configuredId],
  [Command, { type: 'issueTicket', idCard: CARD, document: PAPER }, 'document', FIELD_WORDS.onePaper],
  [ActingFor, { staffNo: '*' }, 'staffNo', FIELD_WORDS.staffNo],
])('our own words, in each language alone', (schema, value, field, { zh, en }) => {
  const parsed = parseWith(schema, value);
  expect(parsed).toEqual({
    ok: false,
    error: {
      code: 'invalidField',
      field,
      zh: `请求中的 ${field} 不正确：${zh}`,
      en: `The field ${field} is not valid: ${en}`,
    },
  });
});

test.each<[z.ZodType, unknown, string, string, string]>([
  [ActingFor, {}, 'body', '应给出其中一项：terminalId、staffNo', 'expected one of terminalId, staffNo'],
  [Command, { type: 'advanceTime' }, 'type', '不是已知的种类', 'not one of the known kinds'],
  [
    Command,
    { type: 'erasePersonalData', of: { ticket: { businessDay: 'today', ticketNumber: 'A1' } } },
    'of.ticket.businessDay',
    FIELD_WORDS.businessDay.zh,
    FIELD_WORDS.businessDay.en,
  ],
])('of several shapes the one that was meant', (schema, value, field, zh, en) => {
  const parsed = parseWith(schema, value);
  expect(parsed.ok ? null : parsed.error).toMatchObject({ field, zh: expect.stringContaining(zh) as string });
  expect(parsed.ok ? '' : parsed.error.en).toContain(en);
});

test('what a client sent is not taken for words of ours', () => {
  const parsed = parseWith(Command, { type: 'callNext', windowId: 'w1', 'x / y': 1 });
  expect(parsed.ok ? null : parsed.error).toMatchObject({
    field: 'x / y',
    zh: '请求中的 x / y 不正确：出现未知的键(key): "x / y"',
    en: 'The field x / y is not valid: Unrecognized key: "x / y"',
  });
});

test('every pair has Chinese on the one side and none on the other', () => {
  for (const { zh, en } of Object.values(FIELD_WORDS)) {
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).not.toMatch(/\p{Script=Han}/u);
    expect(wordsIn(`${zh} / ${en}`)).toEqual({ zh, en });
  }
});
