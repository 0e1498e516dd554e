// The kiosk role of the core: what the page asks for, and what it is shown.
import { join } from 'node:path';
import type { DeviceKind } from '@jiaohao/contracts/commands';
import type { DevicesNotice } from '../wire/devices.ts';
import type { ApplicantMessage, Asked, DeviceHealth, KioskUpdate, Printing, TerminalMessage } from '../wire/page.ts';
import { CardOnReader } from './card-on-reader.ts';
import { DeviceReports } from './device-reports.ts';
import type { DevicesLink } from './devices-link.ts';
import type { HallLink } from './hall-link.ts';
import { KeptList } from './kept-list.ts';
import { KeptTicket } from './kept-ticket.ts';
import type { Log } from './log.ts';
import { recoverTickets } from './recover-tickets.ts';
import { reprintTicket } from './reprint.ts';
import { RunningRequests } from './running-requests.ts';
import { takeTicket } from './take-ticket.ts';
import type { TicketDesk, Visit } from './ticket-desk.ts';
import { DEFAULT_LAYOUT, type TicketLayout } from './ticket-layout.ts';

export interface KioskTerminalParts {
  readonly terminalId: string;
  readonly dataFolder: string;
  readonly hall: HallLink<'kiosk'>;
  readonly devices: DevicesLink;
  readonly log: Log;
  /** What stands on the paper; without it the ticket as delivered, for 80 mm paper. */
  readonly layout?: TicketLayout;
  /** How long the page waits for a number. */
  readonly answerLimitMs?: number;
}

/** A person who waits longer than this for a number is told that the link is lost. */
const ANSWER_LIMIT_MS = 10_000;

export class KioskTerminal {
  readonly #parts: KioskTerminalParts;
  readonly #desk: TicketDesk;
  readonly #card: CardOnReader;
  readonly #reports: DeviceReports;
  readonly #closing = new AbortController();
  readonly #listeners = new Set<(message: TerminalMessage) => void>();
  #visit: Visit = { hasLeft: false };
  /** What the person who is here asked for, while a number may come of it or has. */
  #asked: Asked | null = null;
  #printing: Printing | null = null;

  constructor(parts: KioskTerminalParts) {
    const { hall, devices, log, dataFolder } = parts;
    const closing = this.#closing.signal;
    this.#parts = parts;
    this.#card = new CardOnReader((notice) => this.#tell({ type: 'card', notice }));
    this.#reports = new DeviceReports({ hall, log, closing });
    this.#desk = {
      hall,
      printer: devices.status('ticketPrinter') === null ? NO_PRINTER : devices,
      card: this.#card,
      kept: new KeptList(join(dataFolder, 'pending-requests.json'), KeptTicket, log),
      running: new RunningRequests(),
      log,
      closing,
      answerLimitMs: parts.answerLimitMs ?? ANSWER_LIMIT_MS,
      layout: parts.layout ?? DEFAULT_LAYOUT,
      view: () => hall.view,
      showPrinting: (printing) => {
        this.#printing = printing;
        this.#tell({ type: 'printing', printing });
      },
    };
    hall.onChange(() => this.#hallChanged());
    devices.onNotice((notice) => this.#deviceTold(notice));
    void recoverTickets(this.#desk);
  }

  /** Everything the page draws from, now. */
  update(): KioskUpdate {
    const { terminalId, hall, devices } = this.#parts;
    return {
      terminalId,
      zoneId: hall.zoneId,
      hallLink: hall.state,
      clockOffsetMs: hall.clockOffsetMs,
      view: hall.view,
      reader: this.#health('idCardReader'),
      scanner: this.#health('documentScanner'),
      takesKeys: devices.takesKeys,
      printer: this.#health('ticketPrinter'),
    };
  }

  /** The person who is here has a number, or one is on its way. */
  get isServing(): boolean {
    return this.#asked !== null;
  }

  /** Updates, cards and printing, for whichever page is there. Returns the function that stops listening. */
  listen(listener: (message: TerminalMessage) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * One message of the page. A question is answered once, and once more where `linkLost` was told and the number came
   * after all. Never rejects.
   */
  async handle(message: ApplicantMessage, answer: (message: TerminalMessage) => void): Promise<void> {
    const visit = this.#visit;
    if (message.type === 'personLeft') {
      this.personLeft();
      return;
    }
    if (message.type === 'scannerKey') {
      this.#parts.devices.scannerKey(message);
      return;
    }
    const { id, request } = message;
    const asked: Asked =
      message.type === 'takeTicket'
        ? { type: 'takeTicket', request: message.request }
        : { type: 'reprint', request: message.request };
    this.#asked = asked;
    const outcome =
      message.type === 'takeTicket'
        ? await takeTicket(this.#desk, message.request, visit)
        : await reprintTicket(this.#desk, message.request, visit);
    const mayBeNumber = outcome.type !== 'refused' && outcome.type !== 'cardGone';
    if (!mayBeNumber && this.#asked === asked) this.#asked = null;
    answer({ type: 'answer', id, outcome });
    if (outcome.type === 'linkLost') await this.#answerLate(id, request.requestId, visit, answer);
  }

  /**
   * A page stands where another stood (reloaded, or opened anew). Where that one had a number or one on its way, the
   * person is still here: what the new page must be told, so that the number stays on the glass. Else they have left.
   */
  takeOver(): readonly TerminalMessage[] {
    if (this.#asked === null) {
      this.personLeft();
      return [];
    }
    const isPrinting = this.#printing?.requestId === this.#asked.request.requestId;
    return [
      { type: 'takenOver', asked: this.#asked },
      ...(isPrinting && this.#printing !== null ? [{ type: 'printing', printing: this.#printing } as const] : []),
    ];
  }

  /** Also when the page itself is gone: nothing that comes later is printed for this person. */
  personLeft(): void {
    this.#visit.hasLeft = true;
    this.#visit = { hasLeft: false };
    this.#asked = null;
    this.#printing = null;
    this.#card.forget();
    this.#desk.running.forget();
  }

  close(): void {
    this.#closing.abort();
    this.#card.forget();
    this.#listeners.clear();
  }

  /** After `linkLost` the request runs on; what comes of it while its person is still there is a second answer. */
  async #answerLate(
    id: number,
    requestId: string,
    visit: Visit,
    answer: (message: TerminalMessage) => void,
  ): Promise<void> {
    const late = await this.#desk.running.outcomeOf(requestId);
    if (late !== null && late.type !== 'linkLost' && !visit.hasLeft) answer({ type: 'answer', id, outcome: late });
  }

  #hallChanged(): void {
    this.#reports.linkChanged();
    this.#tell({ type: 'update', update: this.update() });
  }

  #deviceTold(notice: DevicesNotice): void {
    this.#card.notice(notice);
    if (notice.type === 'keysTyped') this.#tell(notice);
    if (notice.type === 'paperLeft') this.#reports.paperLeft('ticketPrinter', notice.leftMm);
    if (notice.type !== 'status') return;
    this.#reports.changed(notice.kind, notice.status);
    this.#tell({ type: 'update', update: this.update() });
  }

  #health(kind: DeviceKind): DeviceHealth {
    const status = this.#parts.devices.status(kind);
    if (status === null) return { state: 'absent', code: null };
    if (status.state === 'fault') return { state: 'fault', code: status.code };
    return { state: status.state, code: status.state === 'ready' ? status.warning : null };
  }

  #tell(message: TerminalMessage): void {
    for (const listener of [...this.#listeners]) listener(message);
  }
}

const NO_PRINTER: TicketDesk['printer'] = {
  print: () => Promise.resolve({ state: 'failedBeforePrint', code: 'absent' }),
};
