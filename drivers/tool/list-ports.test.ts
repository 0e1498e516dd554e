// Ports and what identifies them, and an input device named, read from a tree laid out as Linux lays out /dev and /sys.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { inputDeviceName } from './input-device.ts';
import { listPorts } from './list-ports.ts';

const root = mkdtempSync(join(tmpdir(), 'jiaohao-ports-'));
afterAll(() => rmSync(root, { recursive: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function link(path: string, target: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  symlinkSync(join(root, target), join(root, path));
}

function usb(folder: string, facts: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(facts)) put(join(folder, name), `${text}\n`);
}

it('names serial ports and USB printers by what stays with them, and leaves out what is no port', async () => {
  usb('sys/devices/usb1/1-2', { idVendor: '10c4', idProduct: 'ea60', serial: '0001', product: 'CP2102' });
  put('sys/devices/usb1/1-2/1-2:1.0/ttyUSB0/uevent', '');
  link('sys/class/tty/ttyUSB0/device', 'sys/devices/usb1/1-2/1-2:1.0/ttyUSB0');
  put('dev/ttyUSB0', '');
  link('dev/serial/by-id/usb-CP2102_0001-if00-port0', 'dev/ttyUSB0');
  link('dev/serial/by-path/pci-usb-0:2:1.0-port0', 'dev/ttyUSB0');
  put('sys/class/tty/ttyS0/type', '4\n');
  link('sys/class/tty/ttyS0/device', 'sys/devices/usb1');
  put('sys/class/tty/ttyS1/type', '0\n');
  link('sys/class/tty/ttyS1/device', 'sys/devices/usb1');
  put('sys/class/tty/tty1/uevent', '');
  usb('sys/devices/usb1/1-3', { idVendor: '0dd4', idProduct: '0237', manufacturer: 'Custom' });
  put('sys/devices/usb1/1-3/1-3:1.0/bInterfaceClass', '07\n');
  link('sys/class/usbmisc/lp0/device', 'sys/devices/usb1/1-3/1-3:1.0');
  put('dev/usb/lp0', '');

  const ports = await listPorts('linux', root);
  expect(ports.map(({ path, kind }) => `${path} ${kind}`)).toEqual([
    '/dev/ttyS0 serial',
    '/dev/ttyUSB0 serial',
    '/dev/usb/lp0 usbPrinter',
  ]);
  expect(ports[1]).toMatchObject({
    stablePath: '/dev/serial/by-id/usb-CP2102_0001-if00-port0',
    byPath: '/dev/serial/by-path/pci-usb-0:2:1.0-port0',
    vendorId: '10c4',
    productId: 'ea60',
    serialNumber: '0001',
    manufacturer: null,
  });
  expect(ports[2]).toMatchObject({ vendorId: '0dd4', manufacturer: 'Custom', stablePath: null });
  expect(ports[0]).toMatchObject({ vendorId: null, stablePath: null });
});

it('a computer without ports has none', async () => {
  expect(await listPorts('linux', join(root, 'nowhere'))).toEqual([]);
});

it('names a mouse where a reader was meant', async () => {
  put('sys/class/hidraw/hidraw0/device/uevent', 'HID_ID=0003:0000046D:0000C077\nHID_NAME=Logitech USB Optical Mouse\n');
  put('sys/class/input/event3/device/name', 'AT Keyboard\n');
  const sys = join(root, 'sys');
  expect(await inputDeviceName('/dev/hidraw0', sys)).toBe('Logitech USB Optical Mouse');
  expect(await inputDeviceName('/dev/input/event3', sys)).toBe('AT Keyboard');
  expect(await inputDeviceName('/dev/ttyUSB0', sys)).toBeNull();
});
