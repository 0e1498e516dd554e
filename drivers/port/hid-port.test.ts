// Bytes in HID reports of any maker's framing, and what must never be opened as a reader: mice, keyboards, another's device.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseHid, openHidLink, type HidFacts, type HidLibrary, type HidWanted } from './hid-devices.ts';
import { HidPort, type HidLink } from './hid-port.ts';
import { payloadOf, toReports, type HidReports } from './hid-reports.ts';

const PLAIN: HidReports = { reportId: 0, reportSize: 8, headerBytes: 0, lengthByteIndex: null, pad: 0 };
const COUNTED: HidReports = { reportId: 3, reportSize: 8, headerBytes: 2, lengthByteIndex: 1, pad: 0xff };

test('reports typed by hand', () => {
  const bytes = Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(toReports(bytes, PLAIN).map((report) => [...report])).toEqual([
    [0, 1, 2, 3, 4, 5, 6, 7, 8],
    [0, 9, 0, 0, 0, 0, 0, 0, 0],
  ]);
  expect(toReports(bytes, COUNTED).map((report) => [...report])).toEqual([
    [3, 0, 6, 1, 2, 3, 4, 5, 6],
    [3, 0, 3, 7, 8, 9, 255, 255, 255],
  ]);
  expect([...payloadOf(Uint8Array.of(3, 0, 2, 7, 8, 255), COUNTED)]).toEqual([7, 8]);
  expect([...payloadOf(Uint8Array.of(4, 0, 2, 7, 8, 255), COUNTED)]).toEqual([]);
  expect([...payloadOf(Uint8Array.of(3, 0, 200, 7), COUNTED)]).toEqual([7]);
  expect([...payloadOf(new Uint8Array(0), COUNTED)]).toEqual([]);
  expect([...payloadOf(Uint8Array.of(1, 2), PLAIN)]).toEqual([1, 2]);
});

test('whatever is put into counted reports comes out of them', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.integer({ min: 3, max: 64 }), (bytes, reportSize) => {
      const reports = { ...COUNTED, reportSize };
      const out = toReports(bytes, reports).flatMap((report) => [...payloadOf(report, reports)]);
      expect(out).toEqual([...bytes]);
    }),
  );
});

const READER: HidFacts = {
  vendorId: 0x483,
  productId: 0x5750,
  path: '/dev/hidraw0',
  serialNumber: 'A1',
  usagePage: 0xff00,
  usage: 1,
};
const WANTED: HidWanted = { device: { vendorId: 0x483, productId: 0x5750 }, serialNumber: null };

test.each<[string, HidFacts[], HidWanted, string]>([
  ['the only one', [READER], WANTED, '/dev/hidraw0'],
  [
    'of two, by serial number',
    [READER, { ...READER, path: '/dev/hidraw1', serialNumber: 'B2' }],
    { ...WANTED, serialNumber: 'B2' },
    '/dev/hidraw1',
  ],
  [
    'beside its own keyboard',
    [{ ...READER, path: '/dev/hidraw1', usagePage: 1, usage: 6 }, READER],
    WANTED,
    '/dev/hidraw0',
  ],
  ['several collections on one path', [READER, { ...READER, usage: 2 }], WANTED, '/dev/hidraw0'],
  ['where the system tells no use', [{ ...READER, usagePage: undefined }], WANTED, '/dev/hidraw0'],
  ['by path', [READER], { device: { path: '/dev/hidraw0' }, serialNumber: null }, '/dev/hidraw0'],
])('finds %s', (_name, listed, wanted, path) => {
  expect(chooseHid('hid:x', listed, wanted)).toBe(path);
});

test.each<[string, HidFacts[], HidWanted, string, RegExp]>([
  [
    'a mouse',
    [{ ...READER, usagePage: 1, usage: 2 }],
    WANTED,
    'wrongDevice',
    /is a mouse \(0483:5750\), not a card reader/,
  ],
  [
    'a keyboard by path',
    [{ ...READER, usagePage: 1, usage: 6 }],
    { device: { path: '/dev/hidraw0' }, serialNumber: null },
    'wrongDevice',
    /is a keyboard/,
  ],
  ['a touch screen', [{ ...READER, usagePage: 13 }], WANTED, 'wrongDevice', /is a touch screen/],
  [
    'another serial number',
    [READER],
    { ...WANTED, serialNumber: 'B2' },
    'wrongDevice',
    /serial number A1 is plugged in, not B2/,
  ],
  ['two that fit', [READER, { ...READER, path: '/dev/hidraw1' }], WANTED, 'ambiguousDevice', /hidraw0, \/dev\/hidraw1/],
  ['nothing', [], WANTED, 'portUnavailable', /no such HID device/],
  ['another model', [{ ...READER, productId: 1 }], WANTED, 'portUnavailable', /no such HID device/],
])('%s is refused by name', (_name, listed, wanted, code, words) => {
  expect(() => chooseHid('hid:x', listed, wanted)).toThrow(expect.objectContaining({ code }) as Error);
  expect(() => chooseHid('hid:x', listed, wanted)).toThrow(words);
});

test('a library that does not load, lists nothing or may not open says so in words', async () => {
  const open = (library: Partial<HidLibrary>) =>
    openHidLink('hid:x', WANTED, () => Promise.resolve(library as HidLibrary));
  const no = () => Promise.reject(new Error('libusb-1.0.so.0: cannot open shared object file'));
  await expect(openHidLink('hid:x', WANTED, no)).rejects.toThrow(/apt-get install libusb-1.0-0/);
  await expect(open({ devicesAsync: no })).rejects.toMatchObject({ code: 'portUnavailable', isRetryable: true });
  const denied = open({ devicesAsync: () => Promise.resolve([READER]), HIDAsync: { open: no } });
  await expect(denied).rejects.toThrow(/udev rule KERNEL=="hidraw\*"/);
});

test('the real library is asked, and says that the device is not there or that it cannot work here', async () => {
  await expect(
    openHidLink('hid:ffff:ffff', { device: { vendorId: 0xffff, productId: 0xffff }, serialNumber: null }),
  ).rejects.toMatchObject({ code: 'portUnavailable', isRetryable: true });
});

class Twin {
  readonly written: number[][] = [];
  report: (report: Uint8Array) => void = () => undefined;
  gone: () => void = () => undefined;
  isPlugged = true;
  closeCount = 0;

  open(): Promise<HidLink> {
    return Promise.resolve({
      write: (report) => {
        if (!this.isPlugged) return Promise.reject(new Error('gone'));
        this.written.push([...report]);
        return Promise.resolve();
      },
      onReport: (listener) => void (this.report = listener),
      onGone: (listener) => void (this.gone = listener),
      close: () => {
        this.closeCount += 1;
        return this.isPlugged ? Promise.resolve() : Promise.reject(new Error('gone'));
      },
    });
  }
}

test('a port: writes keep together, reports come in, the plug pulled is told once, and it opens again', async () => {
  const twin = new Twin();
  const port = new HidPort({ name: 'hid:x', reports: COUNTED, openLink: () => twin.open() });
  const told: string[] = [];
  port.onBytes((bytes) => told.push([...bytes].join()));
  port.onClosed(({ wasLost }) => told.push(wasLost ? 'lost' : 'closed'));
  await expect(port.write(Uint8Array.of(1))).rejects.toMatchObject({ code: 'portLost' });
  await port.open();
  await Promise.all([port.write(new Uint8Array(8).fill(1)), port.write(Uint8Array.of(2))]);
  expect(twin.written.map((report) => report[3])).toEqual([1, 1, 2]);
  twin.report(Uint8Array.of(3, 0, 1, 9));
  twin.report(Uint8Array.of(9, 0, 1, 9));
  twin.isPlugged = false;
  await expect(port.write(Uint8Array.of(1))).rejects.toMatchObject({ code: 'portLost', isRetryable: true });
  twin.gone();
  expect(told).toEqual(['9', 'lost']);
  twin.isPlugged = true;
  await port.open();
  twin.gone();
  await expect.poll(() => told, { timeout: 20_000 }).toEqual(['9', 'lost', 'lost']);
  await port.open();
  await port.close();
  expect([port.isOpen, twin.closeCount, told.at(-1)]).toEqual([false, 3, 'closed']);
});
