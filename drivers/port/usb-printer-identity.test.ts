// Two equal USB printers are told apart by their serial numbers, whatever number the system gave them; read from a tree as Linux lays it out.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { findUsbPrinterPath } from './usb-printer-identity.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** Printers in the order of plugging; null for one without a serial number. */
function tree(...serialNumbers: (string | null)[]): string {
  const root = mkdtempSync(join(tmpdir(), 'jiaohao-printers-'));
  folders.push(root);
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  serialNumbers.forEach((serial, nth) => {
    const device = `sys/devices/usb1/1-${nth}`;
    put(`${device}/idVendor`, '0dd4\n');
    if (serial !== null) put(`${device}/serial`, `${serial}\n`);
    put(`${device}/1-${nth}:1.0/bInterfaceClass`, '07\n');
    mkdirSync(join(root, 'sys/class/usbmisc', `lp${nth}`), { recursive: true });
    symlinkSync(join(root, device, `1-${nth}:1.0`), join(root, 'sys/class/usbmisc', `lp${nth}`, 'device'));
    put(`dev/usb/lp${nth}`, '');
  });
  return root;
}

test.each([
  ['A1', '/dev/usb/lp0'],
  ['B2', '/dev/usb/lp1'],
])('the one with %s is %s', async (serialNumber, path) => {
  expect(await findUsbPrinterPath({ path: '/dev/usb/lp*', serialNumber }, tree('A1', 'B2', null))).toBe(path);
});

test('plugged in the other way round it is the same printer under the other name', async () => {
  expect(await findUsbPrinterPath({ path: '/dev/usb/lp*', serialNumber: 'A1' }, tree('B2', 'A1'))).toBe('/dev/usb/lp1');
});

test('without a serial number there must be one only', async () => {
  const any = { path: '/dev/usb/lp*', serialNumber: null };
  expect(await findUsbPrinterPath(any, tree(null))).toBe('/dev/usb/lp0');
  await expect(findUsbPrinterPath(any, tree('A1', 'B2'))).rejects.toMatchObject({ code: 'ambiguousDevice' });
});

test('two with one number are ambiguous, none is not there yet', async () => {
  const wanted = { path: '/dev/usb/lp*', serialNumber: 'A1' };
  await expect(findUsbPrinterPath(wanted, tree('A1', 'A1'))).rejects.toMatchObject({ code: 'ambiguousDevice' });
  const missing = { code: 'portUnavailable', isRetryable: true };
  await expect(findUsbPrinterPath(wanted, tree('B2'))).rejects.toMatchObject(missing);
  await expect(findUsbPrinterPath(wanted, tree())).rejects.toMatchObject(missing);
});

test('a path that is named, or that a udev rule gave, must have the number', async () => {
  const root = tree('A1', 'B2', null);
  symlinkSync(join(root, 'dev/usb/lp1'), join(root, 'dev/ticket-printer'));
  const at = (path: string, serialNumber: string) => findUsbPrinterPath({ path, serialNumber }, root);
  expect(await at('/dev/usb/lp0', 'A1')).toBe('/dev/usb/lp0');
  expect(await at('/dev/ticket-printer', 'B2')).toBe('/dev/ticket-printer');
  const wrong = (words: string) => ({ code: 'wrongDevice', message: expect.stringContaining(words) as unknown });
  await expect(at('/dev/usb/lp0', 'B2')).rejects.toMatchObject(wrong('has serial number A1, not serial number B2'));
  await expect(at('/dev/usb/lp2', 'B2')).rejects.toMatchObject(wrong('has no serial number'));
  await expect(at('/dev/usb/lp7', 'B2')).rejects.toMatchObject({ code: 'portUnavailable' });
});
