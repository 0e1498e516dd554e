// What the installer's page shows and does: the devices of a configuration, or those that were found on the ports.
import type { ProbedPort } from '@jiaohao/drivers/tool';
import type { DeviceSetting } from '../wire/devices.ts';
import { DevicesPageMessage, DevicesPageNotice, type DevicesPageView } from '../wire/devices-page.ts';
import type { SelfTestWork } from '../wire/self-test.ts';
import type { PageDesk } from '../terminal/page-desk.ts';
import { foundDevices, seenPort } from './found-devices.ts';
import { openTestSession, type TestSession, type TestSessionParts } from './test-session.ts';

export interface TestBenchParts extends Pick<TestSessionParts, 'terminalId' | 'dataFolder' | 'openChannel' | 'log'> {
  /** The terminal of a configuration and its devices; null: whatever is found. */
  readonly configured: {
    readonly terminal: DevicesPageView['terminal'];
    readonly devices: readonly DeviceSetting[];
  } | null;
  /** The ports of this computer; without a configuration with what answers on each. */
  readonly look: () => Promise<readonly ProbedPort[]>;
}

const IDLE: SelfTestWork = {
  ...{
    card: { state: 'idle' },
    print: { state: 'idle' },
    evaluationPads: { state: 'idle' },
    bundle: { state: 'idle' },
  },
  ...{ callPads: 'idle', strips: 'idle', isCheckingLines: false },
};

export class TestBench implements PageDesk<DevicesPageMessage, DevicesPageNotice> {
  readonly hears = DevicesPageMessage;
  readonly says = DevicesPageNotice;
  readonly #parts: TestBenchParts;
  readonly #listeners = new Set<(notice: DevicesPageNotice) => void>();
  #ports: readonly ProbedPort[] = [];
  #found: readonly DeviceSetting[] = [];
  #session: TestSession | null = null;
  #looking: Promise<void> | null = null;
  #isClosed = false;

  constructor(parts: TestBenchParts) {
    this.#parts = parts;
  }

  /** Resolves when the ports were looked at and the devices run. At once a no to whoever asks meanwhile. */
  look(): Promise<void> {
    this.#looking ??= this.#lookAnew().finally(() => {
      this.#looking = null;
      this.#tell();
    });
    this.#tell();
    return this.#looking;
  }

  view(): DevicesPageView {
    const { configured } = this.#parts;
    const isFound = configured === null && this.#found.length > 0;
    return {
      terminal: configured?.terminal ?? null,
      running: null,
      isLooking: this.#looking !== null,
      ports: this.#ports.map(seenPort),
      settings: isFound ? settingsText(this.#found) : null,
      takesKeys: this.#session?.takesKeys ?? false,
      ...(this.#session?.view() ?? { devices: [], work: IDLE }),
    };
  }

  greet(): readonly DevicesPageNotice[] {
    return [{ type: 'view', view: this.view() }];
  }

  listen(listener: (notice: DevicesPageNotice) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  handle(message: DevicesPageMessage): void {
    switch (message.type) {
      case 'try':
        this.#session?.carryOut(message.wish);
        break;
      case 'look':
        void this.look();
        break;
      case 'scannerKey':
        this.#session?.scannerKey(message);
    }
  }

  /** The devices stay under test: the page may be opened again. */
  pageLeft(): void {
    this.#tell();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#looking;
    await this.#session?.close();
    this.#listeners.clear();
  }

  /** Found devices let go of their lines first: a port belongs to one program. */
  async #lookAnew(): Promise<void> {
    const { configured, look } = this.#parts;
    if (configured === null) await this.#endSession();
    this.#ports = await look();
    this.#found = configured === null ? foundDevices(this.#ports) : [];
    this.#tell();
    const settings = configured?.devices ?? this.#found;
    if (this.#session !== null || this.#isClosed || settings.length === 0) return;
    this.#session = await openTestSession({
      ...this.#parts,
      settings,
      onChange: () => this.#tell(),
      onKeysTyped: (keys) => this.#say({ type: 'keysTyped', keys: [...keys] }),
    });
  }

  async #endSession(): Promise<void> {
    await this.#session?.close();
    this.#session = null;
  }

  #tell(): void {
    this.#say({ type: 'view', view: this.view() });
  }

  #say(notice: DevicesPageNotice): void {
    for (const listener of [...this.#listeners]) listener(notice);
  }
}

/** One device a line. */
function settingsText(devices: readonly DeviceSetting[]): string {
  return `[\n${devices.map((device) => `  ${JSON.stringify(device)}`).join(',\n')}\n]`;
}
