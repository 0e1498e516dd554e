// Commands against published frames of real hosts; the layout of a text update byte by byte.
import { describe, expect, it } from 'vitest';
import { bytesOf, ESCAPED, hexOf, plain, PUBLISHED, PUBLISHED_ACKS } from '../testing/published-frames.ts';
import { ANY_DEVICE, crc16Arc, decodeOnbonFrame, encodeOnbonFrame, HOST_ADDRESS } from './codec.ts';
import {
  clearScreen,
  deleteAllAreas,
  type DynamicText,
  ping,
  replyOf,
  setBrightness,
  setClock,
  setPower,
  showText,
} from './commands.ts';

const sent = (data: Uint8Array): string =>
  hexOf(encodeOnbonFrame({ destination: 1, source: HOST_ADDRESS, deviceType: ANY_DEVICE, data }));

describe('as real hosts send them', () => {
  it.each([
    ['ping', ping(), PUBLISHED.ping],
    ['clear screen', clearScreen(), PUBLISHED.clearScreen],
    ['clock', setClock(new Date(2013, 0, 25, 11, 17, 26), 7, 'length'), PUBLISHED.clock],
    ['delete all areas', deleteAllAreas('length'), PUBLISHED.deleteAll],
    ['brightness 12', setBrightness(12, 'short', 'length'), PUBLISHED.brightness12],
  ])('%s', (_, data, hex) => {
    expect(sent(data)).toBe(plain(hex));
  });
});

describe('a text', () => {
  const shown = (change: Partial<DynamicText>): DynamicText => ({
    area: { areaId: 0, x: 0, y: 0, width: 64, height: 32 },
    effect: 'still',
    speed: 0,
    stayMs: 1000,
    alignment: 0,
    text: new Uint8Array(0),
    ...change,
  });

  /** A published frame with single bytes replaced, and its CRC worked out anew; A6 in that one is written as the cards have it. */
  const changed = (hex: string, changes: Readonly<Record<number, number>>): string => {
    const body = bytesOf(hex).slice(8, -3);
    for (const [at, value] of Object.entries(changes)) body[Number(at)] = value;
    const crc = crc16Arc(body);
    const tail = hexOf([crc & 0xff, crc >> 8]).replace('a6', 'a601');
    return `${'a5'.repeat(8)}${hexOf(body)}${tail}5a`;
  };

  it('differs from 北京时间 of a real host only in the time limit and the number of lines', () => {
    const text = bytesOf('B1B1BEA9CAB1BCE45C6E5C44483A5C444D3A5C4453');
    // Offsets in header and data: 14 + 5 + 2 + 2, then 12 and 17 into the area.
    const expected = changed(PUBLISHED.beijingTime, { 35: 0x00, 40: 0x01 });
    expect(sent(showText(shown({ text }), 'length'))).toBe(expected);
  });

  it('differs from TEMPER:21℃ of a real host in reply flag, line spacing, run mode and time limit', () => {
    const text = bytesOf('5C464F30303054454D5045523A3231A1E6');
    const area = { areaId: 1, x: 0, y: 12, width: 512, height: 12 };
    const expected = changed(PUBLISHED.temperature, { 16: 1, 33: 0, 34: 0, 35: 0 });
    expect(sent(showText(shown({ text, area, speed: 0x17 }), 'zero'))).toBe(expected);
  });

  it('with every byte that needs escaping, and a CRC that does', () => {
    const area = { areaId: 0, x: 0, y: 0, width: 128, height: 16 };
    const page = { area, stayMs: 3000, alignment: 0x0a };
    expect(sent(showText(shown({ ...page, text: bytesOf('A5A65A5B') }), 'zero'))).toBe(plain(ESCAPED.text));
    const text = Uint8Array.from(Buffer.from(ESCAPED.crcText));
    expect(sent(showText(shown({ ...page, text }), 'zero'))).toBe(plain(ESCAPED.crc));
  });

  it('x and width that are no whole bytes are marked as dots', () => {
    const area = { areaId: 3, x: 12, y: 1, width: 100, height: 16 };
    const data = showText(shown({ area }), 'zero');
    expect(hexOf(data.subarray(9, 19))).toBe(plain('00 0C80 0100 6480 1000 03'));
  });

  it.each([
    ['still', 1],
    ['quick', 2],
    ['left', 3],
    ['right', 4],
    ['up', 5],
    ['down', 6],
  ] as const)('effect %s is %i', (effect, value) => {
    expect(showText(shown({ effect }), 'zero')[28]).toBe(value);
  });
});

describe('the rest', () => {
  it('power on and off', () => {
    expect([true, false].map((isOn) => hexOf(setPower(isOn, 'zero')))).toEqual(['a30001000001', 'a30001000002']);
  });

  it('brightness in the long form: the level, then one for each half hour', () => {
    expect(hexOf(setBrightness(10, 'table', 'zero'))).toBe(`a302010000010a${'0a'.repeat(48)}`);
  });

  it.each([
    [0, '00'],
    [7, '07'],
  ] as const)('Sunday as %i', (sundayIs, weekday) => {
    const data = setClock(new Date(2026, 10, 22, 6, 5, 4), sundayIs, 'zero');
    expect(hexOf(data)).toBe(`a203010000${plain('26 20 11 22 06 05 04')}${weekday}`);
  });
});

describe('answers', () => {
  it.each([
    ['a000000000', { type: 'taken' }],
    ['a000050000', { type: 'refused', error: 5 }],
    ['a001030000', { type: 'refused', error: 3 }],
    ['a102000000', { type: 'other', group: 0xa1, command: 2 }],
  ])('%s', (hex, reply) => {
    expect(replyOf(bytesOf(hex))).toEqual(reply);
  });

  it('the published ones say taken', () => {
    for (const hex of PUBLISHED_ACKS) expect(replyOf(decodeOnbonFrame(bytesOf(hex)).data)).toEqual({ type: 'taken' });
  });
});
