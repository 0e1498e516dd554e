// A strip that shows what it is sent and never answers: told at every change, at every page, and again every few seconds.
import iconv from 'iconv-lite';
import { DeviceError } from '../../device-error.ts';
import type { DeviceStatus } from '../../device-status.ts';
import { Listeners } from '../../listeners.ts';
import type { PortChange } from '../../port/port-keeper.ts';
import type { LedStrip, StripContent } from '../contract.ts';
import { centredBySpaces, fitPages } from '../fit-text.ts';
import type { StripLine } from '../line.ts';
import type { PlainTextSettings } from './settings.ts';

/** GBK as cheap fonts have it, like the printers' (ticket-printer/escpos/charset.ts). */
const ENCODINGS: Readonly<Record<PlainTextSettings['charset'], string>> = {
  gbk: 'cp936',
  gb18030: 'gb18030',
  utf8: 'utf8',
};

export class PlainTextStrip implements LedStrip {
  readonly #line: StripLine;
  readonly #settings: PlainTextSettings;
  readonly #listeners = new Listeners<DeviceStatus>();
  readonly #station = { onPort: (change: PortChange) => this.#portChanged(change) };
  #status: DeviceStatus = { state: 'starting' };
  #isRunning = false;
  #content: { readonly pages: readonly string[]; readonly colour: StripContent['colour'] } | null = null;
  #page = 0;
  #isShown = false;
  #timer: NodeJS.Timeout | null = null;

  constructor(line: StripLine, settings: PlainTextSettings) {
    this.#line = line;
    this.#settings = settings;
  }

  /** `ready` says that the line is open: nothing says that a strip hangs on it. */
  get status(): DeviceStatus {
    return this.#status;
  }

  get shown(): readonly string[] | null {
    return this.#isShown ? (this.#content?.pages.map((page) => this.#shownPage(page)) ?? null) : null;
  }

  onStatus(listener: (status: DeviceStatus) => void): () => void {
    return this.#listeners.add(listener);
  }

  start(): void {
    if (this.#isRunning) return;
    this.#isRunning = true;
    this.#line.attach(this.#station);
    if (this.#line.newestChange !== null) this.#portChanged(this.#line.newestChange);
  }

  async stop(): Promise<void> {
    if (!this.#isRunning) return;
    this.#isRunning = false;
    this.#rest();
    await this.#line.detach(this.#station);
  }

  show({ wordings, colour }: StripContent): void {
    const pages = fitPages(wordings, this.#settings.columns);
    if (this.#content?.pages.join('\n') === pages.join('\n') && this.#content.colour === colour) return;
    this.#content = { pages, colour };
    this.#page = 0;
    this.#isShown = false;
    if (this.#status.state === 'ready') void this.#send(true);
  }

  async #send(isNews: boolean): Promise<void> {
    const content = this.#content;
    if (content === null || !this.#isRunning) return;
    this.#rest();
    const { pages, colour } = content;
    const { pollMs, pageMs } = this.#settings;
    const bytes = this.#bytesOf(pages[this.#page] ?? '', colour);
    this.#page = (this.#page + 1) % Math.max(1, pages.length);
    this.#timer = setTimeout(() => void this.#send(false), pages.length > 1 ? pageMs : pollMs);
    try {
      await this.#line.tell(bytes, isNews || pages.length > 1);
      if (this.#content === content) this.#isShown = true;
    } catch (error) {
      // A lost line is told to all its strips, and everything is sent again when it is back.
      if (!(error instanceof DeviceError)) throw error;
    }
  }

  #bytesOf(page: string, colour: StripContent['colour']): Uint8Array {
    const { template, charset, colours, columns, centre } = this.#settings;
    const printable = printableOf(page);
    const encoding = ENCODINGS[charset];
    const text = iconv.encode(centre === 'spaces' ? centredBySpaces(printable, columns) : printable, encoding);
    const parts = template.map((part) => {
      if ('bytes' in part) return part.bytes;
      return part.field === 'text' ? text : iconv.encode(colours[colour], encoding);
    });
    return Uint8Array.from(parts.flatMap((part) => [...part]));
  }

  /** What the charset lacks is a question mark. */
  #shownPage(page: string): string {
    const encoding = ENCODINGS[this.#settings.charset];
    return iconv.decode(iconv.encode(printableOf(page), encoding), encoding);
  }

  #rest(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #portChanged(change: PortChange): void {
    this.#isShown = false;
    this.#page = 0;
    if (change.type === 'opened') {
      this.#become({ state: 'ready', warning: null });
      void this.#send(true);
    } else {
      this.#rest();
      this.#become({ state: 'fault', code: change.error.code });
    }
  }

  #become(status: DeviceStatus): void {
    this.#status = status;
    this.#listeners.tell(status);
  }
}

function printableOf(page: string): string {
  return page.replaceAll(/\p{Cc}/gu, '');
}
