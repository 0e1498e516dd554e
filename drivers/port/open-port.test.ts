// Port texts of a configuration: the good ones name a port, the bad ones say why.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DeviceError } from '../device-error.ts';
import { createPort } from './open-port.ts';

const options = { baudRate: 115_200 };

test.each([
  ['/dev/ttyUSB0', '/dev/ttyUSB0', 115_200],
  ['COM3', 'COM3', 115_200],
  ['tcp://192.0.2.7:9100', 'tcp://192.0.2.7:9100', null],
  ['tcp://[2001:db8::7]:9100', 'tcp://[2001:db8::7]:9100', null],
  ['udp://192.0.2.8:5005', 'udp://192.0.2.8:5005', null],
  ['/dev/usb/lp0', '/dev/usb/lp0', null],
  ['lp:/dev/ticket-printer', '/dev/ticket-printer', null],
  ['/dev/usb/lp*', '/dev/usb/lp*', null],
  ['memory:reader-1', 'memory:reader-1', null],
])('%s', (spec, name, bitsPerSecond) => {
  expect(createPort(spec, options)).toMatchObject({ name, bitsPerSecond, isOpen: false });
});

test.each([
  '',
  ' ',
  'tcp://',
  'tcp://host',
  'tcp://host:0',
  'tcp://host:65536',
  'udp://host',
  'udp://host:0',
  'http://host:80',
  'memory:',
  'memory:a b',
  'lp:',
  'lp:printer',
  'lp:/dev/printer-*',
])('refuses "%s" with a fault that no retry heals', (spec) => {
  expect(() => createPort(spec, options)).toThrow(DeviceError);
  expect(() => createPort(spec, options)).toThrow(/cannot be used: /);
});

test.each([0, -1, 9600.5, Number.NaN, 1e9])('refuses the baud rate %s', (baudRate) => {
  expect(() => createPort('/dev/ttyS0', { baudRate })).toThrow(/baudRate must be/);
});

test('a USB printer may be known by its serial number', () => {
  const named = { ...options, serialNumber: 'A1' };
  expect(createPort('/dev/usb/lp*', named)).toMatchObject({ name: '/dev/usb/lp*', bitsPerSecond: null });
  expect(createPort('/dev/usb/lp0', named)).toMatchObject({ name: '/dev/usb/lp0', isOpen: false });
});

test.each(['tcp://192.0.2.7:9100', 'udp://192.0.2.8:5005', 'ws://192.0.2.9:3348', 'memory:reader-1'])(
  'a serial number has no meaning at %s',
  (spec) => {
    expect(() => createPort(spec, { ...options, serialNumber: 'A1' })).toThrow(/serialNumber .* has no meaning/);
  },
);

test('any other text is a port or a DeviceError', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string().map((text) => `tcp://${text}`),
      ),
      (spec) => {
        try {
          expect(createPort(spec, options).isOpen).toBe(false);
        } catch (error) {
          expect(error).toMatchObject({ code: 'portUnavailable', isRetryable: false });
        }
      },
    ),
  );
});
