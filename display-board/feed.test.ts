// Proves the feed against a real socket.io server: what it keeps, when it believes itself, and that it always comes back.
/// <reference types="node" />
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ClientToServer, ServerToClient } from '@jiaohao/contracts/socket';
import { fakeClock } from './testing/fake-clock.ts';
import type { FakeClock } from './testing/fake-clock.ts';
import { Feed } from './feed.ts';
import type { FeedState } from './feed.ts';

/** A hall of one socket.io server: says what a test tells it to, remembers what displays said. */
interface TestHall {
  readonly url: string;
  readonly port: number;
  /** Handshakes, in order. */
  readonly auths: unknown[];
  /** Topics of each `watch`, in order. */
  readonly watched: unknown[];
  readonly painted: unknown[];
  /** What the next display is told; the welcome may be nonsense on purpose. */
  readonly answers: { refuseWith: string | null; welcome: unknown; onWatch: (send: Send) => void };
  readonly send: Send;
  /** Cuts every link as an administrator would, so that clients do not come back by themselves. */
  dismissAll(): void;
  connections(): number;
  close(): Promise<void>;
}
type Send = (event: 'view' | 'heartbeat' | 'welcome', message: unknown) => void;

async function openTestHall(port = 0): Promise<TestHall> {
  const http = createServer();
  const io = new Server<ClientToServer, ServerToClient>(http, { transports: ['websocket', 'polling'] });
  const auths: unknown[] = [];
  const watched: unknown[] = [];
  const painted: unknown[] = [];
  const answers: TestHall['answers'] = {
    refuseWith: null,
    welcome: { at: 5_000_000, place: { zoneId: 'za', windowId: null }, serverStartedAt: 1 },
    onWatch: () => undefined,
  };
  io.use((socket, next) => {
    auths.push(socket.handshake.auth);
    if (answers.refuseWith === null) return next();
    return next(Object.assign(new Error('refused'), { data: { code: answers.refuseWith } }));
  });
  io.on('connection', (socket) => {
    const send: Send = (event, message) => void socket.emit(event, message as never);
    socket.on('watch', (request, answer) => {
      watched.push(request);
      answer({ ok: true });
      answers.onWatch(send);
    });
    socket.on('painted', (message) => painted.push(message));
    send('welcome', answers.welcome);
  });
  await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve));
  const actualPort = (http.address() as AddressInfo).port;
  return {
    url: `http://127.0.0.1:${actualPort}`,
    port: actualPort,
    auths,
    watched,
    painted,
    answers,
    send: (event, message) => void io.emit(event, message as never),
    dismissAll: () => io.disconnectSockets(true),
    connections: () => io.sockets.sockets.size,
    close: () => io.close(),
  };
}

let hall: TestHall;
let clock: FakeClock;
let feeds: Feed[] = [];
let broken: unknown[] = [];

beforeEach(async () => {
  hall = await openTestHall();
  clock = fakeClock();
  broken = [];
});
afterEach(async () => {
  for (const feed of feeds) feed.close();
  feeds = [];
  await hall.close();
});

function openFeed(): Feed {
  const feed = new Feed({
    url: hall.url,
    token: 'secret',
    topicsFor: ({ zoneId }) => (zoneId === null ? null : [`boardCalls/${zoneId}`]),
    clock,
    onBroken: (error) => broken.push(error),
  });
  feeds.push(feed);
  return feed;
}

const calls = (seq: number, ticketNumber: string) => ({
  topic: 'boardCalls/za',
  view: {
    seq,
    calls: [{ callSeq: seq, ticketNumber, windowLabel: '5', calledAt: 5_000_000, callCount: 1, startedAt: null }],
  },
});
const shown = ({ views }: FeedState) => views.boardCalls?.calls[0]?.ticketNumber;
const until = (condition: () => void): Promise<void> => vi.waitFor(condition, { timeout: 20_000, interval: 5 });

/** A feed that has connected and shows `A001`, seq 10. */
async function openFedFeed(): Promise<Feed> {
  hall.answers.onWatch = (send) => send('view', calls(10, 'A001'));
  const feed = openFeed();
  await until(() => expect(shown(feed.state())).toBe('A001'));
  return feed;
}

/** Resolves when what the hall sent before has been handled: a heartbeat in between moves the hall's time by a day. */
async function settled(feed: Feed): Promise<void> {
  const at = (feed.state().hallOffsetMs ?? 0) + clock.now() + 86_400_000;
  hall.send('heartbeat', { at });
  await until(() => expect(feed.state().hallOffsetMs).toBe(at - clock.now()));
}

describe('views', () => {
  it('are asked for by place, with the token and the protocol version', async () => {
    await openFedFeed();
    expect(hall.auths).toEqual([{ token: 'secret', protocolVersion: 1 }]);
    expect(hall.watched).toEqual([{ topics: ['boardCalls/za'] }]);
  });

  it('are replaced by newer ones; older ones are dropped', async () => {
    const feed = await openFedFeed();
    hall.send('view', calls(12, 'A003'));
    hall.send('view', calls(11, 'A002'));
    await settled(feed);
    expect(shown(feed.state())).toBe('A003');
  });

  it.each([
    ['nonsense', 17],
    ['nothing', null],
    ['another topic', { ...calls(99, 'X999'), topic: 'boardCalls/zb' }],
    ['a view with a name in it', { topic: 'boardCalls/za', view: { ...calls(99, 'X999').view, name: '张三' } }],
  ])('that are %s are not shown', async (_name, message) => {
    const feed = await openFedFeed();
    hall.send('view', message);
    await settled(feed);
    expect(shown(feed.state())).toBe('A001');
  });

  it('may count from a lower seq after a new connection: a hall with restored data is still the hall', async () => {
    const feed = await openFedFeed();
    hall.answers.onWatch = (send) => send('view', calls(3, 'C003'));
    hall.dismissAll();
    await until(() => {
      clock.advance(2_000);
      expect(shown(feed.state())).toBe('C003');
    });
  });
});

describe('freshness', () => {
  it('is renewed by every heartbeat once the views are there', async () => {
    const feed = await openFedFeed();
    clock.advance(4_000);
    await settled(feed);
    expect(feed.state().freshAt).toBe(clock.now());
  });

  it('is not renewed by heartbeats before the views are there', async () => {
    const feed = openFeed();
    const openedAt = clock.now();
    await until(() => expect(feed.state().serverStartedAt).toBe(1));
    clock.advance(4_000);
    await settled(feed);
    expect(feed.state().freshAt).toBe(openedAt);
  });

  it('is not renewed after a view that could not be read, until one that can', async () => {
    const feed = await openFedFeed();
    const freshAt = feed.state().freshAt;
    hall.send('view', { topic: 'boardCalls/za', view: { seq: 11, calls: 'none' } });
    clock.advance(4_000);
    await settled(feed);
    expect(feed.state().freshAt).toBe(freshAt);
    hall.send('view', calls(12, 'A002'));
    await until(() => expect(feed.state().freshAt).toBe(clock.now()));
  });

  it('takes the time of the hall, and keeps it over small delays', async () => {
    const feed = await openFedFeed();
    const offsetMs = 5_000_000 - clock.now();
    expect(feed.state().hallOffsetMs).toBe(offsetMs);
    hall.send('heartbeat', { at: clock.now() + offsetMs - 40 });
    hall.send('heartbeat', 'tick');
    hall.send('view', calls(11, 'A002'));
    await until(() => expect(shown(feed.state())).toBe('A002'));
    expect(feed.state().hallOffsetMs).toBe(offsetMs);
  });
});

describe('a lost link', () => {
  it('comes back when the server was away', async () => {
    const feed = await openFedFeed();
    const { port } = hall;
    await hall.close();
    hall = await openTestHall(port);
    hall.answers.onWatch = (send) => send('view', calls(20, 'A020'));
    await until(() => expect(shown(feed.state())).toBe('A020'));
  });

  it('comes back when the server ended it', async () => {
    await openFedFeed();
    hall.dismissAll();
    await until(() => {
      clock.advance(2_000);
      expect(hall.watched).toHaveLength(2);
    });
  });

  it('is given up and taken up again when nothing is heard for 20 s', async () => {
    await openFedFeed();
    clock.advance(20_000);
    await until(() => expect(hall.watched).toHaveLength(2));
    expect(hall.connections()).toBe(1);
  });

  it('lets no receipt get lost', async () => {
    const feed = await openFedFeed();
    feed.painted(10);
    await until(() => expect(hall.painted).toEqual([{ callSeq: 10 }]));
    const { port } = hall;
    await hall.close();
    feed.painted(11);
    hall = await openTestHall(port);
    await until(() => expect(hall.painted).toEqual([{ callSeq: 10 }, { callSeq: 11 }]));
  });
});

describe('what cannot be taken in', () => {
  it.each(['view', 'heartbeat', 'welcome'] as const)(
    'of a %s is told to the page, which would go on showing what was',
    async (event) => {
      const feed = await openFedFeed();
      expect(broken).toEqual([]);
      const failure = new Error('taking in');
      feed.subscribe(() => {
        throw failure;
      });
      hall.send(event, event === 'view' ? calls(11, 'A002') : hall.answers.welcome);
      await until(() => expect(broken).toContain(failure));
    },
  );
});

describe('an obstacle', () => {
  it.each(['unauthorised', 'protocolMismatch'])(
    '%s is said, and goes when the hall lets the display in',
    async (code) => {
      hall.answers.refuseWith = code;
      const feed = openFeed();
      await until(() => expect(feed.state().obstacle).toBe(code));
      hall.answers.refuseWith = null;
      await until(() => {
        clock.advance(2_000);
        expect(feed.state().obstacle).toBeNull();
      });
    },
  );

  it.each([
    ['without a place', null],
    ['with a place for another kind of display', { zoneId: null, windowId: 'w05' }],
  ])('is said %s', async (_name, place) => {
    hall.answers.welcome = { at: 5_000_000, place, serverStartedAt: 1 };
    const feed = openFeed();
    await until(() => expect(feed.state().obstacle).toBe('notPlaced'));
    expect(hall.watched).toEqual([]);
  });

  it('is not made of a welcome that cannot be read', async () => {
    const feed = await openFedFeed();
    hall.send('welcome', { at: 'now' });
    await settled(feed);
    expect(feed.state().obstacle).toBeNull();
  });
});
