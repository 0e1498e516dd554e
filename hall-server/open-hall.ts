// Puts the hall together: journal, writer, time, displays; opened at a start and closed at an end.
import type { Principal } from '@jiaohao/contracts/principal';
import type { Topic } from '@jiaohao/contracts/views';
import type { Clock } from './clock.ts';
import { displayPresence } from './display-presence.ts';
import { displayReceipts } from './display-receipts.ts';
import { windowOfClerk } from './engine/actor.ts';
import { ticketOfCall } from './engine/board-calls.ts';
import type { State } from './engine/state.ts';
import { allTopics, viewOf } from './engine/views.ts';
import { HallWriter } from './hall.ts';
import { StorageUnavailable } from './hall-door.ts';
import type { Commit, CredentialStore, Hall, HallAnswer, HallHealth, HallRequest } from './hall-door.ts';
import { StorageFull } from './journal/errors.ts';
import type { Journal } from './journal/event-journal.ts';
import type { Dropped } from './journal/retention.ts';
import { maskedName } from './masked-name.ts';
import { isPrinted, ticketOfToken, withPhoneLink } from './ticket-links.ts';
import { startRetention } from './retention-driver.ts';
import { startTimeDriver } from './time-driver.ts';

export interface OpenHallOptions {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly onFatal: (error: unknown) => void;
  readonly onBug: (error: unknown, type: string) => void;
  /** Retention has let something go: for the log. */
  readonly onDropped?: (dropped: Dropped) => void;
}

export interface OpenedHall extends Hall {
  /** Answers what waits, keeps what is held, closes the journal. */
  close(): void;
}

const SAVE_RECEIPTS_EVERY_MS = 1_000;
const FOLLOW_EVERY_MS = 1_000;
/** Ten milliseconds of work at most, which a press may have to wait for; far more than the busiest second of a large hall. */
const FOLLOWED_AT_A_TIME = 1_000;
const PROBE_STORAGE_EVERY_MS = 1_000;

/** Throws JournalBroken when the journal does not hold together. */
export function openHall(options: OpenHallOptions): OpenedHall {
  const { journal, clock } = options;
  const listeners = new Set<(dirty: ReadonlySet<Topic>) => void>();
  const onCommitted = new Set<(commit: Commit) => void>();
  const presence = displayPresence(() => writer.state.index);
  const writer: HallWriter = new HallWriter({
    journal,
    clock,
    isWatched: (windowId) => presence.isWatched(windowId),
    onFatal: options.onFatal,
    onBug: options.onBug,
    onCommitted: (dirty, events, commitMs) => {
      // A call is on its screens before anybody is answered; everything else follows while the answers are on their way.
      const isCall = events.some(({ type }) => type === 'TicketCalled' || type === 'TicketRecalled');
      const tell = () => {
        const topics = dirty();
        for (const listener of listeners) listener(topics);
      };
      if (isCall) tell();
      setImmediate(() => {
        if (!isCall) tell();
        time.look();
        for (const listener of onCommitted) listener({ events, commitMs });
      });
    },
  });
  const receipts = displayReceipts({
    journal,
    now: () => writer.now(),
    listedCall: (callSeq) => listedCall(writer.state, callSeq),
    serves: (displayId, windowId) => presence.serves(displayId, windowId),
    seeCall: (callSeq, displayId) => void writer.executeInternal({ type: 'seeCall', callSeq, displayId }),
  });
  const time = startTimeDriver(
    clock,
    () => writer.dueAt(),
    () => writer.executeInternal({ type: 'advanceTime' }),
  );
  const retention = startRetention({ journal, hall: writer, onDropped: (dropped) => options.onDropped?.(dropped) });
  const timers = [
    setInterval(() => receipts.save(), SAVE_RECEIPTS_EVERY_MS),
    setInterval(() => followEvents(writer, journal), FOLLOW_EVERY_MS),
    setInterval(() => leaveFullStorage(writer, journal), PROBE_STORAGE_EVERY_MS),
  ];
  return {
    ...knowledge(writer, journal, clock),
    execute: (request) => execute(writer, journal, request),
    onChanged: joining(listeners),
    onCommitted: joining(onCommitted),
    painted: (displayId, callSeq) => receipts.painted(displayId, callSeq),
    onReceipts: (listener) => receipts.onReceipts(listener),
    receiptsAt: (windowId) => {
      const callSeq = openCallAt(writer.state, windowId);
      return callSeq === null ? null : { callSeq, displays: receipts.displaysOf(callSeq) };
    },
    displayConnected: (displayId) => presence.connected(displayId),
    displayDisconnected: (displayId) => presence.disconnected(displayId),
    credentials: storingCredentials(journal),
    close: () => {
      time.stop();
      retention.stop();
      timers.forEach((timer) => clearInterval(timer));
      writer.flush();
      receipts.save();
      journal.close();
    },
  };
}

function execute(writer: HallWriter, journal: Journal, request: HallRequest): Promise<HallAnswer> {
  const answer = writer.execute(request);
  const address = writer.state.config?.hall.phoneAddress;
  const { type } = request.command;
  if (address === undefined || !isPrinted(type)) return answer;
  return answer.then((made) => withPhoneLink(made, type, journal.ticketLinkKey, address));
}

type Knowledge =
  | 'topics'
  | 'view'
  | 'placeOf'
  | 'config'
  | 'devices'
  | 'ticketIssuedAt'
  | 'applicantOf'
  | 'applicantAt'
  | 'eventsAfter'
  | 'recordedEvaluations'
  | 'now'
  | 'health';

/** What is asked and changes nothing. */
function knowledge(writer: HallWriter, journal: Journal, clock: Clock): Pick<Hall, Knowledge> {
  return {
    topics: () => allTopics(writer.state),
    view: (topic) => viewOf(writer.state, topic),
    placeOf: (who) => placeOf(writer.state, who),
    config: () => writer.state.config,
    devices: () => [...writer.state.devices.values()],
    ticketIssuedAt: (ticketId) => writer.state.tickets.get(ticketId)?.issuedAt ?? null,
    applicantOf: (linkToken) => applicantOf(writer.state, journal, linkToken),
    applicantAt: (windowId) => applicantAt(writer.state, journal, windowId),
    eventsAfter: (seq, limit) => journal.eventsAfter(seq, limit),
    recordedEvaluations: (businessDay, after, limit) => journal.recordedEvaluations.ofDay(businessDay, after, limit),
    now: () => writer.now(),
    health: () => healthOf(writer, clock),
  };
}

function healthOf({ state, isStorageFull }: HallWriter, clock: Clock): HallHealth {
  return {
    isWriting: !isStorageFull,
    seq: state.seq,
    lastEventAt: state.lastAt,
    clockBehindMs: Math.max(0, state.lastAt - clock.now()),
    businessDay: state.day?.isOpen === true ? state.day.businessDay : null,
  };
}

/** Adds a listener; the answer takes it away again. */
function joining<L>(listeners: Set<L>): (listener: L) => () => void {
  return (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
}

/** After a full disk: writes are taken again as soon as a probe can be written. */
function leaveFullStorage(writer: HallWriter, journal: Journal): void {
  if (!writer.isStorageFull) return;
  try {
    journal.probeWrite();
    writer.isStorageFull = false;
  } catch (error) {
    if (!(error instanceof StorageFull)) throw error;
  }
}

/** The read models: with a full disk they wait until there is space. */
function followEvents(writer: HallWriter, journal: Journal): void {
  if (writer.isStorageFull) return;
  try {
    journal.followWithReadModels(FOLLOWED_AT_A_TIME);
  } catch (error) {
    if (!(error instanceof StorageFull)) throw error;
  }
}

/** The same store, with a full disk told in the words of the door. */
function storingCredentials({ credentials }: Journal): CredentialStore {
  const store = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      if (error instanceof StorageFull) throw new StorageUnavailable('the storage is full', { cause: error });
      throw error;
    }
  };
  return {
    findToken: (tokenHash) => credentials.findToken(tokenHash),
    passwordOf: (staffNo) => credentials.passwordOf(staffNo),
    addToken: (tokenHash, who, createdAt) => store(() => credentials.addToken(tokenHash, who, createdAt)),
    revokeTokens: (who, revokedAt) => store(() => credentials.revokeTokens(who, revokedAt)),
    setPassword: (staffNo, encoded) => store(() => credentials.setPassword(staffNo, encoded)),
  };
}

function listedCall(state: State, callSeq: number): { windowId: string; isSeen: boolean } | null {
  const ticket = ticketOfCall(state, callSeq);
  if (ticket === null || ticket.windowId === null) return null;
  return { windowId: ticket.windowId, isSeen: ticket.isSeen || ticket.callSeq !== callSeq };
}

function openCallAt(state: State, windowId: string): number | null {
  const ticketId = state.windows.get(windowId)?.openTicketId ?? null;
  return ticketId === null ? null : (state.tickets.get(ticketId)?.callSeq ?? null);
}

function placeOf(state: State, who: Principal): { zoneId: string | null; windowId: string | null } | null {
  if (who.kind === 'clerk') {
    const window = windowOfClerk(state, who.staffNo);
    return window === null ? null : { zoneId: zoneOf(state, window.windowId), windowId: window.windowId };
  }
  if (who.kind === 'terminal') {
    const terminal = state.index.terminals.get(who.terminalId);
    if (terminal === undefined) return null;
    if (terminal.role === 'kiosk') return { zoneId: terminal.zoneId, windowId: null };
    // A line of several windows stands at none of them.
    if (terminal.role !== 'window' && terminal.role !== 'pad') return { zoneId: null, windowId: null };
    return { zoneId: zoneOf(state, terminal.windowId), windowId: terminal.windowId };
  }
  if (who.kind !== 'display') return null;
  const display = state.index.displays.get(who.displayId);
  if (display === undefined) return null;
  return display.kind === 'board'
    ? { zoneId: display.zoneId, windowId: null }
    : { zoneId: zoneOf(state, display.windowId), windowId: display.windowId };
}

function zoneOf(state: State, windowId: string): string | null {
  return state.index.windows.get(windowId)?.zoneId ?? null;
}

/** Without an address for phones there are no links, also none that were given out before. */
function applicantOf(state: State, journal: Journal, linkToken: string): ReturnType<Hall['applicantOf']> {
  if (state.config?.hall.phoneAddress === undefined) return null;
  const ticket = ticketOfToken(journal.ticketLinkKey, linkToken, (ticketId) => state.tickets.get(ticketId));
  return ticket === null ? null : { kind: 'applicant', ticketId: ticket.ticketId, queueId: ticket.queueId };
}

function applicantAt(state: State, journal: Journal, windowId: string): { maskedName: string } | null {
  const ticketId = state.windows.get(windowId)?.openTicketId ?? null;
  const personRef = ticketId === null ? null : (state.tickets.get(ticketId)?.personRef ?? null);
  const name = personRef === null ? null : journal.personName(personRef);
  return name === null ? null : { maskedName: maskedName(name) };
}
