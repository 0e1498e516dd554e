// 设备自检 of a terminal that goes on serving its windows: behind the PIN, one window at a time under test, everything as before when it ends.
import { DevicesPageNotice, RunningTestMessage, type RunningWindows } from '../../wire/devices-page.ts';
import type { DeviceSetting } from '../../wire/devices.ts';
import type { Log } from '../log.ts';
import type { PageDesk } from '../page-desk.ts';
import { StaffPin } from '../staff-pin.ts';
import { SelfTest } from './self-test.ts';
import { StaffDoor } from './staff-door.ts';
import type { TestGate } from './test-gate.ts';

export interface RunningTestParts {
  readonly terminalId: string;
  readonly role: string;
  readonly dataFolder: string;
  readonly settings: readonly DeviceSetting[];
  /** `shell.leavePin` of the configuration. */
  readonly pinHash: string | undefined;
  readonly gate: TestGate;
  /** As the hall calls it; null while it does not say. */
  readonly labelOf: (windowId: string) => string | null;
  readonly log: Log;
}

/** A page that stands still must not keep a clerk's window: so long nothing was pressed on it. As the page says. */
const NOBODY_AFTER_MS = 5 * 60_000;

type Heard = RunningTestMessage;
type Said = DevicesPageNotice;

export class RunningTest implements PageDesk<Heard, Said> {
  readonly hears = RunningTestMessage;
  readonly says = DevicesPageNotice;
  readonly #parts: RunningTestParts;
  readonly #door: StaffDoor;
  readonly #listeners = new Set<(notice: Said) => void>();
  #selfTest: SelfTest | null = null;
  #nobody: NodeJS.Timeout | null = null;

  constructor(parts: RunningTestParts) {
    this.#parts = parts;
    const { log, gate } = parts;
    this.#door = new StaffDoor({
      pin: new StaffPin(parts.pinHash, log),
      log,
      isServing: () => false,
      openSelfTest: (onChange) =>
        (this.#selfTest = new SelfTest({
          ...{ ...parts, devices: gate.tested, onChange },
          tried: () => this.#tried(),
          // Nothing prints at such a terminal.
          timeText: () => '',
        })),
    });
    this.#door.listen(() => this.#doorMoved());
  }

  /** Somebody looks at its devices: it is not to be started anew meanwhile. */
  get isTesting(): boolean {
    return this.#door.isTesting;
  }

  greet(isSamePage: boolean): readonly Said[] {
    // The PIN was given to the page before.
    if (!isSamePage) this.close();
    this.#askPin();
    return this.#notices();
  }

  listen(listener: (notice: Said) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  handle(message: Heard): void {
    switch (message.type) {
      case 'staffPin':
        this.#somebodyThere();
        this.#door.handle(message);
        break;
      case 'try':
        // Every device would be without its driver for seconds, at windows that are served.
        this.#somebodyThere();
        if (message.wish !== 'checkLines') this.#door.handle({ type: 'staff', wish: message.wish });
        break;
      case 'takeWindow':
        this.#somebodyThere();
        this.#take(message.windowId);
        break;
      case 'close':
        this.#end();
        break;
      // Of a page without a running terminal.
      case 'look':
      case 'scannerKey':
    }
  }

  pageLeft(): void {
    this.close();
  }

  /** The window under test is the hall's again. */
  close(): void {
    if (this.#nobody !== null) clearTimeout(this.#nobody);
    this.#nobody = null;
    this.#door.close();
    this.#putUnderTest(null);
  }

  /** The page stays where it is: whoever comes next gives the PIN. */
  #end(): void {
    this.close();
    this.#askPin();
  }

  #askPin(): void {
    if (this.#door.view() === null) this.#door.handle({ type: 'staff', wish: 'gesture' });
  }

  #somebodyThere(): void {
    if (this.#nobody !== null) clearTimeout(this.#nobody);
    this.#nobody = setTimeout(() => this.#end(), NOBODY_AFTER_MS);
  }

  #take(windowId: string | null): void {
    const isOurs = windowId === null || this.#windowIds().includes(windowId);
    if (!this.#door.isTesting || !isOurs) return;
    this.#selfTest?.endTries();
    this.#putUnderTest(windowId);
    this.#tell();
  }

  /** Null: none. */
  #putUnderTest(windowId: string | null): void {
    const { gate, log } = this.#parts;
    const before = gate.underTest;
    gate.take(windowId);
    if (before === windowId) return;
    if (before !== null) log.info({ windowId: before }, 'Window given back: its keys are carried out again');
    if (windowId !== null) log.info({ windowId }, 'Window under test: its keys are not carried out');
  }

  #tried(): readonly DeviceSetting[] {
    const { settings, gate } = this.#parts;
    return settings.filter(({ kind, windowId = '' }) => {
      const isTheirs = kind === 'evaluationPad' && gate.isRatingAsked(windowId);
      return windowId === gate.underTest && !isTheirs;
    });
  }

  #windowIds(): string[] {
    return [...new Set(this.#parts.settings.map(({ windowId = '' }) => windowId))];
  }

  #running(): RunningWindows {
    const { gate, labelOf } = this.#parts;
    const windows = this.#windowIds().map((windowId) => {
      return { windowId, label: labelOf(windowId), isRatingAsked: gate.isRatingAsked(windowId) };
    });
    return { windows, underTest: gate.underTest };
  }

  /** None while nobody was greeted. */
  #notices(): Said[] {
    const staff = this.#door.view();
    switch (staff?.state) {
      case undefined:
        return [];
      case 'askPin':
        return [{ type: 'askPin', trouble: staff.trouble, isChecking: staff.isChecking }];
      case 'offered':
        return [{ type: 'askPin', trouble: null, isChecking: true }];
      case 'selfTest': {
        const { terminalId, role } = this.#parts;
        const { devices, work } = staff;
        const nothing = { isLooking: false, ports: [], settings: null, takesKeys: false };
        const terminal = { terminalId, role, file: null };
        return [{ type: 'view', view: { terminal, running: this.#running(), ...nothing, devices, work } }];
      }
    }
  }

  /** No applicant stands before this page: what the PIN opens is opened at once. */
  #doorMoved(): void {
    if (this.#door.view()?.state === 'offered') this.#door.handle({ type: 'staff', wish: 'open' });
    else this.#tell();
  }

  #tell(): void {
    for (const notice of this.#notices()) for (const listener of [...this.#listeners]) listener(notice);
  }
}
