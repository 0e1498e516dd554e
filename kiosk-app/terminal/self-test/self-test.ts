// A running self-test: the devices' state as they tell it, and what the staff's buttons come to. Nothing that is read outlives it.
import { randomUUID } from 'node:crypto';
import { DEVICES_LOST, type DevicesNotice, type DeviceSetting } from '../../wire/devices.ts';
import type { SelfTestDevice, SelfTestWish, SelfTestWork, StaffView } from '../../wire/self-test.ts';
import type { DevicesLink } from '../devices-link.ts';
import type { Log } from '../log.ts';
import { SELF_TEST_TEXTS } from '../texts.ts';
import { saveBundle } from './save-bundle.ts';
import { PadRound } from './pad-round.ts';
import { showOnCallPads, showOnStrips } from './show-test.ts';
import { testPage } from './test-page.ts';

export interface SelfTestParts {
  readonly terminalId: string;
  readonly dataFolder: string;
  readonly settings: readonly DeviceSetting[];
  /** Those of them that may be tried now; without it all. */
  readonly tried?: () => readonly DeviceSetting[];
  readonly devices: Pick<DevicesLink, 'print' | 'test' | 'onNotice' | 'askForTest' | 'cancelAsk' | 'show'>;
  readonly log: Log;
  /** What stands on the test page beside the terminal's name. */
  readonly timeText: () => string;
  readonly onChange: () => void;
}

const CARD_MS = 30_000;
const FACTS_MS = 10_000;

const IDLE: SelfTestWork = {
  card: { state: 'idle' },
  print: { state: 'idle' },
  evaluationPads: { state: 'idle' },
  callPads: 'idle',
  strips: 'idle',
  bundle: { state: 'idle' },
  isCheckingLines: false,
};

export class SelfTest {
  readonly #parts: SelfTestParts;
  readonly #stopListening: () => void;
  #devices: readonly SelfTestDevice[] = [];
  #work = IDLE;
  #isClosed = false;
  readonly #pads: PadRound;
  #cardTimer: NodeJS.Timeout | null = null;
  #factsTimer: NodeJS.Timeout | null = null;

  constructor(parts: SelfTestParts) {
    this.#parts = parts;
    this.#pads = new PadRound(parts.devices, (evaluationPads) => this.#came({ evaluationPads }));
    this.#stopListening = parts.devices.onNotice((notice) => this.#heard(notice));
    parts.devices.test({ type: 'selfTest', isOn: true });
  }

  view(): Omit<Extract<StaffView, { state: 'selfTest' }>, 'state'> {
    return { devices: [...this.#devices], work: this.#work };
  }

  carryOut(wish: SelfTestWish): void {
    switch (wish) {
      case 'readCard':
        this.#waitForCard();
        break;
      case 'printTestPage':
        void this.#print();
        break;
      case 'tryEvaluationPads':
        if (!this.#isAtWork()) this.#pads.ask(this.#tried());
        break;
      case 'tryCallPads':
        if (!this.#isAtWork() && showOnCallPads(this.#tried(), this.#parts.devices)) this.#came({ callPads: 'sent' });
        break;
      case 'tryStrips':
        if (!this.#isAtWork() && showOnStrips(this.#tried(), this.#parts.devices)) this.#came({ strips: 'sent' });
        break;
      case 'checkLines':
        this.#checkLines();
        break;
      case 'saveBundle':
        this.#gather();
    }
  }

  /** What was tried is over, its results with it; pads that still wait are disarmed. */
  endTries(): void {
    this.#pads.end();
    const { evaluationPads, callPads, strips } = IDLE;
    this.#came({ evaluationPads, callPads, strips });
  }

  close(): void {
    this.#isClosed = true;
    this.#stopListening();
    for (const timer of [this.#cardTimer, this.#factsTimer]) if (timer !== null) clearTimeout(timer);
    this.#pads.end();
    this.#devices = [];
    this.#work = IDLE;
    this.#parts.devices.test({ type: 'selfTest', isOn: false });
  }

  #tried(): readonly DeviceSetting[] {
    return this.#parts.tried?.() ?? this.#parts.settings;
  }

  #waitForCard(): void {
    if (this.#work.isCheckingLines || this.#work.card.state === 'waiting') return;
    this.#cardTimer = setTimeout(() => this.#cardOver({ state: 'trouble', trouble: 'noCard' }), CARD_MS);
    this.#came({ card: { state: 'waiting' } });
  }

  #cardOver(card: SelfTestWork['card']): void {
    if (this.#cardTimer !== null) clearTimeout(this.#cardTimer);
    if (this.#work.card.state === 'waiting') this.#came({ card });
  }

  async #print(): Promise<void> {
    if (this.#work.isCheckingLines || this.#work.print.state === 'printing') return;
    this.#came({ print: { state: 'printing' } });
    const { devices, terminalId, timeText } = this.#parts;
    const beganAt = performance.now();
    const key = `self-test-${randomUUID().slice(0, 8)}`;
    const outcome = await devices.print({ key, lines: testPage(terminalId, timeText()) });
    const ms = Math.round(performance.now() - beganAt);
    const code = 'code' in outcome ? outcome.code : null;
    this.#came({ print: { state: 'over', outcome: outcome.state, code, ms } });
  }

  #isAtWork(): boolean {
    const { card, print, evaluationPads, isCheckingLines } = this.#work;
    const isAsking = card.state === 'waiting' || evaluationPads.state === 'asking';
    return isAsking || isCheckingLines || print.state === 'printing';
  }

  #checkLines(): void {
    if (this.#isAtWork()) return;
    this.#parts.devices.test({ type: 'checkLines' });
    this.#came({ isCheckingLines: true });
  }

  #gather(): void {
    if (this.#work.bundle.state === 'saving') return;
    this.#factsTimer = setTimeout(() => this.#came({ bundle: { state: 'failed', code: DEVICES_LOST } }), FACTS_MS);
    this.#parts.devices.test({ type: 'gatherFacts' });
    this.#came({ bundle: { state: 'saving' } });
  }

  #heard(notice: DevicesNotice): void {
    switch (notice.type) {
      case 'running':
        this.#askAnew();
        break;
      case 'status':
        if (notice.status.state === 'fault' && notice.status.code === DEVICES_LOST) this.#lost();
        break;
      case 'selfTestDevices':
        this.#devices = notice.devices;
        this.#came({});
        break;
      case 'selfTestCard':
        this.#cardOver({ state: 'read', card: notice.card });
        break;
      case 'selfTestCardTrouble':
        this.#cardOver({ state: 'trouble', trouble: notice.trouble });
        break;
      case 'linesChecked':
        this.#came({ isCheckingLines: false });
        break;
      case 'factsGathered':
        this.#save(notice.facts);
        break;
      case 'rated':
      case 'lapsed':
        this.#pads.heard(notice);
        break;
      default:
    }
  }

  /** A new devices process knows nothing of the test, and what was asked while there was none reached nobody. */
  #askAnew(): void {
    const { devices } = this.#parts;
    devices.test({ type: 'selfTest', isOn: true });
    if (this.#work.isCheckingLines) devices.test({ type: 'checkLines' });
    if (this.#work.bundle.state === 'saving') devices.test({ type: 'gatherFacts' });
  }

  #save(facts: Readonly<Record<string, unknown>>): void {
    if (this.#work.bundle.state !== 'saving') return;
    if (this.#factsTimer !== null) clearTimeout(this.#factsTimer);
    const { print } = this.#work;
    const bundle = saveBundle({ ...this.#parts, facts, devices: this.#devices, print });
    this.#came({ bundle });
  }

  #lost(): void {
    const lost = { code: DEVICES_LOST, kind: 'fault' as const, ...SELF_TEST_TEXTS.devicesLost };
    this.#devices = this.#devices.map((device) => ({ ...device, remarks: [lost], facts: [], steps: [] }));
    this.#pads.end();
    this.#came({ isCheckingLines: false });
  }

  #came(work: Partial<SelfTestWork>): void {
    if (this.#isClosed) return;
    this.#work = { ...this.#work, ...work };
    this.#parts.onChange();
  }
}
