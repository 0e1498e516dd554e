// A hall for tests of the terminal: a real socket.io server that keeps the wire's promises and breaks the link where a test says so.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server, type Socket } from 'socket.io';
import { commandSchemas } from '@jiaohao/contracts/commands';
import { REFUSAL_TEXTS, type RefusalCode } from '@jiaohao/contracts/refusals';
import type { ClientToServer, CommandAnswer, ServerToClient } from '@jiaohao/contracts/socket';
import type { IssuedTicket } from '@jiaohao/contracts/ticket';
import type { KioskView, Topic, WindowTerminal } from '@jiaohao/contracts/views';
import { kioskView } from './kiosk-view.ts';

export interface SeenRequest {
  readonly type: string;
  readonly requestId: string;
  readonly [field: string]: unknown;
}

export const TOKEN = 'token-of-this-terminal';
type Answer = (answer: CommandAnswer) => void;

export class FakeHall {
  /** Every command that arrived, repetitions too, in order. */
  readonly seen: SeenRequest[] = [];
  readonly tickets = new Map<number, IssuedTicket>();
  /** Rewrites the next answers: `drop` carries the command out and cuts the link instead of answering. */
  beforeAnswer: (request: SeenRequest) => 'answer' | 'drop' | RefusalCode = () => 'answer';
  acceptsToken = true;
  #clockOffsetMs = 0;
  #views: { kiosk: KioskView; windowTerminal: WindowTerminal };
  readonly #answers = new Map<string, { body: string; answer: CommandAnswer }>();
  #io: Server<ClientToServer, ServerToClient>;
  #port = 0;
  #heart: NodeJS.Timeout | null = null;

  private constructor(view: KioskView) {
    this.#views = { kiosk: view, windowTerminal: windowView(1) };
    this.#io = this.#serve();
  }

  static async start(view: KioskView = kioskView(1)): Promise<FakeHall> {
    const hall = new FakeHall(view);
    await hall.up();
    return hall;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  now(): number {
    return Date.now() + this.#clockOffsetMs;
  }

  setClock(offsetMs: number): void {
    this.#clockOffsetMs = offsetMs;
    this.beat();
  }

  beat(): void {
    this.#io.emit('heartbeat', { at: this.now() });
  }

  /** From now on nothing is heard of the hall, while the connections stay. */
  holdBreath(): void {
    if (this.#heart !== null) clearInterval(this.#heart);
  }

  show(view: Partial<KioskView> & { seq: number }): void {
    this.#views.kiosk = { ...this.#views.kiosk, ...view };
    this.#io.emit('view', { topic: 'kiosk/hall', view: this.#views.kiosk });
  }

  showWindow(view: WindowTerminal): void {
    this.#views.windowTerminal = view;
    this.#io.emit('view', { topic: 'windowTerminal/w01', view });
  }

  of(type: string): SeenRequest[] {
    return this.seen.filter((request) => request.type === type);
  }

  /** Answers known to the hall survive, as its journal would. */
  async up(): Promise<void> {
    const server = createServer();
    this.#io = this.#serve();
    this.#io.attach(server);
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (server.address() as AddressInfo).port;
    this.#heart = setInterval(() => this.beat(), 200);
  }

  async down(): Promise<void> {
    this.holdBreath();
    await this.#io.close();
  }

  #serve(): Server<ClientToServer, ServerToClient> {
    const io = new Server<ClientToServer, ServerToClient>({ serveClient: false });
    io.use((socket, next) => {
      const isKnown = this.acceptsToken && (socket.handshake.auth as { token?: string }).token === TOKEN;
      next(isKnown ? undefined : Object.assign(new Error('refused'), { data: { code: 'unauthorised' } }));
    });
    io.on('connection', (socket) => this.#welcome(socket));
    return io;
  }

  #welcome(socket: Socket<ClientToServer, ServerToClient>): void {
    socket.emit('welcome', {
      at: this.now(),
      who: { kind: 'terminal', terminalId: 'K1' },
      place: { zoneId: 'z1', windowId: 'w01' },
      serverStartedAt: 1,
    });
    socket.on('watch', (request, answer) => {
      answer({ ok: true });
      for (const topic of (request as { topics: Topic[] }).topics) {
        const view = topic === 'kiosk/hall' ? this.#views.kiosk : this.#views.windowTerminal;
        socket.emit('view', { topic, view });
      }
    });
    socket.on('command', (request, answer) => this.#command(socket, request as SeenRequest, answer));
  }

  #command(socket: Socket<ClientToServer, ServerToClient>, request: SeenRequest, answer: Answer): void {
    this.seen.push(request);
    const how = this.beforeAnswer(request);
    if (how !== 'answer' && how !== 'drop') {
      answer(refusal(how));
      return;
    }
    const result = this.#once(request);
    if (how === 'drop') socket.conn.close();
    else answer(result);
  }

  #once(request: SeenRequest): CommandAnswer {
    const body = JSON.stringify(request);
    const known = this.#answers.get(request.requestId);
    if (known !== undefined) return known.body === body ? known.answer : refusal('requestIdReused');
    const answer = this.#decide(request);
    if (answer.ok) this.#answers.set(request.requestId, { body, answer });
    return answer;
  }

  #decide({ requestId, ...fields }: SeenRequest): CommandAnswer {
    const { type } = fields;
    const schema = commandSchemas[type as keyof typeof commandSchemas];
    if (!schema.safeParse(fields).success) {
      return { ok: false, error: { code: 'invalidField', field: requestId, zh: '', en: '' } };
    }
    if (type === 'issueTicket') {
      const { notAfter, queueId, serviceItemId } = fields as { notAfter?: number } & Record<string, string | undefined>;
      return notAfter !== undefined && this.now() > notAfter
        ? refusal('requestExpired')
        : this.#issued(queueId ?? 'tax', serviceItemId ?? null);
    }
    if (type === 'reprintTicket') return this.#reprinted(fields['ticketId'] as number);
    if (type === 'recordEvaluation') return { ok: true, result: { evaluationId: fields['evaluationId'] as number } };
    return { ok: true, result: {} };
  }

  #issued(queueId: string, serviceItemId: string | null): CommandAnswer {
    const ticketId = 100 + this.tickets.size;
    const ticket: IssuedTicket = {
      ticketId,
      ticketNumber: `A${String(this.tickets.size + 1).padStart(3, '0')}`,
      queueId,
      serviceItemId,
      zoneId: 'z1',
      isPriority: false,
      state: 'waiting',
      issuedAt: this.now(),
      peopleAhead: 6,
      estimatedWaitMs: 690_000,
      attempt: 1,
    };
    this.tickets.set(ticketId, ticket);
    return { ok: true, result: { ticket } };
  }

  #reprinted(ticketId: number): CommandAnswer {
    const ticket = this.tickets.get(ticketId);
    if (ticket === undefined) return refusal('unknownTicket');
    const again = { ...ticket, attempt: ticket.attempt + 1 };
    this.tickets.set(ticketId, again);
    return { ok: true, result: { ticket: again } };
  }
}

function refusal(code: RefusalCode): CommandAnswer {
  return { ok: false, refusal: { code, ...REFUSAL_TEXTS[code] } };
}

export function windowView(seq: number, evaluationDue: WindowTerminal['evaluationDue'] = null): WindowTerminal {
  return {
    seq,
    windowId: 'w01',
    windowLabel: '1',
    staffNo: '1001',
    phase: 'free',
    ticketNumber: null,
    openTicketId: null,
    evaluationDue,
  };
}
