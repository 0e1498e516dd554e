// A hall without rules or disk, for tests of the gateway: it remembers what it was asked and says what the test tells it to.
import { HallConfig } from '@jiaohao/contracts/hall-config';
import type { HallEvent } from '@jiaohao/contracts/events';
import type { EvaluationsAnswer } from '@jiaohao/contracts/http';
import type { Principal } from '@jiaohao/contracts/principal';
import { REFUSAL_TEXTS } from '@jiaohao/contracts/refusals';
import type { RefusalCode } from '@jiaohao/contracts/refusals';
import type { AnyView, Topic } from '@jiaohao/contracts/views';
import type { Commit, Hall, HallAnswer, HallHealth, HallRequest, ReportedDevice } from '../../hall-door.ts';
import { tokenHash } from '../tokens.ts';

export const TEST_CONFIG = HallConfig.parse({
  hall: { hallId: 'h1', name: { zh: '测试大厅', en: 'Test hall' } },
  zones: [{ zoneId: 'z1', name: { zh: '一层', en: 'Ground floor' }, floor: 1 }],
  queues: [{ queueId: 'q1', name: { zh: '综合', en: 'General' }, prefix: 'A', zoneId: 'z1' }],
  serviceItems: [{ serviceItemId: 's1', name: { zh: '社保', en: 'Social security' }, queueId: 'q1' }],
  windows: ['w1', 'w2'].map((windowId, index) => ({ windowId, label: `${index + 1}`, zoneId: 'z1', queueIds: ['q1'] })),
  hours: {},
  terminals: [
    { terminalId: 'k1', role: 'kiosk', zoneId: 'z1' },
    { terminalId: 't1', role: 'window', windowId: 'w1' },
  ],
  displays: [
    { displayId: 'b1', kind: 'board', zoneId: null },
    { displayId: 'd1', kind: 'windowScreen', windowId: 'w1' },
  ],
  staff: [
    { staffNo: '1001', name: '李明' },
    { staffNo: '1002', name: '王芳' },
  ],
});

/** The link of ticket 7, the only one of this hall. */
export const LINK_TOKEN = `7.${'t'.repeat(22)}`;

const TOPICS: readonly Topic[] = [
  'boardCalls/hall',
  'boardCalls/z1',
  'boardStatus/hall',
  'kiosk/hall',
  'windows/hall',
  'queueProgress/q1',
  ...['w1', 'w2'].flatMap((id): Topic[] => [
    `windowScreenCalls/${id}`,
    `windowScreenStatus/${id}`,
    `clerkCalls/${id}`,
    `clerkStatus/${id}`,
    `windowTerminal/${id}`,
  ]),
];

type Receipt = { windowId: string; callSeq: number; displays: number };

export class MemoryHall implements Hall {
  readonly requests: HallRequest[] = [];
  readonly paintings: [string, number][] = [];
  readonly presence: string[] = [];
  /** How often each view was computed. */
  readonly computed = new Map<Topic, number>();
  answer: (request: HallRequest) => HallAnswer | Promise<HallAnswer> = () => ({ ok: true, result: {} });
  brokenView: Topic | null = null;
  state: HallHealth = { isWriting: true, seq: 0, businessDay: '2026-03-02', lastEventAt: 0, clockBehindMs: 0 };
  reportedDevices: ReportedDevice[] = [];
  issuedAt = new Map<number, number>();
  applicant: { maskedName: string } | null = null;
  events: HallEvent[] = [];
  ratings: EvaluationsAnswer = { evaluations: [], hasMore: false };
  places = new Map<string, string>();
  clockMs = 1_772_400_000_000;

  #config: HallConfig | null = TEST_CONFIG;
  readonly #tokens = new Map<string, Principal>();
  readonly #passwords = new Map<string, string>();
  readonly #changed = new Set<(dirty: ReadonlySet<Topic>) => void>();
  readonly #committed = new Set<(commit: Commit) => void>();
  readonly #receipts = new Set<(receipt: Receipt) => void>();

  readonly credentials = {
    findToken: (hash: Buffer) => this.#tokens.get(hash.toString('hex')) ?? null,
    addToken: (hash: Buffer, who: Principal) => void this.#tokens.set(hash.toString('hex'), who),
    revokeTokens: (who: Principal) => {
      const ended = [...this.#tokens].filter(([, each]) => JSON.stringify(each) === JSON.stringify(who));
      for (const [hash] of ended) this.#tokens.delete(hash);
      return ended.length;
    },
    passwordOf: (staffNo: string) => this.#passwords.get(staffNo) ?? null,
    setPassword: (staffNo: string, encoded: string) => void this.#passwords.set(staffNo, encoded),
  };

  /** Gives somebody a token the short way. */
  tokenFor(who: Principal): string {
    const token = `token-of-${JSON.stringify(who).replace(/[^a-z0-9]/gi, '-')}`;
    this.credentials.addToken(tokenHash(token), who);
    return token;
  }

  keptTokens(): string[] {
    return [...this.#tokens.keys()];
  }

  async execute(request: HallRequest): Promise<HallAnswer> {
    this.requests.push(request);
    return this.answer(request);
  }

  topics(): Topic[] {
    return this.#config === null ? [] : [...TOPICS];
  }

  view(topic: Topic): AnyView | null {
    if (topic === this.brokenView) throw new Error('a view with a bug');
    this.computed.set(topic, (this.computed.get(topic) ?? 0) + 1);
    if (!this.topics().includes(topic) && topic !== 'ticket/7') return null;
    return { seq: this.state.seq, calls: [] };
  }

  /** A commit that dirties these topics. */
  change(...topics: Topic[]): void {
    this.state = { ...this.state, seq: this.state.seq + 1 };
    for (const listener of this.#changed) listener(new Set(topics));
  }

  configure(config: HallConfig | null, ...topics: Topic[]): void {
    this.#config = config;
    this.change(...topics);
  }

  receipt(receipt: Receipt): void {
    for (const listener of this.#receipts) listener(receipt);
  }

  onChanged(listener: (dirty: ReadonlySet<Topic>) => void): () => void {
    this.#changed.add(listener);
    return () => void this.#changed.delete(listener);
  }

  onCommitted(listener: (commit: Commit) => void): () => void {
    this.#committed.add(listener);
    return () => void this.#committed.delete(listener);
  }

  commit(commit: Commit): void {
    for (const listener of this.#committed) listener(commit);
  }

  devices(): readonly ReportedDevice[] {
    return this.reportedDevices;
  }

  ticketIssuedAt(ticketId: number): number | null {
    return this.issuedAt.get(ticketId) ?? null;
  }

  onReceipts(listener: (receipt: Receipt) => void): () => void {
    this.#receipts.add(listener);
    return () => void this.#receipts.delete(listener);
  }

  listeners(): number {
    return this.#changed.size + this.#receipts.size + this.#committed.size;
  }

  painted(displayId: string, callSeq: number): void {
    this.paintings.push([displayId, callSeq]);
  }

  receiptsAt(): { callSeq: number; displays: number } | null {
    return null;
  }

  displayConnected(displayId: string): void {
    this.presence.push(`+${displayId}`);
  }

  displayDisconnected(displayId: string): void {
    this.presence.push(`-${displayId}`);
  }

  placeOf(who: Principal) {
    const windowId = who.kind === 'clerk' ? this.places.get(who.staffNo) : undefined;
    return windowId === undefined ? null : { zoneId: 'z1', windowId };
  }

  config(): HallConfig | null {
    return this.#config;
  }

  applicantOf(linkToken: string): { kind: 'applicant'; ticketId: number; queueId: string } | null {
    return linkToken === LINK_TOKEN ? { kind: 'applicant', ticketId: 7, queueId: 'q1' } : null;
  }

  applicantAt(): { maskedName: string } | null {
    return this.applicant;
  }

  recordedEvaluations(businessDay: string): EvaluationsAnswer | null {
    return businessDay === this.state.businessDay ? this.ratings : null;
  }

  eventsAfter(seq: number, limit: number): HallEvent[] {
    return this.events.filter((event) => event.seq > seq).slice(0, limit);
  }

  now(): number {
    return this.clockMs;
  }

  health(): HallHealth {
    return this.state;
  }
}

export function refusal(code: RefusalCode): HallAnswer {
  return { ok: false, refusal: { code, ...REFUSAL_TEXTS[code] } };
}
