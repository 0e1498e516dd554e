// A scanner on a serial line: it speaks, nobody asks. Bytes are wiped once read; nothing that was scanned is logged or kept.
import type { DeviceErrorCode } from '../device-error.ts';
import type { DeviceStatus } from '../device-status.ts';
import { Listeners } from '../listeners.ts';
import { PortKeeper } from '../port/port-keeper.ts';
import type { Port } from '../port/port.ts';
import { CodeCollector } from './code-collector.ts';
import type { DocumentScanner, DocumentScannerEvent, Scanned } from './contract.ts';
import { LineCutter, type Cut } from './line-cutter.ts';

export interface SerialScannerSettings {
  readonly prefix: string;
  /** What ends a line; null: any CR or LF; empty: silence. */
  readonly suffix: Uint8Array | null;
  /** So long without a byte ends what was begun. */
  readonly silenceMs: number;
}

export class SerialScanner implements DocumentScanner {
  readonly #port: Port;
  readonly #settings: SerialScannerSettings;
  readonly #keeper: PortKeeper;
  readonly #listeners = new Listeners<DocumentScannerEvent>();
  #cutter: LineCutter;
  #collector: CodeCollector;
  #silence: NodeJS.Timeout | undefined;
  #stopListening: () => void = () => undefined;
  #status: DeviceStatus = { state: 'starting' };

  constructor(port: Port, settings: SerialScannerSettings) {
    this.#port = port;
    this.#settings = settings;
    this.#cutter = new LineCutter(settings.suffix);
    this.#collector = new CodeCollector(settings.prefix);
    this.#keeper = new PortKeeper(port, (change) => {
      this.#forget();
      if (change.type === 'lost') this.#tellStatus(change.error.code);
      else this.#tellStatus(null);
    });
  }

  get status(): DeviceStatus {
    return this.#status;
  }

  start(): void {
    this.#stopListening();
    this.#stopListening = this.#port.onBytes((bytes) => this.#take(bytes));
    this.#keeper.start();
  }

  async stop(): Promise<void> {
    this.#stopListening();
    this.#forget();
    await this.#keeper.stop();
    this.#status = { state: 'starting' };
  }

  onEvent(listener: (event: DocumentScannerEvent) => void): () => void {
    return this.#listeners.add(listener);
  }

  #take(bytes: Uint8Array): void {
    const cuts = this.#cutter.push(bytes);
    bytes.fill(0);
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#idle(), this.#settings.silenceMs);
    this.#tellAll(cuts.flatMap((cut) => this.#scannedOf(cut)));
  }

  #idle(): void {
    const last = this.#cutter.idle().flatMap((cut) => this.#scannedOf(cut));
    this.#tellAll([...last, ...this.#collector.idle()]);
  }

  #scannedOf(cut: Cut): Scanned[] {
    return cut.type === 'text' ? this.#collector.take(cut.text) : [{ kind: 'unreadable', reason: cut.type }];
  }

  /** What a line began before it was lost is not gone on with. */
  #forget(): void {
    clearTimeout(this.#silence);
    this.#cutter.idle();
    this.#cutter = new LineCutter(this.#settings.suffix);
    this.#collector = new CodeCollector(this.#settings.prefix);
  }

  #tellStatus(code: DeviceErrorCode | null): void {
    this.#status = code === null ? { state: 'ready', warning: null } : { state: 'fault', code };
    this.#tell({ type: 'status', status: this.#status });
  }

  #tellAll(scanned: readonly Scanned[]): void {
    for (const each of scanned) this.#tell({ type: 'scanned', scanned: each });
  }

  #tell(event: DocumentScannerEvent): void {
    this.#listeners.tell(event);
  }
}
