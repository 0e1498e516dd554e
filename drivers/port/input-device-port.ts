// A keyboard-like device that Linux shows at /dev/input/event*, read only, without a native module: its events come as bytes.
// Reading takes no key away from other programs, so it is opened only where the system is told to leave the device alone.
import { close, constants, existsSync, fstatSync, open, readFileSync, readSync, statSync } from 'node:fs';
import { promisify } from 'node:util';
import { DeviceError } from '../device-error.ts';
import { LinkPort } from './link-port.ts';
import { portLost, portUnavailable } from './port-faults.ts';
import type { PortClosed } from './port.ts';

const openAsync = promisify(open);
const closeAsync = promisify(close);

export interface InputDeviceSettings {
  /** True: also where other programs get the keys too. */
  readonly mayReachOthers: boolean;
  /** Where udev keeps what its rules say of devices. */
  readonly udevFolder?: string;
}

/** Events carry their own time: reading them a little late loses nothing. */
const READ_EVERY_MS = 20;
const READ_BYTES = 24 * 64;
const NOTHING_YET = ['EAGAIN', 'EWOULDBLOCK', 'EINTR'];
/** libinput, under X11 and Wayland, passes over such a device (its documentation, "Ignoring specific devices"). */
const IGNORED = /^E:LIBINPUT_IGNORE_DEVICE=1$/m;

/** One opening. Compared by identity: the system gives the same number to the next. */
interface Opened {
  readonly descriptor: number;
}

export class InputDevicePort extends LinkPort<Opened> {
  readonly #settings: InputDeviceSettings;
  #reading: NodeJS.Timeout | undefined;

  constructor(path: string, settings: InputDeviceSettings) {
    super(path);
    this.#settings = settings;
  }

  /** Nothing can be said to such a device. */
  write(): Promise<void> {
    return Promise.reject(portLost(this.name, new Error('it is only listened to')));
  }

  protected closeLink(opened: Opened): Promise<void> {
    return this.#end(opened, { wasLost: false });
  }

  /** Also rejects with `portUnavailable`, not retryable, where the keys would reach other programs. */
  protected async openLink(): Promise<void> {
    const flags = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY;
    const descriptor = await openAsync(this.name, flags).catch((error: unknown) => {
      throw portUnavailable(this.name, error);
    });
    if (!this.#settings.mayReachOthers && !this.#isLeftAlone(descriptor)) {
      await closeAsync(descriptor);
      throw new DeviceError('portUnavailable', `cannot open ${this.name}: ${NOT_LEFT_ALONE}`, { isRetryable: false });
    }
    const opened = { descriptor };
    this.link = opened;
    this.#read(opened);
  }

  #read(opened: Opened): void {
    if (this.link !== opened) return;
    const buffer = new Uint8Array(READ_BYTES);
    const count = countOf(opened, buffer);
    if (count === 'gone' || (count === 0 && !this.#isStillThere(opened))) {
      void this.#end(opened, { wasLost: true });
      return;
    }
    this.#reading = setTimeout(() => this.#read(opened), READ_EVERY_MS);
    if (count > 0) this.listeners.bytes(buffer.subarray(0, count));
  }

  async #end(opened: Opened, closed: PortClosed): Promise<void> {
    if (this.link !== opened) return;
    this.link = null;
    clearTimeout(this.#reading);
    await closeAsync(opened.descriptor);
    this.listeners.closed(closed);
  }

  /** A device that went and came back within one reading stands under the same path and number, made at another time. */
  #isStillThere({ descriptor }: Opened): boolean {
    const [opened, present] = [fstatSync(descriptor), statSync(this.name, { throwIfNoEntry: false })];
    return present?.ino === opened.ino && present.dev === opened.dev && present.ctimeMs === opened.ctimeMs;
  }

  /** By what udev's rules say of the device's number. */
  #isLeftAlone(descriptor: number): boolean {
    const { rdev } = fstatSync(descriptor);
    // As the C library's gnu_dev_major and gnu_dev_minor take a device's number apart.
    const [major, minor] = [(rdev >> 8) & 0xfff, (rdev & 0xff) | ((rdev >> 12) & 0xfff00)];
    const file = `${this.#settings.udevFolder ?? '/run/udev/data'}/c${major}:${minor}`;
    return existsSync(file) && IGNORED.test(readFileSync(file, 'utf8'));
  }
}

const NOT_LEFT_ALONE =
  "its keys would reach other programs' forms too; a udev rule is missing: " +
  'SUBSYSTEM=="input", ATTRS{idVendor}=="<vendor>", ATTRS{idProduct}=="<product>", ENV{LIBINPUT_IGNORE_DEVICE}="1"';

function countOf({ descriptor }: Opened, buffer: Uint8Array): number | 'gone' {
  try {
    return readSync(descriptor, buffer, 0, buffer.length, null);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (typeof code !== 'string') throw error;
    return NOTHING_YET.includes(code) ? 0 : 'gone';
  }
}
