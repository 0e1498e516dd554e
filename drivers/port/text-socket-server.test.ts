// A server for devices that dial in, on a real loopback socket: bounded in frames and connections, deaf to garbage, gone when it is closed.
import { connect } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { freePort } from '../testing/free-port.ts';
import { LONGEST_FRAME_BYTES, MOST_PEERS, TextSocketServer, type TextPeer } from './text-socket-server.ts';
import { WebSocketPort } from './websocket-port.ts';

const PATIENCE = { interval: 2, timeout: 20_000 };
const ORIGIN = 'http://192.0.2.31';

let port: number;
let server: TextSocketServer;
let heard: string[];
let left: boolean[];
let dialled: WebSocket[];
let pingMs = 0;

const start = async (): Promise<void> => {
  server = new TextSocketServer(
    { host: '127.0.0.1', port, pingMs, origins: [ORIGIN] },
    {
      onText: (peer: TextPeer, text) => {
        heard.push(text);
        peer.send(`you said ${text.length}`);
      },
      onLeft: (_peer, saidGoodbye) => left.push(saidGoodbye),
      spare: (peers) => [...peers][0] ?? null,
    },
  );
  await server.open();
};

beforeEach(async () => {
  port = await freePort();
  [heard, left, dialled, pingMs] = [[], [], [], 0];
  await start();
});
afterEach(async () => {
  for (const socket of dialled) socket.terminate();
  await server.close();
});

function dial(options: object = {}): { socket: WebSocket; end: Promise<unknown>; open: Promise<void> } {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/any/path`, { perMessageDeflate: false, ...options });
  dialled.push(socket);
  const open = new Promise<void>((resolve) => socket.once('open', () => resolve()));
  const end = new Promise<unknown>((resolve) => {
    socket.once('error', (error) => resolve(error.message));
    socket.once('close', (code, reason) => resolve([code, String(reason)]));
  });
  return { socket, end, open };
}

it('carries texts both ways', async () => {
  const line = new WebSocketPort(`ws://127.0.0.1:${port}`);
  const answers: string[] = [];
  line.onBytes((bytes) => answers.push(Buffer.from(bytes).toString('utf8')));
  await line.open();
  await line.write(Buffer.from('评价'));
  await expect.poll(() => [heard, answers], PATIENCE).toEqual([['评价'], ['you said 2']]);
  await line.close();
  await expect.poll(() => left, PATIENCE).toEqual([true]);
  await expect(line.write(Uint8Array.of(1))).rejects.toMatchObject({ code: 'portLost' });
});

it('the longest frame passes, a longer one ends its connection and no other', async () => {
  const good = dial();
  const bad = dial();
  await Promise.all([good.open, bad.open]);
  bad.socket.send('x'.repeat(LONGEST_FRAME_BYTES + 1));
  expect(await bad.end).toEqual([1009, '']);
  good.socket.send('x'.repeat(LONGEST_FRAME_BYTES));
  await expect.poll(() => heard.map(({ length }) => length), PATIENCE).toEqual([LONGEST_FRAME_BYTES]);
});

it('binary frames, bad UTF-8 and bytes that are no WebSocket end their own connection only', async () => {
  const good = dial();
  const binary = dial();
  const torn = dial();
  await Promise.all([good.open, binary.open, torn.open]);
  binary.socket.send(Buffer.from('{"method":"Login"}'), { binary: true });
  expect(await binary.end).toEqual([1003, 'text frames only']);
  torn.socket.send(Buffer.of(0xff, 0xfe), { binary: false });
  expect(await torn.end).toEqual([1007, '']);
  const raw = connect(port, '127.0.0.1');
  const rawEnd = new Promise<void>((resolve) => raw.once('close', () => resolve()));
  raw.on('error', () => undefined);
  raw.resume();
  raw.write('\0\x01\xff garbage\r\n\r\n');
  await rawEnd;
  good.socket.send('still here');
  await expect.poll(() => heard, PATIENCE).toEqual(['still here']);
});

it('a page of another site is not let in; one that is named is', async () => {
  expect(await dial({ origin: 'http://192.0.2.99' }).end).toContain('403');
  await dial({ origin: ORIGIN }).open;
  expect(server.peerCount).toBe(1);
});

it('one connection too many costs the oldest that may go', async () => {
  const all = Array.from({ length: MOST_PEERS }, () => dial());
  await Promise.all(all.map(({ open }) => open));
  await dial().open;
  expect(server.peerCount).toBe(MOST_PEERS);
  expect(await all[0]?.end).toEqual([4029, 'too many connections']);
  expect(left).toEqual([true]);
});

it('a peer that answers no ping is cut off, one that does stays', async () => {
  await server.close();
  pingMs = 40;
  await start();
  const mute = dial({ autoPong: false });
  const good = dial();
  await Promise.all([mute.open, good.open]);
  expect(await mute.end).toEqual([1006, '']);
  await expect.poll(() => left, PATIENCE).toEqual([false]);
  expect(good.socket.readyState).toBe(WebSocket.OPEN);
});

it('closed, it tells its peers and frees the address; taken, the address is a fault that may pass', async () => {
  const { end, open } = dial();
  await open;
  const other = new TextSocketServer(
    { host: '127.0.0.1', port, pingMs: 0, origins: [] },
    { onText: () => undefined, onLeft: () => undefined, spare: () => null },
  );
  await expect(other.open()).rejects.toMatchObject({ code: 'portUnavailable', isRetryable: true });
  await server.close();
  expect(await end).toEqual([1001, 'the terminal stops']);
  await other.open();
  await other.close();
});
