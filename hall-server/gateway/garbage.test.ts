// Clients that send anything at all: the hall goes on, and whoever speaks properly is served as before.
import { connect } from 'node:net';
import { WebSocket } from 'ws';
import { expect, onTestFinished, test } from 'vitest';
import { BOARD, CLERK, KIOSK, testGateway } from './testing/test-gateway.ts';
import type { TestGateway } from './testing/test-gateway.ts';

const SERVED = { ok: true };

async function stillServes({ connected }: TestGateway): Promise<void> {
  const board = await connected(BOARD);
  expect(await board.emitWithAck('watch', { topics: ['boardCalls/hall'] })).toEqual(SERVED);
}

test('without an acknowledgement to give, a message is dropped with a line and never carried out', async () => {
  const gateway = await testGateway();
  const clerk = await gateway.connected(CLERK);
  clerk.emit('command', { requestId: 'press-0001', type: 'callNext', windowId: 'w1' });
  clerk.emit('command');
  clerk.emit('watch', { topics: ['windows/hall'] });
  clerk.emit('watch', null, 5, 'more');
  clerk.emit('nobodyKnowsThis', { a: 1 });
  await clerk.emitWithAck('watch', { topics: [] });
  expect(gateway.hall.requests).toEqual([]);
  const dropped = gateway.log.lines().filter((line) => line['msg'] === 'malformed message dropped');
  expect(dropped.map((line) => line['event']).sort()).toEqual(['command', 'command', 'unknown', 'watch', 'watch']);
  await stillServes(gateway);
});

test('an acknowledgement without a body is answered with what is missing', async () => {
  const gateway = await testGateway();
  const kiosk = await gateway.connected(KIOSK);
  expect(await kiosk.emitWithAck('command')).toMatchObject({
    ok: false,
    error: { code: 'invalidField', field: 'body' },
  });
  expect(await kiosk.emitWithAck('watch')).toMatchObject({ ok: false, error: { code: 'invalidField' } });
  const binary: unknown = await kiosk.emitWithAck('command', { requestId: Buffer.alloc(9), type: 'issueTicket' });
  expect(binary).toMatchObject({ ok: false, error: { code: 'invalidField', field: 'requestId' } });
  await stillServes(gateway);
});

/** socket.io packets by hand (protocol v5 over Engine.IO v4), after a proper handshake where `who` is given. */
async function raw(gateway: TestGateway, messages: readonly (string | Buffer)[]): Promise<void> {
  const socket = new WebSocket(`${gateway.gateway.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
  onTestFinished(() => socket.terminate());
  const closed = new Promise((resolve) => socket.once('close', resolve));
  const auth = JSON.stringify({ token: gateway.hall.tokenFor(BOARD), protocolVersion: 1 });
  await new Promise((resolve) => socket.once('message', resolve));
  const joined = new Promise((resolve) =>
    socket.on('message', (data: Buffer) => String(data).startsWith('40') && resolve(null)),
  );
  socket.send(`40${auth}`);
  await joined;
  for (const message of messages) socket.send(message);
  // Behind the messages, should the server not have closed already.
  socket.close();
  await closed;
}

test.each([
  ['reserved event names', ['42["disconnect"]']],
  ['an event named error', ['42["error",{}]', '42["__proto__",{}]', '42["constructor"]']],
  ['an event without a name', ['42[]', '42{}', '42null', '42']],
  ['acknowledgements that nobody waits for', ['43999[1]', '43[]', '431']],
  ['a namespace that is not there', ['40/admin,{}', '42/admin,["command",{}]']],
  ['binary announced and never sent', ['451-["command",{"_placeholder":true,"num":0}]', '42["watch"]']],
  ['binary out of nowhere', [Buffer.from([1, 2, 3])]],
  ['a packet type that is not there', ['49', '4', '9', 'xyz', '']],
  ['JSON nested deeply', [`421["command",${'['.repeat(20_000)}${']'.repeat(20_000)}]`]],
  ['a message too large', [`42["command","${'x'.repeat(70_000)}"]`]],
  ['joining twice', ['40{}', '40{"token":5}']],
])('%s', async (_what, messages) => {
  const gateway = await testGateway();
  await raw(gateway, messages);
  expect(gateway.hall.requests).toEqual([]);
  await expect.poll(() => gateway.hall.presence, { timeout: 30_000 }).toEqual(['+b1', '-b1']);
  await stillServes(gateway);
});

test('bytes that are not HTTP are answered with 400 and the line is closed', async () => {
  const gateway = await testGateway();
  const { port } = new URL(gateway.gateway.url);
  const socket = connect(Number(port), '127.0.0.1');
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => chunks.push(chunk));
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.write(Buffer.from([0x16, 3, 1, 0, 0xff, 0xff, 13, 10, 13, 10]));
  await closed;
  const answer = Buffer.concat(chunks).toString('utf8');
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  expect(answer).toContain('"code":"badRequest"');
  await stillServes(gateway);
});
