// The first start against a hall: what is refused, what is written, and who may reach the page.
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { testGateway } from '../../../hall-server/gateway/testing/test-gateway.ts';
import { pino } from 'pino';
import { readTerminalConfig } from '../read-config.ts';
import { serveFirstStart } from './serve-first-start.ts';

const logger = pino({ level: 'silent' });

async function rig() {
  const folder = mkdtempSync(join(tmpdir(), 'jiaohao-first-'));
  const file = join(folder, 'terminal.json');
  const gateway = await testGateway();
  const token = gateway.hall.tokenFor({ kind: 'terminal', terminalId: 'k1' });
  const hallUrl = gateway.gateway.url;

  async function begin() {
    const firstStart = await serveFirstStart(file, 0, logger);
    onTestFinished(() => firstStart.close());
    const enter = async (changes: Readonly<Record<string, string>> = {}, origin = new URL(firstStart.url).origin) => {
      const form = { role: 'kiosk', hallUrl, terminalId: 'k1', token, ...changes };
      const response = await fetch(firstStart.url, {
        method: 'POST',
        headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(form).toString(),
      });
      return { status: response.status, text: await response.text(), refresh: response.headers.get('refresh') };
    };
    return { ...firstStart, enter };
  }

  onTestFinished(() => rmSync(folder, { recursive: true }));
  return { folder, file, token, hallUrl, begin };
}

test('good settings are checked with the hall and written for their owner only', async () => {
  const { folder, file, token, hallUrl, begin } = await rig();
  const { enter, done, url } = await begin();
  expect(await enter({ token: ` ${token}\n` })).toMatchObject({ status: 200, refresh: '4; url=/' });
  await done;
  expect([statSync(file).mode & 0o777, statSync(join(folder, 'token')).mode & 0o777]).toEqual([0o600, 0o600]);
  expect(readFileSync(join(folder, 'token'), 'utf8').trim()).toBe(token);
  const port = Number(new URL(url).port);
  expect(readTerminalConfig(file)).toMatchObject({ terminalId: 'k1', role: 'kiosk', hallUrl, listen: { port } });
});

test.each([
  ['a token that the hall does not know', { token: 'x'.repeat(43) }, '大厅不接受该凭证'],
  ['the id of another terminal', { terminalId: 't1' }, '该凭证不属于这个终端编号'],
  ['another role: a window', { role: 'window' }, '用途不同'],
  ['another role: pads', { role: 'pads' }, '用途不同'],
  ['another role: strips', { role: 'strip' }, '用途不同'],
  ['a hall that is not there', { hallUrl: 'http://127.0.0.1:9' }, '连接不到大厅服务器'],
  ['no address', { hallUrl: 'hall' }, '192.0.2.10'],
  ['an id with blanks', { terminalId: 'kiosk 1' }, '终端编号'],
  ['an unknown role', { role: 'strop' }, '请选择用途'],
  ['markup', { terminalId: '"><script>' }, '&#60;script&#62;'],
])('%s is refused and nothing is written', async (_, changes, words) => {
  const { file, token, begin } = await rig();
  const { enter } = await begin();
  const answer = await enter(changes);
  expect([answer.status, answer.text]).toEqual([400, expect.stringContaining(words)]);
  expect(answer.text).not.toContain('token' in changes ? changes.token : token);
  expect(existsSync(file)).toBe(false);
});

test('a terminal that is set up already keeps its settings', async () => {
  const { file, begin } = await rig();
  const first = await begin();
  await first.enter();
  await first.done;
  const before = readFileSync(file, 'utf8');
  const again = await (await begin()).enter();
  expect([again.status, again.text]).toEqual([400, expect.stringContaining('已经设置过')]);
  expect(again.text).not.toContain('无法写入磁盘');
  expect(readFileSync(file, 'utf8')).toBe(before);
});

test('a foreign page sends nothing here, and a foreign name does not lead here', async () => {
  const { file, begin } = await rig();
  const { enter, url } = await begin();
  expect((await enter({}, 'http://evil.example')).status).toBe(403);
  const status = await new Promise((resolve) => {
    request(url, { headers: { host: 'rebound.example' } }, (response) => resolve(response.statusCode)).end();
  });
  expect(status).toBe(421);
  expect(existsSync(file)).toBe(false);
});
