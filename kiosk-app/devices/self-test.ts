// The devices' half of the self-test: tells every second how each configured device is, checks lines, gathers what a support bundle needs.
import { checkLine, computerFacts, listPorts, portIdentity, type LineCheck } from '@jiaohao/drivers';
import type { DevicesNotice, DevicesOrder, DeviceSetting } from '../wire/devices.ts';
import type { SelfTestDevice } from '../wire/self-test.ts';
import type { RunningDevice } from './open-device.ts';
import { REFUSED_SETTING } from './texts.ts';

/** One device of the configuration: running, or refused by the drivers for this reason. */
export type ConfiguredDevice = { readonly setting: DeviceSetting } & (
  { readonly device: RunningDevice } | { readonly device: null; readonly reason: string }
);

const TELL_MS = 1_000;
/** The model of pads that share a line. */
const PADS_ON_BUS = 'bus485';

export class SelfTest {
  readonly #devices: readonly ConfiguredDevice[];
  readonly #tell: (notice: DevicesNotice) => void;
  readonly #checks = new Map<DeviceSetting, LineCheck>();
  #telling: NodeJS.Timeout | null = null;
  #checking: Promise<void> = Promise.resolve();
  #isChecking = false;

  constructor(devices: readonly ConfiguredDevice[], tell: (notice: DevicesNotice) => void) {
    this.#devices = devices;
    this.#tell = tell;
  }

  /** Orders that are not about the self-test are not its business. */
  carryOut(order: DevicesOrder): void {
    switch (order.type) {
      case 'selfTest':
        this.#turn(order.isOn);
        break;
      case 'checkLines':
        if (!this.#isChecking) this.#checking = this.#checkLines();
        break;
      case 'gatherFacts':
        void this.#gather();
        break;
      default:
    }
  }

  /** Resolves when every device is its driver's again. */
  async stop(): Promise<void> {
    this.#turn(false);
    await this.#checking;
  }

  #turn(isOn: boolean): void {
    if (this.#telling !== null) clearInterval(this.#telling);
    this.#telling = null;
    this.#checks.clear();
    if (!isOn) return;
    this.#telling = setInterval(() => void this.#tellAll(), TELL_MS);
    void this.#tellAll();
  }

  async #tellAll(): Promise<void> {
    const devices = await Promise.all(this.#devices.map((device) => this.#lookAt(device)));
    if (this.#telling !== null) this.#tell({ type: 'selfTestDevices', devices });
  }

  async #lookAt(configured: ConfiguredDevice): Promise<SelfTestDevice> {
    const { setting, device } = configured;
    const { kind, model, port, windowId } = setting;
    const look = device === null ? refused(configured.reason) : device.look();
    return {
      ...{ kind, model, port },
      ...(windowId === undefined ? {} : { windowId }),
      identity: await portIdentity(port),
      ...look,
      lineCheck: this.#checks.get(setting) ?? null,
    };
  }

  /** All let go at once: two pads may share a line. */
  async #checkLines(): Promise<void> {
    this.#isChecking = true;
    const running = this.#devices.flatMap(({ device }) => device ?? []);
    await Promise.all(running.map((device) => device.stop()));
    const buses = new Map<string, LineCheck>();
    for (const { setting } of this.#devices) {
      // What answers on a bus answers for every pad on it; each check of a silent one takes seconds.
      const bus = setting.model === PADS_ON_BUS ? setting.port : null;
      const check = (bus === null ? undefined : buses.get(bus)) ?? (await checkLine(setting));
      if (bus !== null) buses.set(bus, check);
      this.#checks.set(setting, check);
    }
    for (const device of running) device.start();
    this.#isChecking = false;
    this.#tell({ type: 'linesChecked' });
    await this.#tellAll();
  }

  async #gather(): Promise<void> {
    this.#tell({ type: 'factsGathered', facts: { ...computerFacts(), ports: await listPorts() } });
  }
}

function refused(reason: string): Pick<SelfTestDevice, 'remarks' | 'facts' | 'steps'> {
  const remark = { code: 'badSetting', kind: 'fault' as const, ...REFUSED_SETTING(reason.slice(0, 450)) };
  return { remarks: [remark], facts: [], steps: [] };
}
