// An input device by its path: a pipe in the file system stands for it, and a folder of ours for udev's.
import { execFileSync } from 'node:child_process';
import {
  closeSync,
  constants,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { InputDevicePort } from './input-device-port.ts';
import { collect, untilClosed } from './testing/port-probe.ts';

let folder: string;
let path: string;
let port: InputDevicePort;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiaohao-input-'));
  path = join(folder, 'event-kbd');
  execFileSync('mkfifo', [path]);
});
afterEach(async () => {
  await port.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What udev keeps of a device: `/run/udev/data/c13:64`. */
function udevSays(device: string, line: string): string {
  const { rdev } = statSync(device);
  const udevFolder = join(folder, 'udev');
  mkdirSync(udevFolder, { recursive: true });
  writeFileSync(join(udevFolder, `c${(rdev >> 8) & 0xfff}:${rdev & 0xff}`), `S:input/by-id/x\nI:1\n${line}\n`);
  return udevFolder;
}

it('gives the bytes that come, is silent without them, and says when the device is gone', async () => {
  port = new InputDevicePort(path, { mayReachOthers: true });
  await port.open();
  const writer = openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
  const got = collect(port, 30);
  writeSync(writer, Buffer.alloc(24, 1));
  writeSync(writer, Buffer.alloc(6, 2));
  expect(await got).toEqual(Uint8Array.from([...Array<number>(24).fill(1), ...Array<number>(6).fill(2)]));
  await expect(port.write()).rejects.toMatchObject({ code: 'portLost' });
  const closed = untilClosed(port);
  closeSync(writer);
  rmSync(path);
  expect(await closed).toEqual({ wasLost: true });
  expect(port.isOpen).toBe(false);
  await expect(port.open()).rejects.toMatchObject({ code: 'portUnavailable', isRetryable: true });
});

it('is not opened where its keys would reach other programs, unless that is allowed', async () => {
  port = new InputDevicePort('/dev/null', { mayReachOthers: false, udevFolder: join(folder, 'none') });
  await expect(port.open()).rejects.toMatchObject({ code: 'portUnavailable', isRetryable: false });
  port = new InputDevicePort('/dev/null', { mayReachOthers: false, udevFolder: udevSays('/dev/null', 'E:ID_INPUT=1') });
  await expect(port.open()).rejects.toThrow('LIBINPUT_IGNORE_DEVICE');
  expect(port.isOpen).toBe(false);
});

it('is opened where the system leaves it alone', async () => {
  const udevFolder = udevSays('/dev/null', 'E:LIBINPUT_IGNORE_DEVICE=1');
  port = new InputDevicePort('/dev/null', { mayReachOthers: false, udevFolder });
  await port.open();
  expect(port.isOpen).toBe(true);
});
