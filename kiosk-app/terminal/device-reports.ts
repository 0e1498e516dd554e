// Tells the hall how this terminal's devices are: on every change, and the newest state again after a reconnect.
import { randomUUID } from 'node:crypto';
import type { DeviceCondition, DeviceKind } from '@jiaohao/contracts/commands';
import { UNSTEADY, type DeviceStatusNow } from '../wire/devices.ts';
import { askUntilSettled } from './ask-until-settled.ts';
import type { AskHall } from './hall-link.ts';
import type { Log } from './log.ts';
import { Steadiness } from './steadiness.ts';

export interface DeviceReportsParts {
  readonly hall: AskHall;
  readonly log: Log;
  readonly closing: AbortSignal;
}

/** Below this the estimate alone warns, for printers without a sensor: paper for about twenty tickets. */
const NEAR_END_MM = 3_000;

interface ReportedDevice {
  readonly kind: DeviceKind;
  readonly windowId: string | undefined;
  readonly steadiness: Steadiness;
  status: DeviceStatusNow;
  paperLeftMm: number | null;
  hasRatingsLeft: boolean;
  /** What the hall has been told; null before the first report, and after a time without the hall. */
  told: DeviceCondition | null;
  isBusy: boolean;
}

/**
 * One report of a device is under way at a time; what changes meanwhile is reported after it, the newest only. A device
 * that comes and goes is reported once, as `unsteady`, and as it is when it has been quiet: the last state always arrives.
 */
export class DeviceReports {
  readonly #parts: DeviceReportsParts;
  readonly #devices = new Map<string, ReportedDevice>();
  #wasUp = false;

  constructor(parts: DeviceReportsParts) {
    this.#parts = parts;
  }

  /** `windowId` where the terminal has a device of this kind for each of its windows. */
  changed(kind: DeviceKind, status: DeviceStatusNow, windowId?: string): void {
    const device = this.#device(kind, windowId);
    if (!isSameStatus(device.status, status)) device.steadiness.changed();
    device.status = status;
    void this.#report(device);
  }

  /** What is left on the roll; null: not known. */
  paperLeft(kind: DeviceKind, leftMm: number | null): void {
    const device = this.#device(kind, undefined);
    device.paperLeftMm = leftMm;
    void this.#report(device);
  }

  /** Ratings lie on the disk that the hall will never take: said beside the pad that they came from, until the technician has seen to them. */
  ratingsLeft(windowId?: string): void {
    const device = this.#device('evaluationPad', windowId);
    device.hasRatingsLeft = true;
    void this.#report(device);
  }

  /** To be called whenever the link may have changed. A hall that was away may not know the newest state. */
  linkChanged(): void {
    const isUp = this.#parts.hall.state === 'up';
    const isBack = isUp && !this.#wasUp;
    this.#wasUp = isUp;
    if (!isBack) return;
    for (const device of this.#devices.values()) {
      device.told = null;
      void this.#report(device);
    }
  }

  #device(kind: DeviceKind, windowId: string | undefined): ReportedDevice {
    const name = windowId === undefined ? kind : `${kind} ${windowId}`;
    const known = this.#devices.get(name);
    if (known !== undefined) return known;
    const device: ReportedDevice = {
      ...{ kind, windowId, steadiness: new Steadiness(() => performance.now()) },
      ...{ status: { state: 'starting' }, paperLeftMm: null, hasRatingsLeft: false, told: null, isBusy: false },
    };
    this.#devices.set(name, device);
    return device;
  }

  async #report(device: ReportedDevice): Promise<void> {
    const { closing } = this.#parts;
    if (device.isBusy) return;
    device.isBusy = true;
    while (!closing.aborted) {
      const condition = conditionOf(device);
      const { unsteadyForMs } = device.steadiness;
      if (!isSameCondition(device.told, condition)) await this.#tell(device, condition);
      else if (unsteadyForMs > 0) await pause(unsteadyForMs, closing);
      else break;
    }
    device.isBusy = false;
  }

  async #tell(device: ReportedDevice, condition: DeviceCondition): Promise<void> {
    const { hall, log, closing } = this.#parts;
    device.told = condition;
    if (condition.code === UNSTEADY) log.warn({ device: condition }, 'A device comes and goes: look at plug and cable');
    const request = { type: 'reportDevice', requestId: randomUUID(), device: condition } as const;
    const reply = await askUntilSettled<'reportDevice'>(hall, request, log, closing);
    if (reply !== null && !reply.ok) log.warn({ device: condition, reply }, 'The hall did not take a device report');
  }
}

function conditionOf({
  kind,
  windowId,
  steadiness,
  status,
  paperLeftMm,
  hasRatingsLeft,
}: ReportedDevice): DeviceCondition {
  const about = {
    kind,
    ...(windowId === undefined ? {} : { windowId }),
    ...(paperLeftMm === null ? {} : { paperLeftMm }),
  };
  if (steadiness.unsteadyForMs > 0) return { ...about, state: 'fault', code: UNSTEADY };
  switch (status.state) {
    case 'starting':
      return { ...about, state: 'starting', code: null };
    case 'ready': {
      const isNearEnd = status.warning !== null || (paperLeftMm !== null && paperLeftMm < NEAR_END_MM);
      return {
        ...about,
        state: 'ready',
        code: isNearEnd ? 'paperNearEnd' : hasRatingsLeft ? 'ratingsUndeliverable' : null,
      };
    }
    case 'fault':
      return { ...about, state: 'fault', code: status.code };
  }
}

function isSameCondition(one: DeviceCondition | null, other: DeviceCondition): boolean {
  return one?.state === other.state && one.code === other.code && one.paperLeftMm === other.paperLeftMm;
}

function isSameStatus(one: DeviceStatusNow, other: DeviceStatusNow): boolean {
  if (one.state === 'fault') return other.state === 'fault' && one.code === other.code;
  if (one.state === 'ready') return other.state === 'ready' && one.warning === other.warning;
  return other.state === one.state;
}

function pause(ms: number, closing: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(end, ms);
    closing.addEventListener('abort', end, { once: true });
    function end(): void {
      clearTimeout(timer);
      closing.removeEventListener('abort', end);
      resolve();
    }
  });
}
