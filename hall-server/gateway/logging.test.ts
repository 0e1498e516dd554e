// What is written down, and above all what never is: tokens, passwords, ID numbers, names, addresses' queries.
import { expect, test } from 'vitest';
import { ADMIN, CLERK, KIOSK, testGateway } from './testing/test-gateway.ts';

const ID_NUMBER = '110101199003078515';
const NAME = '欧阳修远';
const PASSWORD = 'correct horse battery';

test('one line a command: request id, type, who, outcome, duration, and nothing else', async () => {
  const { post, log, hall } = await testGateway();
  await post('/api/v1/commands', { requestId: 'press-0001', type: 'callNext', windowId: 'w1' }, CLERK);
  const line = log.lines().find((entry) => entry['msg'] === 'command');
  expect(line).toMatchObject({ requestId: 'press-0001', type: 'callNext', who: 'clerk 1001', outcome: 'ok' });
  const fields = Object.keys(line ?? {}).filter((key) => !['level', 'time', 'pid', 'hostname', 'msg'].includes(key));
  expect(fields.sort()).toEqual(['durationMs', 'outcome', 'requestId', 'type', 'who']);
  const actingFor = { terminalId: 'k1' };
  await post('/api/v1/commands', { requestId: 'press-0002', type: 'issueTicket', queueId: 'q1', actingFor }, ADMIN);
  expect(log.text()).toContain('"who":"admin for terminal k1"');
  expect(hall.requests).toHaveLength(2);
});

test('a request that never became a command has a line too: route, status, who', async () => {
  const { post, log } = await testGateway();
  await post('/api/v1/commands', '{"half":', CLERK);
  await post('/api/v1/commands', {}, 'wrong-token');
  const lines = log.lines().filter((entry) => entry['msg'] === 'http');
  expect(lines.map((line) => [line['route'], line['status'], line['who']])).toEqual([
    ['/api/v1/commands', 400, 'clerk 1001'],
    ['/api/v1/commands', 401, null],
  ]);
});

test('no token, password, ID number or name is ever in a log, right or wrong, over HTTP or a socket', async () => {
  const { post, request, log, hall, connected, client } = await testGateway();
  const idCard = { idNumber: ID_NUMBER, name: NAME };
  const issue = { requestId: 'touch-0001', type: 'issueTicket', queueId: 'q1', idCard };
  await post('/api/v1/commands', issue, KIOSK);
  await post('/api/v1/commands', issue, CLERK);
  const document = { kind: 'passport', issuer: 'UTO', number: ID_NUMBER, name: NAME };
  await post('/api/v1/commands', { ...issue, requestId: 'touch-0003', document }, KIOSK);
  await post('/api/v1/commands', { ...issue, requestId: 'touch-0004', idCard: undefined, document }, KIOSK);
  const typed = { ...issue, idCard: undefined, typedIdNumber: ID_NUMBER };
  await post('/api/v1/commands', { ...typed, requestId: 'touch-0005' }, KIOSK);
  await post('/api/v1/commands', { ...typed, requestId: 'touch-0006', typedIdNumber: `${ID_NUMBER}0` }, KIOSK);
  await post('/api/v1/commands', { ...issue, [ID_NUMBER]: NAME, requestId: `${ID_NUMBER} ${NAME}` }, KIOSK);
  await post('/api/v1/commands', `{"idNumber": "${ID_NUMBER}", ${NAME}`, KIOSK);
  await request(`/api/v1/views?idNumber=${ID_NUMBER}&token=${hall.tokenFor(ADMIN)}`, { who: ADMIN });
  await request(`/api/v1/views/kiosk/${ID_NUMBER}`, { who: ADMIN });
  await request(`/board/${ID_NUMBER}?token=secret-of-a-board`);
  const clerk = { kind: 'clerk', id: '1001', password: PASSWORD };
  const made = await post('/api/v1/credentials', clerk, ADMIN);
  await post('/api/v1/credentials', { ...clerk, password: 'short' }, ADMIN);
  const signedIn = await post('/api/v1/sign-in', { staffNo: '1001', password: PASSWORD });
  await post('/api/v1/sign-in', { staffNo: '1001', password: `${PASSWORD}!` });
  hall.applicant = { maskedName: '欧*' };
  await request('/api/v1/windows/w1/applicant', { who: ADMIN });

  const kiosk = await connected(KIOSK);
  await kiosk.emitWithAck('command', { ...issue, requestId: 'touch-0002' });
  await kiosk.emitWithAck('command', { [ID_NUMBER]: NAME });
  await kiosk.emitWithAck('watch', { topics: [`kiosk/${ID_NUMBER}`] });
  kiosk.emit(NAME, idCard);
  const stranger = client({ token: 'token-that-is-wrong', protocolVersion: 1 });
  await new Promise((resolve) => stranger.once('connect_error', resolve));

  const written = log.text();
  expect(written.split('\n').length).toBeGreaterThan(12);
  const tokens = [made.body['token'], signedIn.body['token'], hall.tokenFor(ADMIN), hall.tokenFor(KIOSK)] as string[];
  const secrets = [
    ...tokens,
    ...hall.keptTokens(),
    'secret-of-a-board',
    'token-that-is-wrong',
    PASSWORD,
    ID_NUMBER,
    NAME,
    '欧*',
  ];
  for (const secret of secrets) {
    expect(secret.length).toBeGreaterThan(1);
    expect(written).not.toContain(secret);
  }
  expect(written).not.toContain('Bearer');
  expect(written).not.toContain('argon2id');
});
