// Frames typed by hand from docs/protocols/call-pad.md: what pads are told, what their keys are called.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeBusFrame } from '../../bus-485/codec.ts';
import { beep, keyOf, showOnPad } from './codec.ts';
import { beepsOf, shownOnPad } from './simulator.ts';

const hexOf = (frame: Parameters<typeof encodeBusFrame>[0]): string =>
  Buffer.from(encodeBusFrame(frame)).toString('hex');
const plain = (hex: string): string => hex.replaceAll(' ', '').toLowerCase();

describe('to a pad', () => {
  it.each([
    ['A012', null, 'FF 68 08 08 68 01 02 0A 0A 0A 00 01 02 24 16'],
    ['AB345', null, 'FF 68 08 08 68 01 02 0A 0A 0A 03 04 05 2D 16'],
    ['K12-A9876', null, 'FF 68 08 08 68 01 02 0A 0A 0A 08 07 06 36 16'],
    ['A7', null, 'FF 68 08 08 68 01 02 0A 0A 0A 0A 0A 07 3C 16'],
    ['A', null, 'FF 68 08 08 68 01 02 0A 0A 0A 0A 0A 0A 3F 16'],
    [null, 0, 'FF 68 08 08 68 01 02 00 00 00 0A 0A 0A 21 16'],
    [null, 37, 'FF 68 08 08 68 01 02 00 03 07 0A 0A 0A 2B 16'],
    [null, 1200, 'FF 68 08 08 68 01 02 09 09 09 0A 0A 0A 3C 16'],
    [null, null, 'FF 68 08 08 68 01 02 0A 0A 0A 0A 0A 0A 3F 16'],
    ['A012', 37, 'FF 68 08 08 68 01 02 00 03 07 00 01 02 10 16'],
  ])('number %s, %s waiting', (ticketNumber, waiting, hex) => {
    expect(hexOf(showOnPad(1, { ticketNumber, waiting }))).toBe(plain(hex));
  });

  it('a beep, and a sum that runs over at address 255', () => {
    expect(hexOf(beep(1))).toBe(plain('FF 68 02 02 68 01 03 04 16'));
    expect(hexOf(beep(255))).toBe(plain('FF 68 02 02 68 FF 03 02 16'));
  });
});

describe('from a pad', () => {
  it.each<[number, number[], string | null]>([
    [0x01, [0x0c], '0C'],
    [0x01, [0x06, 0x0f], '06 0F'],
    [0x02, [0x00, 0x0f], '00 0F'],
    [0x11, [0x04], null],
  ])('function %i, data %j is key %s', (func, data, key) => {
    expect(keyOf({ address: 1, func, data })).toBe(key);
  });
});

it('any number and count has a display that the pad reads back', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 255 }),
      fc.string({ maxLength: 8 }),
      fc.nat(5000),
      (address, text, waiting) => {
        const heard = [hexOf(showOnPad(address, { ticketNumber: null, waiting })), hexOf(beep(address))];
        expect(shownOnPad(heard, address)).toEqual({
          waiting: String(Math.min(waiting, 999)).padStart(3, '0'),
          ticket: '   ',
        });
        expect(beepsOf(heard, address)).toBe(1);
        const shown = shownOnPad([...heard, hexOf(showOnPad(address, { ticketNumber: text, waiting: null }))], address);
        expect(shown?.ticket.trim()).toBe(/\d{0,3}$/.exec(text)?.[0]);
      },
    ),
  );
});
