// Who is at the other end of every socket: since when, last heard, which version, and how far that machine's clock is off.
import { ClientIdentity } from '@jiaohao/contracts/socket';
import type { ProgramLink } from '@jiaohao/contracts/health';
import type { Principal } from '@jiaohao/contracts/principal';
import type { Hall } from '../hall-door.ts';
import type { GatewayClock } from './clock.ts';
import { nameOf } from './logging.ts';
import type { HallSocket } from './socket-io.ts';

/** One sample is enough to see a clock that somebody set wrong; two a minute show it soon after. */
const ASK_EVERY_MS = 30_000;
/** After a start everybody connects at once: their next questions are spread over this many parts of the interval. */
const SPREAD = 30;

export interface Connection {
  readonly who: Principal;
  readonly connectedAt: number;
  lastSeenAt: number;
  identity: { readonly version: string; readonly build: string | null } | null;
  clock: { readonly differenceMs: number; readonly roundTripMs: number } | null;
}

export interface Connections {
  /** To be called once for every admitted socket. */
  watch(socket: HallSocket): void;
  /** A handshake was turned away. */
  refused(): void;
  /** Everybody who is connected now, one principal after the other. */
  open(): readonly (readonly Connection[])[];
  /** All sockets of one principal, open or gone, as one link. */
  linkOf(who: Principal): ProgramLink;
  /** Since the server started; `phones` are open now. */
  readonly counts: { opened: number; closed: number; refused: number; phones: number };
}

/** `machineNow`: the server machine's own clock, epoch ms. The hall's clock may be another one in a replay. */
export function openConnections(
  hall: Pick<Hall, 'now'>,
  clock: GatewayClock,
  machineNow: () => number = Date.now,
): Connections {
  /** By principal: a screen has two for a moment when it reloads. */
  const open = new Map<string, Connection[]>();
  /** What is known of somebody whose last socket is gone. Bounded: principals are configured, or named by the administrator. */
  const gone = new Map<string, Connection>();
  const counts = { opened: 0, closed: 0, refused: 0, phones: 0 };

  /** Phones come and go by the hundred: they are counted, not known, and not asked who they are. */
  const countPhone = (socket: HallSocket) => {
    counts.opened += 1;
    counts.phones += 1;
    socket.on('disconnect', () => {
      counts.closed += 1;
      counts.phones -= 1;
    });
  };

  return {
    counts,
    refused: () => void (counts.refused += 1),
    open: () => [...open.values()],
    linkOf: (who) => linkOf(open.get(nameOf(who)) ?? [], gone.get(nameOf(who))),
    watch(socket) {
      const { who } = socket.data;
      if (who.kind === 'applicant') {
        countPhone(socket);
        return;
      }
      const now = hall.now();
      const connection: Connection = { who, connectedAt: now, lastSeenAt: now, identity: null, clock: null };
      const name = nameOf(who);
      open.set(name, [...(open.get(name) ?? []), connection]);
      counts.opened += 1;
      const heard = () => void (connection.lastSeenAt = hall.now());
      socket.conn.on('heartbeat', heard);
      const stop = keepAsking(socket, clock, counts.opened, (sample) => {
        heard();
        learn(connection, sample, machineNow());
      });
      socket.on('disconnect', () => {
        stop();
        const others = (open.get(name) ?? []).filter((each) => each !== connection);
        if (others.length > 0) open.set(name, others);
        else open.delete(name);
        gone.set(name, connection);
        counts.closed += 1;
      });
    },
  };
}

interface Sample {
  readonly answer: unknown;
  readonly roundTripMs: number;
}

/** Asks at once and then every half minute. One question at a time: a program of an older version never answers, and is asked once. */
function keepAsking(socket: HallSocket, clock: GatewayClock, no: number, answered: (sample: Sample) => void) {
  let isAsking = false;
  const ask = () => {
    if (isAsking) return;
    isAsking = true;
    const askedMs = clock.monotonicMs();
    socket.emit('identify', (answer: unknown) => {
      isAsking = false;
      answered({ answer, roundTripMs: clock.monotonicMs() - askedMs });
    });
  };
  let stop: () => void;
  const next = () => {
    ask();
    stop = clock.after(ASK_EVERY_MS, next);
  };
  ask();
  stop = clock.after((ASK_EVERY_MS / SPREAD) * (1 + (no % SPREAD)), next);
  return () => stop();
}

/** The client read its clock between question and answer; the middle is the best guess, wrong by half the way at most. */
function learn(connection: Connection, { answer, roundTripMs }: Sample, machineNow: number): void {
  const identity = ClientIdentity.safeParse(answer);
  if (!identity.success) return;
  const { at, version, build } = identity.data;
  connection.identity = { version, build };
  connection.clock = {
    differenceMs: Math.round(at - (machineNow - roundTripMs / 2)),
    roundTripMs: Math.ceil(roundTripMs),
  };
}

function linkOf(present: readonly Connection[], last: Connection | undefined): ProgramLink {
  const newest = present.at(-1) ?? last;
  const seenAt = [...present, ...(last === undefined ? [] : [last])].map(({ lastSeenAt }) => lastSeenAt);
  return {
    connections: present.length,
    connectedSinceAt: present.length === 0 ? null : Math.min(...present.map(({ connectedAt }) => connectedAt)),
    lastSeenAt: seenAt.length === 0 ? null : Math.max(...seenAt),
    version: newest?.identity?.version ?? null,
    build: newest?.identity?.build ?? null,
    clockDifferenceMs: newest?.clock?.differenceMs ?? null,
    roundTripMs: newest?.clock?.roundTripMs ?? null,
  };
}
