// One connected client: what it may send and what each message does. Nothing it sends can bring the hall down.
import type { Logger } from 'pino';
import { REFUSAL_TEXTS } from '@jiaohao/contracts/refusals';
import { Painted, WatchRequest } from '@jiaohao/contracts/socket';
import type { CommandAnswer, WatchAnswer } from '@jiaohao/contracts/socket';
import type { Topic } from '@jiaohao/contracts/views';
import type { Hall } from '../hall-door.ts';
import { directoryOf } from './directory.ts';
import { logBug, logDropped } from './logging.ts';
import { mayWatch } from './permissions.ts';
import { FORBIDDEN, invalidField, parseWith } from './request-errors.ts';
import type { Parsed } from './request-errors.ts';
import type { RunCommand } from './run-command.ts';
import type { HallSocket } from './socket-io.ts';
import { FIELD_TEXTS } from './texts.ts';

export interface SessionContext {
  readonly hall: Hall;
  readonly logger: Logger;
  readonly runCommand: RunCommand;
}

const EVENTS: ReadonlySet<string> = new Set(['command', 'watch', 'painted']);

export function openSession(socket: HallSocket, context: SessionContext): void {
  const { logger } = context;
  const { who } = socket.data;
  socket.on('command', (...args) => void onCommand(socket, context, args));
  socket.on('watch', (...args) => onWatch(socket, context, args));
  socket.on('painted', (...args) => onPainted(socket, context, args));
  socket.onAny((event: string) => {
    if (!EVENTS.has(event)) logDropped(logger, who, 'unknown');
  });
}

async function onCommand(socket: HallSocket, { runCommand, logger }: SessionContext, args: unknown[]): Promise<void> {
  const { body, answer } = partsOf(args);
  if (answer === null) {
    logDropped(logger, socket.data.who, 'command');
    return;
  }
  try {
    answer(await runCommand(socket.data.who, body));
  } catch (error) {
    logBug(logger, 'command', error);
    answer({ ok: false, refusal: { code: 'internalError', ...REFUSAL_TEXTS.internalError } });
  }
}

function onWatch(socket: HallSocket, context: SessionContext, args: unknown[]): void {
  const { body, answer } = partsOf(args);
  const { hall, logger } = context;
  if (answer === null) {
    logDropped(logger, socket.data.who, 'watch');
    return;
  }
  const wanted = wantedTopics(socket, hall, body);
  if (!wanted.ok) {
    answer(wanted);
    return;
  }
  const topics = wanted.value;
  for (const room of socket.rooms) if (room !== socket.id && !topics.has(room as Topic)) void socket.leave(room);
  for (const topic of topics) void socket.join(topic);
  answer({ ok: true });
  for (const topic of topics) {
    sendView(socket, hall, logger, topic);
    sendReceipts(socket, hall, topic);
  }
}

/** All or nothing: with one topic refused the socket goes on watching what it watched. */
function wantedTopics(socket: HallSocket, hall: Hall, body: unknown): Parsed<ReadonlySet<Topic>> {
  const request = parseWith(WatchRequest, body);
  if (!request.ok) return request;
  const directory = directoryOf(hall.config());
  const known = new Set(hall.topics());
  for (const [index, topic] of request.value.topics.entries()) {
    if (!mayWatch(socket.data.who, topic, directory)) return { ok: false, error: FORBIDDEN };
    if (!known.has(topic) && !isTicket(hall, topic))
      return { ok: false, error: invalidField(`topics.${index}`, FIELD_TEXTS.notATopic) };
  }
  return { ok: true, value: new Set(request.value.topics) };
}

/** Tickets come and go: their topics stand in no list. */
function isTicket(hall: Hall, topic: Topic): boolean {
  return topic.startsWith('ticket/') && hall.view(topic) !== null;
}

function sendView(socket: HallSocket, hall: Hall, logger: Logger, topic: Topic): void {
  try {
    const view = hall.view(topic);
    if (view !== null) socket.emit('view', { topic, view });
  } catch (error) {
    logBug(logger, 'view', error);
  }
}

/** A console that comes later is told on how many displays the present call was seen. */
function sendReceipts(socket: HallSocket, hall: Hall, topic: Topic): void {
  if (!topic.startsWith('clerkCalls/')) return;
  const receipts = hall.receiptsAt(topic.slice('clerkCalls/'.length));
  if (receipts !== null) socket.emit('receipts', receipts);
}

function onPainted(socket: HallSocket, { hall, logger }: SessionContext, args: unknown[]): void {
  const { who } = socket.data;
  const painted = Painted.safeParse(partsOf(args).body);
  if (who.kind === 'display' && painted.success) hall.painted(who.displayId, painted.data.callSeq);
  else logDropped(logger, who, 'painted');
}

/** `(body, answer)`; a client may leave out either. */
function partsOf(args: unknown[]): { body: unknown; answer: Answer | null } {
  const last = args.at(-1);
  if (typeof last !== 'function') return { body: args[0], answer: null };
  // Functions never come over the wire: this one is socket.io's own acknowledgement.
  return { body: args.length > 1 ? args[0] : undefined, answer: last as Answer };
}

type Answer = (answer: CommandAnswer | WatchAnswer) => void;
