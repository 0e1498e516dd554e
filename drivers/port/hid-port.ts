// A device that speaks bytes in HID reports. Works on a HidLink, so that no library is needed to test it.
import { LinkPort } from './link-port.ts';
import { portLost } from './port-faults.ts';
import { payloadOf, toReports, type HidReports } from './hid-reports.ts';
import type { PortClosed } from './port.ts';
import { WritesInTurn } from './writes-in-turn.ts';

/** An opened device. */
export interface HidLink {
  /** One report, its id first (0 where reports have none). Rejects when the device is gone. */
  write(report: Uint8Array): Promise<void>;
  onReport(listener: (report: Uint8Array) => void): void;
  /** The device is gone. */
  onGone(listener: () => void): void;
  close(): Promise<void>;
}

export interface HidPortSettings {
  readonly name: string;
  readonly reports: HidReports;
  /** Rejects with the DeviceError that `open` shall have. */
  readonly openLink: () => Promise<HidLink>;
}

export class HidPort extends LinkPort<HidLink> {
  readonly #settings: HidPortSettings;
  readonly #writes = new WritesInTurn();

  constructor(settings: HidPortSettings) {
    super(settings.name);
    this.#settings = settings;
  }

  /** Reports of one write follow each other without those of another between them. */
  write(bytes: Uint8Array): Promise<void> {
    const link = this.link;
    if (link === null) return Promise.reject(portLost(this.name));
    const reports = toReports(bytes, this.#settings.reports);
    return this.#writes.add(() => this.#writeAll(link, reports));
  }

  protected closeLink(link: HidLink): Promise<void> {
    return this.#end(link, { wasLost: false });
  }

  protected async openLink(): Promise<void> {
    const link = await this.#settings.openLink();
    this.link = link;
    link.onReport((report) => {
      const payload = payloadOf(report, this.#settings.reports);
      if (this.link === link && payload.length > 0) this.listeners.bytes(payload);
    });
    link.onGone(() => void this.#end(link, { wasLost: true }));
  }

  async #writeAll(link: HidLink, reports: readonly Uint8Array[]): Promise<void> {
    for (const report of reports) {
      if (this.link !== link) throw portLost(this.name);
      try {
        await link.write(report);
      } catch (cause) {
        await this.#end(link, { wasLost: true });
        throw portLost(this.name, cause);
      }
    }
  }

  async #end(link: HidLink, closed: PortClosed): Promise<void> {
    if (this.link !== link) return;
    this.link = null;
    // Closing what was pulled out fails; there is nothing left to close.
    await link.close().catch(() => undefined);
    this.listeners.closed(closed);
  }
}
