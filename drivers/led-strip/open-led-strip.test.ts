// A terminal's configuration makes a strip, or says which part of it is wrong.
import { describe, expect, it } from 'vitest';
import { openLedStrip } from './open-led-strip.ts';

const port = 'memory:open-strip';

it('makes strips that share a line, at one speed', () => {
  const serial = '/dev/jiaohao-no-such-strip';
  expect(openLedStrip({ model: 'onbon', port: serial, options: { screenAddress: 1 } }).status).toEqual({
    state: 'starting',
  });
  openLedStrip({ model: 'onbon', port: serial, options: { screenAddress: 2, baudRate: 57_600 } });
  expect(() => openLedStrip({ model: 'onbon', port: serial, options: { baudRate: 9600 } })).toThrow('57600 bit/s');
});

describe('is refused by name', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['matrix', {}, 'model "matrix"'],
    ['onbon', { baudRate: '9600' }, 'baudRate'],
    ['onbon', { screenAddress: 0 }, 'screenAddress'],
    ['onbon', { widthDots: 8 }, 'widthDots'],
    ['onbon', { pollMs: 1 }, 'pollMs'],
    ['onbon', { effect: 'flash' }, 'effect'],
    ['onbon', { colours: 'rainbow' }, 'colours'],
    ['onbon', { font: -1 }, 'font'],
    ['onbon', { brightness: 17 }, 'brightness'],
    ['onbon', { brightness: [{ from: '8:00', level: 3 }] }, 'brightness'],
    ['onbon', { brightness: [null] }, 'brightness'],
    ['onbon', { lit: { from: '08:00' } }, 'lit'],
    ['onbon', { lit: { from: '08:00', to: '08:00' } }, 'lit'],
    ['onbon', { clock: true }, 'clock'],
    ['onbon', { color: 'red' }, 'color is not a setting'],
    ['plainText', { template: 'no field' }, '{text}'],
    ['plainText', { template: '{txt}' }, '{txt}'],
    ['plainText', { template: '{text' }, '{text'],
    ['plainText', { template: '{text}\\q' }, '\\q'],
    ['plainText', { template: '{text}\\' }, '\\'],
    ['plainText', { template: '{text}\\x4' }, '\\x'],
    ['plainText', { template: 7 }, 'template'],
    ['plainText', { address: 1 }, 'address'],
    ['plainText', { charset: 'big5' }, 'charset'],
    ['plainText', { colours: { pink: '1' } }, 'colours'],
    ['plainText', { colours: 'red' }, 'colours'],
    ['plainText', { screenAddress: 1 }, 'screenAddress is not a setting'],
  ])('%s %j', (model, options, named) => {
    expect(() => openLedStrip({ model, port, options })).toThrow(RangeError);
    expect(() => openLedStrip({ model, port, options })).toThrow(named);
  });

  it('a port that cannot be understood', () => {
    expect(() => openLedStrip({ model: 'onbon', port: 'udp://host', options: {} })).toThrow('cannot be used');
  });
});
