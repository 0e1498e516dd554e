// A device is found by its serial number or its socket whatever number the system gave it; two equal ones are told apart.
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FoundPort } from './found-port.ts';
import { memoryLine } from './memory-port.ts';
import { createPort } from './open-port.ts';
import { openPtyPair } from './pty-pair.ts';
import { findSerialPath, type ListedSerialPort } from './serial-identity.ts';
import { collect, untilClosed } from './testing/port-probe.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiaohao-identity-'));
  for (const name of ['ttyUSB0', 'ttyUSB1', 'ttyS0']) await writeFile(join(folder, name), '');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

function find(pattern: string, serialNumber: string | null, listed: readonly ListedSerialPort[] = []) {
  return findSerialPath({ pattern: pattern.startsWith('COM') ? pattern : join(folder, pattern), serialNumber }, () =>
    Promise.resolve(listed),
  );
}

function usb(number: number, serialNumber?: string): ListedSerialPort {
  return { path: join(folder, `ttyUSB${number}`), serialNumber };
}

describe('by serial number', () => {
  test('whatever the number of the port, also after it changed', async () => {
    expect(await find('ttyUSB*', 'B2', [usb(0, 'A1'), usb(1, 'B2')])).toBe(join(folder, 'ttyUSB1'));
    expect(await find('ttyUSB*', 'B2', [usb(0, 'B2'), usb(1, 'A1')])).toBe(join(folder, 'ttyUSB0'));
  });

  test('another device on the port that was named is the wrong device, and both are named', async () => {
    const wrong = find('ttyUSB0', 'B2', [usb(0, 'A1')]);
    await expect(wrong).rejects.toMatchObject({ code: 'wrongDevice', isRetryable: false });
    await expect(wrong).rejects.toThrow(/ttyUSB0 has serial number A1, not serial number B2/);
    await expect(find('ttyUSB0', 'B2', [usb(0)])).rejects.toThrow(/has no serial number/);
    await expect(find('ttyS0', 'B2', [])).rejects.toMatchObject({ code: 'wrongDevice' });
  });

  test('none of several has it: not plugged in', async () => {
    const absent = find('ttyUSB*', 'C3', [usb(0, 'A1'), usb(1, 'B2')]);
    await expect(absent).rejects.toMatchObject({ code: 'portUnavailable', isRetryable: true });
  });

  test('COM names come from the list', async () => {
    const listed = [
      { path: 'COM3', serialNumber: 'A1' },
      { path: 'COM12', serialNumber: 'B2' },
    ];
    expect(await find('COM*', 'B2', listed)).toBe('COM12');
    await expect(find('COM3', 'B2', listed)).rejects.toMatchObject({ code: 'wrongDevice' });
    await expect(find('COM7', 'B2', listed)).rejects.toMatchObject({ code: 'portUnavailable' });
  });

  test('a system that cannot list says what to install or to use instead', async () => {
    const failing = findSerialPath({ pattern: join(folder, 'ttyUSB*'), serialNumber: 'A1' }, () =>
      Promise.reject(new Error('spawn udevadm ENOENT')),
    );
    await expect(failing).rejects.toMatchObject({ code: 'portUnavailable', isRetryable: true });
    await expect(failing).rejects.toThrow(/install udev, or name the line by \/dev\/serial\/by-path/);
  });
});

describe('by pattern', () => {
  test('the one that fits; two names of one device are one', async () => {
    await symlink(join(folder, 'ttyUSB1'), join(folder, 'pci-0-usb-0:1.2:1.0-port0'));
    await symlink(join(folder, 'ttyUSB1'), join(folder, 'pci-0-usbv2-0:1.2:1.0-port0'));
    expect(await find('*-usb*-0:1.2:*', null)).toBe(join(folder, 'pci-0-usb-0:1.2:1.0-port0'));
  });

  test('two different devices are not chosen between', async () => {
    const two = find('ttyUSB*', null);
    await expect(two).rejects.toMatchObject({ code: 'ambiguousDevice', isRetryable: false });
    await expect(two).rejects.toThrow(/ttyUSB0, .*ttyUSB1/);
  });

  test.each(['ttyACM*', 'nowhere/*', 'ttyUSB9'])('%s: nothing there', async (pattern) => {
    await expect(find(pattern, null)).rejects.toMatchObject({ code: 'portUnavailable', isRetryable: true });
  });

  test('dots and brackets of a pattern mean themselves', async () => {
    await writeFile(join(folder, 'usb-0:1x2:1.0'), '');
    await expect(find('usb-0:1.2:*', null)).rejects.toMatchObject({ code: 'portUnavailable' });
  });
});

test.each([
  ['/dev/*/by-path', undefined, /last part of the path/],
  ['/dev/ttyUSB*', ' ', /serialNumber is empty/],
  ['usb:0400:c35a', undefined, /for ID-card readers only/],
])('%s with %o is refused in words', (spec, serialNumber, words) => {
  const options = { baudRate: 9600, ...(serialNumber === undefined ? {} : { serialNumber }) };
  expect(() => createPort(spec, options)).toThrow(words);
});

test('two equal devices on real lines: each socket keeps its device, also when it comes back under another number', async () => {
  const pairs = [await openPtyPair(), await openPtyPair()];
  const [first, second] = pairs.map(({ a }) => a) as [string, string];
  const link = join(folder, 'pci-0-usb-0:1.2:1.0-port0');
  await symlink(first, link);
  await symlink(second, join(folder, 'pci-0-usb-0:1.3:1.0-port0'));
  const port = createPort(join(folder, '*-usb-0:1.2:*'), { baudRate: 9600 });
  const devices = pairs.map(({ b }) => createPort(b, { baudRate: 9600 }));
  try {
    await Promise.all([port.open(), ...devices.map((device) => device.open())]);
    const heard = collect(port, 1);
    await devices[0]?.write(Uint8Array.of(1));
    expect(await heard).toEqual(Uint8Array.of(1));
    const closed = untilClosed(port);
    await pairs[0]?.unplug();
    expect(await closed).toEqual({ wasLost: true });
    await rm(link);
    await expect(port.open()).rejects.toMatchObject({ code: 'portUnavailable' });
    await symlink(second, link);
    await rm(join(folder, 'pci-0-usb-0:1.3:1.0-port0'));
    await port.open();
    const again = collect(port, 1);
    await devices[1]?.write(Uint8Array.of(3));
    expect(await again).toEqual(Uint8Array.of(3));
  } finally {
    await port.close();
    await Promise.all(devices.map((device) => device.close()));
    await Promise.all(pairs.map((pair) => pair.close()));
  }
});

test('a found port is one port to its user: listeners stay, closing is told once, what is not open is lost', async () => {
  const lines = [memoryLine('found-1'), memoryLine('found-2')];
  let turn = 0;
  const port = new FoundPort('reader', null, () =>
    Promise.resolve((lines[turn++] ?? memoryLine('found-1')).hostPort()),
  );
  const told: string[] = [];
  port.onBytes((bytes) => told.push(`bytes ${bytes.join()}`));
  port.onClosed(({ wasLost }) => told.push(wasLost ? 'lost' : 'closed'));
  await expect(port.write(Uint8Array.of(1))).rejects.toMatchObject({ code: 'portLost' });
  for (const line of lines) {
    const device = line.devicePort();
    await Promise.all([port.open(), port.open(), device.open()]);
    await device.write(Uint8Array.of(7));
    if (line === lines[0]) line.unplug();
  }
  await port.close();
  expect(port.isOpen).toBe(false);
  expect(told).toEqual(['bytes 7', 'lost', 'bytes 7', 'closed']);
});
