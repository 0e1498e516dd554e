// The window role of the core: the evaluation pad, and the call pad where there is one. The page shows nothing but how things are.
import { CallPadDesk } from './call-pads/call-pad-desk.ts';
import { padOf } from './call-pads/pads-terminal.ts';
import { DeviceReports } from './device-reports.ts';
import { Evaluations, keptRatings } from './evaluate.ts';
import type { HallLink, LinkState } from './hall-link.ts';
import type { Log } from './log.ts';
import type { ServedDevices } from './self-test/test-gate.ts';
import type { DeviceStatusNow } from '../wire/devices.ts';

export interface WindowTerminalParts {
  readonly terminalId: string;
  readonly dataFolder: string;
  readonly hall: HallLink<'windowTerminal'>;
  readonly devices: ServedDevices;
  readonly log: Log;
}

export interface WindowTerminalStatus {
  readonly terminalId: string;
  readonly hallLink: LinkState;
  readonly windowLabel: string | null;
  /** Null where the terminal has no pad. */
  readonly pad: DeviceStatusNow | null;
  readonly unsentRatings: number;
}

export class WindowTerminalCore {
  readonly #parts: WindowTerminalParts;
  readonly #evaluations: Evaluations;
  readonly #closing = new AbortController();
  readonly #listeners = new Set<() => void>();

  constructor(parts: WindowTerminalParts) {
    const { hall, devices, log, dataFolder } = parts;
    const closing = this.#closing.signal;
    const reports = new DeviceReports({ hall, log, closing });
    const callPad = new CallPadDesk({
      ...{ hall, log, closing, pad: padOf(devices) },
      view: () => hall.view,
      waiting: () => hall.waiting,
    });
    this.#parts = parts;
    this.#evaluations = new Evaluations({
      ...{ hall, pad: devices, log, closing, ...keptRatings(dataFolder, 'ratings', log) },
      hasUndeliverable: () => reports.ratingsLeft(),
    });
    hall.onChange(() => {
      reports.linkChanged();
      if (hall.view !== null) this.#evaluations.viewed(hall.view);
      callPad.viewed();
    });
    devices.onNotice((notice) => {
      this.#evaluations.notice(notice);
      if (notice.type === 'status') reports.changed(notice.kind, notice.status);
      if (notice.type === 'running') callPad.viewed();
      if (notice.type === 'callPadKey') void callPad.pressed(notice.action, notice.key);
      for (const listener of [...this.#listeners]) listener();
    });
  }

  status(): WindowTerminalStatus {
    const { terminalId, hall, devices } = this.#parts;
    return {
      terminalId,
      hallLink: hall.state,
      windowLabel: hall.view?.windowLabel ?? null,
      pad: devices.status('evaluationPad'),
      unsentRatings: this.#evaluations.unsent,
    };
  }

  /** After every word of the devices. Returns the function that stops listening. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#closing.abort();
    this.#listeners.clear();
  }
}
