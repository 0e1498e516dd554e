// What a configuration may say of a reader, and how it is told what is wrong.
import { expect, test } from 'vitest';
import { openIdCardReader } from './open-id-card-reader.ts';

test('the known model, with and without a baud rate', () => {
  expect(openIdCardReader({ model: 'sdt', port: 'memory:opens' }).status).toEqual({ state: 'starting' });
  expect(openIdCardReader({ model: 'sdt', port: '/dev/ttyS0', options: { baudRate: 9600 } }).status.state).toBe(
    'starting',
  );
});

test.each([
  ['usb:', {}],
  ['usb:0400:C35A', { pipes: 'split', serialNumber: 'A1' }],
  ['hid:0483:5750', { reports: { reportId: 2, reportSize: 63, headerBytes: 1, lengthByteIndex: 0, pad: 255 } }],
  ['hid:/dev/hidraw0', { reports: { lengthByteIndex: null } }],
  ['/dev/serial/by-path/*-usb-0:1.2:*', { baudRate: 9600 }],
  ['/dev/ttyUSB*', { serialNumber: 'A1' }],
])('%s with %o', (port, options) => {
  expect(openIdCardReader({ model: 'sdt', port, options }).status.state).toBe('starting');
});

test.each([
  [{ model: 'hid', port: 'memory:x' }, RangeError, 'known: sdt'],
  [{ model: 'sdt', port: '/dev/ttyS0', options: { baudRate: '9600' } }, RangeError, 'baudRate must be a number'],
  [{ model: 'sdt', port: '/dev/ttyS0', options: { parity: 'even' } }, RangeError, '"parity" is not a setting'],
  [{ model: 'sdt', port: '/dev/ttyS0', options: { serialNumber: 7 } }, RangeError, 'serialNumber must be a text'],
  [{ model: 'sdt', port: 'usb:reader' }, Error, 'vendor:product as in 0400:c35a'],
  [{ model: 'sdt', port: 'usb:', options: { pipes: 'both' } }, RangeError, 'auto, single, split'],
  [{ model: 'sdt', port: 'hid:' }, Error, 'vendor:product as in 0483:5750'],
  [{ model: 'sdt', port: 'hid:0483:5750', options: { reports: 64 } }, RangeError, 'reports must be an object'],
  [{ model: 'sdt', port: 'hid:0483:5750', options: { reports: { size: 64 } } }, RangeError, '"size" is not a setting'],
  [
    { model: 'sdt', port: 'hid:0483:5750', options: { reports: { lengthByteIndex: 0 } } },
    RangeError,
    'needs headerBytes',
  ],
  [
    { model: 'sdt', port: 'hid:0483:5750', options: { reports: { headerBytes: 2, lengthByteIndex: 2 } } },
    RangeError,
    'lengthByteIndex must be a whole number from 0 to 1',
  ],
  [{ model: 'sdt', port: 'tcp://host' }, Error, 'tcp://192.0.2.7:9100'],
])('%o is refused in words', (config, kind, words) => {
  expect(() => openIdCardReader(config)).toThrow(kind);
  expect(() => openIdCardReader(config)).toThrow(words);
});
