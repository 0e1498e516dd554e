// A scanner that types: told from a person by its time between keys (wedge.ts). It has no port; somebody hands it the keys.
import type { DeviceStatus } from '../device-status.ts';
import { Listeners } from '../listeners.ts';
import type { DocumentScannerEvent, KeyboardScanner, ScannerKey } from './contract.ts';
import { WedgeDetector, type WedgeResult, type WedgeSettings } from './wedge.ts';

export class WedgeScanner implements KeyboardScanner {
  readonly #settings: WedgeSettings;
  readonly #listeners = new Listeners<DocumentScannerEvent>();
  readonly #typedListeners = new Listeners<readonly string[]>();
  #detector: WedgeDetector;
  #silence: NodeJS.Timeout | undefined;
  #status: DeviceStatus = { state: 'starting' };

  constructor(settings: WedgeSettings) {
    this.#settings = settings;
    this.#detector = new WedgeDetector(settings);
  }

  get status(): DeviceStatus {
    return this.#status;
  }

  /** Nothing tells a scanner that is unplugged from one that is silent. */
  start(): void {
    this.#status = { state: 'ready', warning: null };
    this.#tell({ type: 'status', status: this.#status });
  }

  stop(): Promise<void> {
    clearTimeout(this.#silence);
    this.#detector = new WedgeDetector(this.#settings);
    this.#status = { state: 'starting' };
    return Promise.resolve();
  }

  key(key: ScannerKey): void {
    if (this.#status.state !== 'ready') return;
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#took(this.#detector.idle()), this.#settings.maxGapMs + LATENESS_MS);
    this.#took(this.#detector.key(key));
  }

  onEvent(listener: (event: DocumentScannerEvent) => void): () => void {
    return this.#listeners.add(listener);
  }

  onTyped(listener: (keys: readonly string[]) => void): () => void {
    return this.#typedListeners.add(listener);
  }

  #took({ scanned, typed }: WedgeResult): void {
    for (const each of scanned) this.#tell({ type: 'scanned', scanned: each });
    if (typed.length > 0) this.#typedListeners.tell(typed);
  }

  #tell(event: DocumentScannerEvent): void {
    this.#listeners.tell(event);
  }
}

/** Keys come through a page and two processes; a busy computer is no silence. */
const LATENESS_MS = 250;
