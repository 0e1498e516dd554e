// Tokens and passwords: made by the administrator, kept as hashes, guessed slowly.
import { expect, test } from 'vitest';
import type { Principal } from '@jiaohao/contracts/principal';
import { PROTOCOL_VERSION } from '@jiaohao/contracts/socket';
import { ADMIN, CLERK, heard, KIOSK, testGateway } from './testing/test-gateway.ts';
import { tokenHash } from './tokens.ts';

const CREDENTIALS = '/api/v1/credentials';
const SIGN_IN = '/api/v1/sign-in';
const PASSWORD = 'correct horse battery';

test('a token is made for whom the configuration knows, works at once, and only its hash is kept', async () => {
  const { post, request, hall } = await testGateway();
  for (const [kind, id, principal] of [
    ['terminal', 'k1', { kind: 'terminal', terminalId: 'k1' }],
    ['display', 'b1', { kind: 'display', displayId: 'b1' }],
    ['clerk', '1001', CLERK],
  ] as const) {
    const answer = await post(CREDENTIALS, { kind, id }, ADMIN);
    const token = String(answer.body['token']);
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(hall.credentials.findToken(tokenHash(token))).toEqual(principal);
    expect(hall.keptTokens()).not.toContain(token);
    expect((await request('/api/v1/views', { who: token })).status).toBe(200);
  }
});

test('wrong requests for credentials: 400 with the field, 403 for anybody else', async () => {
  const { post } = await testGateway();
  for (const [body, field] of [
    [{ kind: 'terminal', id: 'scrapped' }, 'id'],
    [{ kind: 'display', id: 'k1' }, 'id'],
    [{ kind: 'clerk', id: '9999' }, 'id'],
    [{ kind: 'clerk', id: '1001', password: 'short' }, 'password'],
    [{ kind: 'terminal', id: 'k1', password: PASSWORD }, 'password'],
    [{ kind: 'admin', id: 'me' }, 'kind'],
    [{ id: 'k1' }, 'kind'],
  ] as const) {
    const answer = await post(CREDENTIALS, body, ADMIN);
    expect([answer.status, answer.body.error?.field]).toEqual([400, field]);
  }
  for (const who of [KIOSK, CLERK])
    expect((await post(CREDENTIALS, { kind: 'terminal', id: 'k1' }, who)).status).toBe(403);
  expect((await post(CREDENTIALS, { kind: 'terminal', id: 'k1' })).status).toBe(401);
});

test('a clerk signs in with the password that the administrator set; the kept text is argon2id', async () => {
  const { post, request, hall } = await testGateway();
  await post(CREDENTIALS, { kind: 'clerk', id: '1001', password: PASSWORD }, ADMIN);
  expect(hall.credentials.passwordOf('1001')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  const answer = await post(SIGN_IN, { staffNo: '1001', password: PASSWORD });
  expect(answer.status).toBe(200);
  const views = await request('/api/v1/views', { who: String(answer.body['token']) });
  expect(views.body['topics']).toContain('clerkCalls/w1');
});

test('wrong password, no password yet, unknown number: one and the same answer', async () => {
  const { post } = await testGateway();
  await post(CREDENTIALS, { kind: 'clerk', id: '1001', password: PASSWORD }, ADMIN);
  const answers = [];
  for (const staffNo of ['1001', '1002', '9999']) answers.push(await post(SIGN_IN, { staffNo, password: 'wrong one' }));
  expect(answers.map((answer) => answer.status)).toEqual([401, 401, 401]);
  expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
  expect((await post(SIGN_IN, { staffNo: '1001' })).body.error?.field).toBe('password');
  expect((await post(SIGN_IN, { staffNo: '1001', password: 'x', windowId: 'w1' })).body.error?.field).toBe('windowId');
});

test('somebody taken out of the configuration signs in no more', async () => {
  const { post, hall } = await testGateway();
  await post(CREDENTIALS, { kind: 'clerk', id: '1001', password: PASSWORD }, ADMIN);
  const config = hall.config();
  if (config === null) throw new Error('the test hall has a configuration');
  hall.configure({ ...config, staff: config.staff.filter((clerk) => clerk.staffNo !== '1001') });
  expect((await post(SIGN_IN, { staffNo: '1001', password: PASSWORD })).status).toBe(401);
});

test('five failures within a minute, known number or not: 429 until the minute is over, even with the right password', async () => {
  const { post, clock } = await testGateway();
  await post(CREDENTIALS, { kind: 'clerk', id: '1001', password: PASSWORD }, ADMIN);
  for (const staffNo of ['1001', '9999']) {
    // Side by side: attempts are counted before their password is looked at.
    const tries = [1, 2, 3, 4, 5, 6, 7].map(() => post(SIGN_IN, { staffNo, password: 'wrong one' }));
    const statuses = (await Promise.all(tries)).map((answer) => answer.status).sort((a, b) => a - b);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
  }
  const locked = await post(SIGN_IN, { staffNo: '1001', password: PASSWORD });
  expect([locked.status, locked.body.error?.code]).toEqual([429, 'tooManyAttempts']);
  expect(locked.headers.get('retry-after')).toBe('60');
  clock.advance(45_000);
  expect((await post(SIGN_IN, { staffNo: '1001', password: PASSWORD })).headers.get('retry-after')).toBe('15');
  clock.advance(15_000);
  expect((await post(SIGN_IN, { staffNo: '1001', password: PASSWORD })).status).toBe(200);
});

test('a right password forgets the failures before it', async () => {
  const { post } = await testGateway();
  await post(CREDENTIALS, { kind: 'clerk', id: '1001', password: PASSWORD }, ADMIN);
  for (const round of [1, 2]) {
    for (const attempt of [1, 2, 3, 4]) {
      const answer = await post(SIGN_IN, { staffNo: '1001', password: `wrong ${round} ${attempt}` });
      expect(answer.status).toBe(401);
    }
    expect((await post(SIGN_IN, { staffNo: '1001', password: PASSWORD })).status).toBe(200);
  }
});

test('tokens taken back pass no more, on HTTP and on sockets, and others stay; asked again there is nothing to end', async () => {
  const { post, request, client, log } = await testGateway();
  const tokenOf = async (kind: string, id: string) =>
    String((await post(CREDENTIALS, { kind, id }, ADMIN)).body['token']);
  const revoke = (kind: string, id: string, who: Principal = ADMIN) =>
    request(`${CREDENTIALS}/${kind}/${id}`, { method: 'DELETE', who });
  const [lost, second, other] = [
    await tokenOf('display', 'b1'),
    await tokenOf('display', 'b1'),
    await tokenOf('display', 'd1'),
  ];
  const protocolVersion = PROTOCOL_VERSION;
  const sockets = [lost, second, other].map((token) => client({ token, protocolVersion }));
  await Promise.all(sockets.map((socket) => heard(socket, 'welcome')));
  const ends = sockets.slice(0, 2).map((socket) => heard<string>(socket, 'disconnect'));
  const answer = await revoke('display', 'b1');
  expect([answer.status, answer.body]).toEqual([200, { revoked: 2 }]);
  // Not `io server disconnect`: after that a client would not come back to be told that its token is not valid.
  expect((await Promise.all(ends)).every((reason) => reason.startsWith('transport'))).toBe(true);
  for (const token of [lost, second]) expect((await request('/api/v1/views', { who: token })).status).toBe(401);
  const refused = await heard<Error & { data?: unknown }>(client({ token: lost, protocolVersion }), 'connect_error');
  expect(refused.data).toEqual({ code: 'unauthorised' });
  expect((await request('/api/v1/views', { who: other })).status).toBe(200);
  expect(await sockets[2]?.emitWithAck('watch', { topics: ['windowScreenCalls/w1'] })).toEqual({ ok: true });
  expect((await revoke('display', 'b1')).body).toEqual({ revoked: 0 });
  expect(log.lines().filter(({ msg }) => msg === 'tokens revoked')).toMatchObject([
    { kind: 'display', id: 'b1', tokens: 2 },
    { kind: 'display', id: 'b1', tokens: 0 },
  ]);
});

test('a token of somebody whom the configuration knows no longer can be taken back', async () => {
  const { post, request, hall } = await testGateway();
  const token = String((await post(CREDENTIALS, { kind: 'terminal', id: 'k1' }, ADMIN)).body['token']);
  hall.configure(null);
  expect((await request(`${CREDENTIALS}/terminal/k1`, { method: 'DELETE', who: ADMIN })).body).toEqual({ revoked: 1 });
  expect((await request('/api/v1/views', { who: token })).status).toBe(401);
});

test('only the administrator takes tokens back, and never the administrator’s own', async () => {
  const { request } = await testGateway();
  const status = async (path: string, who: Principal) =>
    (await request(`${CREDENTIALS}/${path}`, { method: 'DELETE', who })).status;
  for (const who of [KIOSK, CLERK]) expect(await status('terminal/k1', who)).toBe(403);
  for (const path of ['admin/me', 'hall/h1', 'terminal/%20', 'clerk/a%2Fb'])
    expect(await status(path, ADMIN)).toBe(400);
});
