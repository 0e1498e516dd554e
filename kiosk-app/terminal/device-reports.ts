// Tells the hall how this terminal's devices are: on every change, and the newest state again after a reconnect.
import { randomUUID } from 'node:crypto';
import type { DeviceCondition, DeviceKind } from '@jiaohao/contracts/commands';
import type { DeviceStatusNow } from '../wire/devices.ts';
import { askUntilSettled } from './ask-until-settled.ts';
import type { AskHall } from './hall-link.ts';
import type { Log } from './log.ts';

export interface DeviceReportsParts {
  readonly hall: AskHall;
  readonly log: Log;
  readonly closing: AbortSignal;
}

/** One report of a device is under way at a time; what changes meanwhile is reported after it, the newest only. */
export class DeviceReports {
  readonly #parts: DeviceReportsParts;
  readonly #newest = new Map<string, DeviceCondition>();
  readonly #known = new Map<string, DeviceCondition>();
  readonly #busy = new Set<string>();
  #wasUp = false;

  constructor(parts: DeviceReportsParts) {
    this.#parts = parts;
  }

  /** `windowId` where the terminal has a device of this kind for each of its windows. */
  changed(kind: DeviceKind, status: DeviceStatusNow, windowId?: string): void {
    const name = windowId === undefined ? kind : `${kind} ${windowId}`;
    this.#newest.set(name, { ...conditionOf(kind, status), ...(windowId === undefined ? {} : { windowId }) });
    void this.#report(name);
  }

  /** To be called whenever the link may have changed. A hall that was away may not know the newest state. */
  linkChanged(): void {
    const isUp = this.#parts.hall.state === 'up';
    const isBack = isUp && !this.#wasUp;
    this.#wasUp = isUp;
    if (!isBack) return;
    this.#known.clear();
    for (const name of this.#newest.keys()) void this.#report(name);
  }

  async #report(name: string): Promise<void> {
    const { hall, log, closing } = this.#parts;
    if (this.#busy.has(name)) return;
    this.#busy.add(name);
    for (let device = this.#due(name); device !== null && !closing.aborted; device = this.#due(name)) {
      this.#known.set(name, device);
      const request = { type: 'reportDevice', requestId: randomUUID(), device } as const;
      const reply = await askUntilSettled<'reportDevice'>(hall, request, log, closing);
      if (reply !== null && !reply.ok) log.warn({ device, reply }, 'The hall did not take a device report');
    }
    this.#busy.delete(name);
  }

  /** Null when the hall has been told. Conditions are compared by identity: the same state told twice is one. */
  #due(name: string): DeviceCondition | null {
    const newest = this.#newest.get(name) ?? null;
    const known = this.#known.get(name);
    const isKnown = known !== undefined && known.state === newest?.state && known.code === newest.code;
    return isKnown ? null : newest;
  }
}

function conditionOf(kind: DeviceKind, status: DeviceStatusNow): DeviceCondition {
  switch (status.state) {
    case 'starting':
      return { kind, state: 'starting', code: null };
    case 'ready':
      return { kind, state: 'ready', code: status.warning };
    case 'fault':
      return { kind, state: 'fault', code: status.code };
  }
}
