// Who reads what people wrote, who has data erased, and that each leaves a line in the log without a word of it.
import { expect, test } from 'vitest';
import { EvaluationsAnswer } from '@jiaohao/contracts/http';
import { ANSWER_EXAMPLES } from './openapi-examples.ts';
import { ADMIN, BOARD, CLERK, KIOSK, WINDOW_TERMINAL, testGateway } from './testing/test-gateway.ts';

const ID_NUMBER = '110101199003078515';
const DAY = '/api/v1/evaluations?businessDay=2026-03-02';

async function withRatings() {
  const gateway = await testGateway();
  gateway.hall.ratings = EvaluationsAnswer.parse(ANSWER_EXAMPLES.EvaluationsAnswer);
  return gateway;
}

test('the administrator reads a day; the line says who, which day and how much, and nothing that was written', async () => {
  const { request, hall, log } = await withRatings();
  const answer = await request(DAY, { who: ADMIN });
  expect(answer.status).toBe(200);
  expect(answer.body).toEqual(hall.ratings);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const line = log.lines().find((entry) => entry['msg'] === 'evaluations read');
  expect(line).toMatchObject({ who: 'admin', businessDay: '2026-03-02', evaluations: 1, comments: 1 });
  expect(log.text()).not.toContain('等候');
});

test('nobody else reads it, no look of theirs reaches the hall, and a token that was taken back neither', async () => {
  const { request, log, hall } = await withRatings();
  const monitor = { kind: 'monitor', monitorId: 'prometheus' } as const;
  for (const who of [CLERK, KIOSK, WINDOW_TERMINAL, BOARD, monitor]) {
    expect((await request(DAY, { who })).status).toBe(403);
  }
  const token = hall.tokenFor(ADMIN);
  hall.credentials.revokeTokens(ADMIN);
  for (const who of [token, 'wrong']) expect((await request(DAY, { who })).status).toBe(401);
  expect((await request(DAY)).status).toBe(401);
  expect(log.lines().filter((entry) => entry['msg'] === 'evaluations read')).toEqual([]);
});

test.each([
  ['/api/v1/evaluations', 400, 'businessDay'],
  ['/api/v1/evaluations?businessDay=yesterday', 400, 'businessDay'],
  [`${DAY}&limit=501`, 400, 'limit'],
  [`${DAY}&idNumber=1`, 400, 'idNumber'],
  ['/api/v1/evaluations?businessDay=2020-01-01', 404, undefined],
])('%s is answered %i', async (path, status, field) => {
  const { request } = await withRatings();
  const answer = await request(path, { who: ADMIN });
  expect([answer.status, answer.body.error?.field]).toEqual([status, field]);
});

test('erasing is the administrator’s, by a number in the body that no line repeats, right or wrong', async () => {
  const { post, hall, log } = await testGateway();
  hall.answer = () => ({ ok: true, result: { wasKnown: true, comments: 2 } });
  const erase = (of: unknown, requestId: string) => ({ requestId, type: 'erasePersonalData', of });
  const done = await post('/api/v1/commands', erase({ idNumber: ID_NUMBER }, 'erase-00001'), ADMIN);
  expect([done.status, done.body]).toEqual([200, { wasKnown: true, comments: 2 }]);
  expect((await post('/api/v1/commands', erase({ idNumber: ID_NUMBER }, 'erase-00002'), CLERK)).status).toBe(403);
  const both = { idNumber: ID_NUMBER, evaluationId: 1 };
  const odd = await post('/api/v1/commands', erase(both, 'erase-00003'), ADMIN);
  expect([odd.status, odd.body.error?.field]).toEqual([400, 'of']);
  expect((await post('/api/v1/commands', erase({ [ID_NUMBER]: 1 }, 'erase-00004'), ADMIN)).status).toBe(400);
  expect(hall.requests).toHaveLength(1);
  expect(log.text()).toContain('"type":"erasePersonalData","who":"admin","outcome":"ok"');
  expect(log.text()).not.toContain(ID_NUMBER);
});
