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
  [{ model: 'hid', port: 'memory:x' }, RangeError, 'known: sdt'],
  [{ model: 'sdt', port: '/dev/ttyS0', options: { baudRate: '9600' } }, RangeError, 'baudRate must be a number'],
  [{ model: 'sdt', port: '/dev/ttyS0', options: { parity: 'even' } }, RangeError, '"parity" is not a setting'],
  [{ model: 'sdt', port: 'tcp://host' }, Error, 'tcp://192.0.2.7:9100'],
])('%o is refused in words', (config, kind, words) => {
  expect(() => openIdCardReader(config)).toThrow(kind);
  expect(() => openIdCardReader(config)).toThrow(words);
});
