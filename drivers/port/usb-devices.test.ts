// Finding and opening a USB device through a library in the likeness of the real one, and the real one where no USB is.
import { expect, test } from 'vitest';
import { openUsbLink, type LibraryDevice, type UsbWanted } from './usb-devices.ts';

const WANTED: UsbWanted = { ids: [{ vendorId: 0x0400, productId: 0xc35a }], serialNumber: null };
const no = (): Promise<never> => Promise.reject(new Error('no'));

function device(change: Partial<LibraryDevice> = {}): LibraryDevice {
  const endpoints = [
    { endpointNumber: 1, direction: 'in', type: 'bulk', packetSize: 64 },
    { endpointNumber: 2, direction: 'out', type: 'bulk', packetSize: 64 },
  ] as const;
  const hid = { interfaceNumber: 0, alternate: { interfaceClass: 3, endpoints } };
  return {
    vendorId: 0x0400,
    productId: 0xc35a,
    serialNumber: 'A1',
    configuration: { interfaces: [hid, { interfaceNumber: 1, alternate: { interfaceClass: 0xff, endpoints } }] },
    open: () => Promise.resolve(),
    close: () => Promise.resolve(),
    claimInterface: (number) => (number === 1 ? Promise.resolve() : no()),
    clearHalt: () => Promise.resolve(),
    nativeTransferIn: () => Promise.resolve(Uint8Array.of(1)),
    nativeTransferOut: (_number, _timeoutMs, data) => Promise.resolve(data.length),
    ...change,
  };
}

function open(devices: readonly LibraryDevice[], wanted = WANTED) {
  return openUsbLink('usb:', wanted, () => Promise.resolve({ getDevices: () => Promise.resolve(devices) }));
}

test("the vendor's own interface is claimed, its endpoints told, bytes go both ways", async () => {
  const link = await open([device({ productId: 1 }), device()]);
  expect(link.endpoints.map(({ number, direction }) => `${number} ${direction}`)).toEqual(['1 in', '2 out']);
  const [input, output] = link.endpoints;
  if (input === undefined || output === undefined) throw new Error('two endpoints');
  expect(await link.read(input)).toEqual({ type: 'bytes', bytes: Uint8Array.of(1) });
  expect(await link.write(output, Uint8Array.of(1, 2))).toBe('sent');
});

test('a read that fails at once is a halted pipe, one that fails when its time is up is silence', async () => {
  const quick = await open([device({ nativeTransferIn: no })]);
  const slow = await open([
    device({
      nativeTransferIn: (_number, timeoutMs) =>
        new Promise((_resolve, reject) => setTimeout(() => reject(new Error('no')), timeoutMs)),
    }),
  ]);
  const reads = [quick, slow].map((link) => (link.endpoints[0] ? link.read(link.endpoints[0]) : no()));
  expect(await Promise.all(reads)).toEqual([{ type: 'stall' }, { type: 'silence' }]);
});

test.each<[string, readonly LibraryDevice[], UsbWanted, string, RegExp]>([
  ['not plugged in', [], WANTED, 'portUnavailable', /no such USB device/],
  [
    'no permission',
    [device({ open: no })],
    WANTED,
    'portUnavailable',
    /udev rule SUBSYSTEM=="usb", ATTR\{idVendor\}=="0400", ATTR\{idProduct\}=="c35a"/,
  ],
  ['held by another program', [device({ claimInterface: no })], WANTED, 'portUnavailable', /WinUSB/],
  ['no interface', [device({ configuration: null })], WANTED, 'portUnavailable', /cannot be opened/],
  ['two of them', [device(), device({ serialNumber: 'B2' })], WANTED, 'ambiguousDevice', /A1, serial number B2/],
  ['another serial number', [device()], { ...WANTED, serialNumber: 'B2' }, 'wrongDevice', /A1 is plugged in, not B2/],
])('%s is named', async (_name, devices, wanted, code, words) => {
  await expect(open(devices, wanted)).rejects.toMatchObject({ code });
  await expect(open(devices, wanted)).rejects.toThrow(words);
});

test('a library that cannot be loaded or shows nothing is a fault in words', async () => {
  await expect(openUsbLink('usb:', WANTED, no)).rejects.toThrow(/cannot be loaded/);
  await expect(openUsbLink('usb:', WANTED, () => Promise.resolve({ getDevices: no }))).rejects.toThrow(/shows no USB/);
});

test('the real library is asked, and says that the device is not there or that it cannot work here', async () => {
  const nobody = { ids: [{ vendorId: 0xffff, productId: 0xffff }], serialNumber: null };
  await expect(openUsbLink('usb:', nobody)).rejects.toMatchObject({ code: 'portUnavailable', isRetryable: true });
});
