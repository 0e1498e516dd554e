// POST /api/v1/commands, answer by answer: every status, the field that is wrong, nothing of ours in a 500.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { REFUSAL_TEXTS } from '@jiaohao/contracts/refusals';
import { refusal, TEST_CONFIG } from './testing/memory-hall.ts';
import { ADMIN, BOARD, CLERK, KIOSK, testGateway } from './testing/test-gateway.ts';

const COMMANDS = '/api/v1/commands';
const CALL = { requestId: 'press-0001', type: 'callNext', windowId: 'w1' };

test('a rule that says no is 409, a full disk 503, a bug 500, each with its words', async () => {
  const { hall, post } = await testGateway();
  for (const [code, status] of [
    ['queueEmpty', 409],
    ['requestIdReused', 409],
    ['storageFull', 503],
    ['internalError', 500],
  ] as const) {
    hall.answer = () => refusal(code);
    const answer = await post(COMMANDS, CALL, CLERK);
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual({ refusal: { code, ...REFUSAL_TEXTS[code] } });
  }
});

test.each([
  ['no request id', { type: 'callNext', windowId: 'w1' }, 'requestId'],
  ['a request id too short', { ...CALL, requestId: 'x' }, 'requestId'],
  ['no type', { requestId: 'press-0001', windowId: 'w1' }, 'type'],
  ['an unknown type', { ...CALL, type: 'advanceTime' }, 'type'],
  ['a field missing', { requestId: 'press-0001', type: 'callNext' }, 'windowId'],
  ['a field of the wrong kind', { ...CALL, windowId: 5 }, 'windowId'],
  ['a field nobody knows', { ...CALL, colour: 'red' }, 'colour'],
  [
    'a prototype',
    `{"requestId":"press-0001","type":"callNext","windowId":"w1","constructor":{"prototype":{}}}`,
    'body',
  ],
  ['a nested field', { requestId: 'touch-0001', type: 'issueTicket', idCard: { name: '' } }, 'idCard.idNumber'],
  ['an actingFor that names nobody', { ...CALL, actingFor: {} }, 'actingFor'],
  ['a list', [], 'body'],
  ['a number', 5, 'body'],
  ['null', 'null', 'body'],
  ['half a JSON', '{"requestId":', 'body'],
  ['nothing', '', 'body'],
])('%s: 400 names the field', async (_what, body, field) => {
  const { hall, post } = await testGateway();
  const answer = await post(COMMANDS, body, ADMIN);
  expect(answer.status).toBe(400);
  expect(answer.body.error).toMatchObject({ code: 'invalidField', field });
  expect(answer.body.error?.zh).toContain(field);
  expect(answer.body.error?.en).toContain(field);
  expect(hall.requests).toEqual([]);
});

test('a mistake deep in a configuration is named by its path and by what is expected', async () => {
  const { post } = await testGateway();
  const config = { ...TEST_CONFIG, queues: [{ ...TEST_CONFIG.queues[0], prefix: 'abc' }] };
  const answer = await post(COMMANDS, { requestId: 'config-001', type: 'configureHall', config }, ADMIN);
  expect(answer.body.error).toMatchObject({ code: 'invalidField', field: 'config.queues.0.prefix' });
  expect(answer.body.error?.en).toContain('one or two capital letters');
});

test('without a good token: 401, whatever the body', async () => {
  const { hall, post, request } = await testGateway();
  for (const who of [undefined, 'no-such-token', '', 'x'.repeat(5000)]) {
    const answer = await post(COMMANDS, CALL, who);
    expect(answer.status).toBe(401);
    expect(answer.body.error).toMatchObject({ code: 'unauthorised' });
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  }
  const basic = await request(COMMANDS, { method: 'POST', headers: { Authorization: 'Basic YWRtaW46YWRtaW4=' } });
  expect(basic.status).toBe(401);
  const inAddress = await post(`${COMMANDS}?token=${hall.tokenFor(ADMIN)}`, CALL);
  expect(inAddress.status).toBe(401);
  expect(hall.requests).toEqual([]);
});

test('the wrong role: 403, and the hall is not asked', async () => {
  const { hall, post } = await testGateway();
  for (const who of [KIOSK, BOARD]) {
    const answer = await post(COMMANDS, CALL, who);
    expect(answer.status).toBe(403);
    expect(answer.body.error).toMatchObject({ code: 'forbidden' });
  }
  expect(hall.requests).toEqual([]);
});

test('the administrator acts for others and the hall is told; nobody else may', async () => {
  const { hall, post } = await testGateway();
  const actingFor = { staffNo: '1001' };
  expect((await post(COMMANDS, { ...CALL, actingFor }, ADMIN)).status).toBe(200);
  expect(hall.requests[0]?.who).toEqual({ kind: 'admin', actingFor });
  expect((await post(COMMANDS, { ...CALL, actingFor }, CLERK)).status).toBe(403);
  expect(hall.requests).toHaveLength(1);
});

test('too much is 413: 64 kB for everybody, 1 MiB for a configuration', async () => {
  const { post, request, hall } = await testGateway();
  const padded = (bytes: number) => JSON.stringify({ ...CALL, padding: 'x'.repeat(bytes) });
  expect((await post(COMMANDS, padded(70_000), CLERK)).status).toBe(413);
  expect((await post(COMMANDS, padded(60_000), CLERK)).status).toBe(400);
  expect((await post(COMMANDS, padded(900_000), ADMIN)).status).toBe(400);
  expect((await post(COMMANDS, padded(1_100_000), ADMIN)).body.error).toMatchObject({ code: 'bodyTooLarge' });
  // Chunked, so that no length is announced.
  const chunks = ReadableStream.from([Buffer.from(padded(70_000))]);
  const init = {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: chunks,
    duplex: 'half',
  } as const;
  expect((await request(COMMANDS, { ...init, who: CLERK })).status).toBe(413);
  expect(hall.requests).toEqual([]);
});

test('anything but JSON is 415, anything but a route 404 (401 before it where a token is asked)', async () => {
  const { request } = await testGateway();
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
    const answer = await request(COMMANDS, {
      method: 'POST',
      headers: { 'Content-Type': type },
      body: 'x',
      who: ADMIN,
    });
    expect(answer.status).toBe(415);
    expect(answer.body.error).toMatchObject({ code: 'unsupportedMediaType' });
  }
  expect((await request('/api/v1/nothing', { who: ADMIN })).body.error).toMatchObject({ code: 'notFound' });
  expect((await request('/api/v1/nothing')).status).toBe(401);
  expect((await request('/nothing')).status).toBe(404);
  expect((await request(COMMANDS, { method: 'DELETE', who: ADMIN })).status).toBe(404);
  expect((await request('/board/%zz')).status).toBe(400);
});

test('a bug behind the door is a 500 that says nothing of it, and a line that quotes nothing', async () => {
  const { hall, post, log } = await testGateway();
  hall.answer = () => {
    throw new Error('secret 110101199003078515');
  };
  const answer = await post(COMMANDS, CALL, CLERK);
  expect(answer.status).toBe(500);
  expect(answer.body.error).toMatchObject({ code: 'internalError' });
  expect(answer.text).not.toContain('secret');
  expect(log.text()).not.toContain('secret');
  expect(log.lines().some((line) => line['msg'] === 'bug' && Array.isArray(line['frames']))).toBe(true);
});

test('property: no JSON whatever makes a 500 or ends the server', async () => {
  const { post } = await testGateway();
  const type = fc.constantFrom('issueTicket', 'callNext', 'signIn', 'recordEvaluation', 'configureHall', 'nonsense');
  const nearly = fc.record(
    {
      requestId: fc.oneof(fc.constant('touch-0001'), fc.anything()),
      type,
      actingFor: fc.anything(),
      windowId: fc.anything(),
      idCard: fc.anything(),
      rating: fc.anything(),
      config: fc.anything(),
    },
    { requiredKeys: ['type'] },
  );
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.jsonValue(), nearly, fc.string()), fc.boolean(), async (body, isRaw) => {
      const text = isRaw && typeof body === 'string' ? body : JSON.stringify(body, plain);
      const answer = await post(COMMANDS, text, ADMIN);
      expect([200, 400]).toContain(answer.status);
      if (answer.status === 400) expect(typeof answer.body.error?.field).toBe('string');
    }),
    { numRuns: 300 },
  );
  expect((await post(COMMANDS, CALL, CLERK)).status).toBe(200);
});

/** JSON knows no bigint. */
function plain(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}
