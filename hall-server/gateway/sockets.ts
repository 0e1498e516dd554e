// The socket side put together: admission, welcome, heartbeat, views, receipts, which displays are there.
import type { Server as NodeServer } from 'node:http';
import type { Principal } from '@jiaohao/contracts/principal';
import { HEARTBEAT_MS } from '@jiaohao/contracts/socket';
import type { Topic } from '@jiaohao/contracts/views';
import type { GatewayClock } from './clock.ts';
import { displayPresence } from './display-presence.ts';
import { directoryOf } from './directory.ts';
import type { Connections } from './health-connections.ts';
import { logBug, logConnectRefused, logConnection, nameOf } from './logging.ts';
import { mayWatch } from './permissions.ts';
import type { Revocations } from './revocations.ts';
import { admit, connectError } from './socket-auth.ts';
import { socketServer } from './socket-io.ts';
import type { HallServer } from './socket-io.ts';
import { openSession } from './socket-session.ts';
import type { SessionContext } from './socket-session.ts';
import { startViewFeed } from './view-feed.ts';
import type { Audience } from './view-feed.ts';

export interface Sockets {
  close(): Promise<void>;
}

interface SocketsContext extends SessionContext {
  readonly clock: GatewayClock;
  readonly connections: Connections;
  readonly revocations: Revocations;
}

export function startSockets(http: NodeServer, context: SocketsContext): Sockets {
  const { hall, logger, clock, revocations } = context;
  const io = socketServer(http);
  acceptClients(io, context);

  const { rooms } = io.of('/').adapter;
  const audience: Audience = {
    isWatched: (topic) => rooms.has(topic),
    // A room's message is encoded once, however many sockets are in it.
    send: (topic, view) => io.to(topic).emit('view', { topic, view }),
  };
  // Before the feed: a batch that takes a screen away must not be shown on it.
  const stopWithdrawing = withdrawLostTopics(io, context);
  const feed = startViewFeed(hall, audience, clock, (error) => logBug(logger, 'view', error));
  const stops = [
    () => feed.close(),
    clock.every(HEARTBEAT_MS, () => io.emit('heartbeat', { at: hall.now() })),
    hall.onReceipts(({ windowId, callSeq, displays }) =>
      io.to(`clerkCalls/${windowId}`).emit('receipts', { callSeq, displays }),
    ),
    stopWithdrawing,
    revocations.onRevoked((who) => putOut(io, who)),
  ];
  return {
    async close() {
      for (const stop of stops) stop();
      await io.close();
    },
  };
}

function acceptClients(io: HallServer, context: SocketsContext): void {
  const { hall, logger, connections } = context;
  const serverStartedAt = hall.now();
  const presence = displayPresence(hall);

  io.use((socket, next) => {
    const admission = admit(hall, socket.handshake.auth);
    if (!admission.ok) {
      connections.refused();
      logConnectRefused(logger, admission.refusal.code);
      next(connectError(admission.refusal));
      return;
    }
    socket.data.who = admission.who;
    next();
  });

  io.on('connection', (socket) => {
    const { who } = socket.data;
    logConnection(logger, 'connected', who);
    if (who.kind === 'display') presence.arrived(who.displayId);
    socket.on('disconnect', () => {
      logConnection(logger, 'disconnected', who);
      if (who.kind === 'display') presence.left(who.displayId);
    });
    openSession(socket, context);
    const role = who.kind === 'terminal' ? directoryOf(hall.config()).terminals.get(who.terminalId)?.role : undefined;
    socket.emit('welcome', { at: hall.now(), who, place: hall.placeOf(who), role, serverStartedAt });
    connections.watch(socket);
  });
}

/** A new configuration may take a screen, a terminal or a clerk away: whoever may not watch any longer is not sent to. */
function withdrawLostTopics(io: HallServer, { hall }: SessionContext): () => void {
  let seen = hall.config();
  return hall.onChanged(() => {
    const config = hall.config();
    if (config === seen) return;
    seen = config;
    const directory = directoryOf(config);
    for (const socket of io.of('/').sockets.values()) {
      for (const room of socket.rooms) {
        if (room !== socket.id && !mayWatch(socket.data.who, room as Topic, directory)) void socket.leave(room);
      }
    }
  });
}

/**
 * The connection itself ends, without the goodbye of socket.io after which a client would not come back: it comes once
 * more, is refused as unauthorised, and says so on its screen. What was not sent yet is thrown away.
 */
function putOut(io: HallServer, who: Principal): void {
  for (const socket of io.of('/').sockets.values()) {
    if (nameOf(socket.data.who) === nameOf(who)) socket.conn.close(true);
  }
}
