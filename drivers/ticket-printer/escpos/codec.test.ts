// Tickets as bytes, typed by hand from the command tables of docs/protocols/ticket-printer.md.
import { describe, expect, it } from 'vitest';
import { DeviceError } from '../../device-error.ts';
import type { PrintLine } from '../contract.ts';
import { encodeProcessIdRequest, encodeStatusRequest, encodeTicket, FENCE } from './codec.ts';
import { type CutMode, PAPER_DEFAULTS, type PaperSettings } from './paper-settings.ts';

const WIDE: PaperSettings = PAPER_DEFAULTS;
const NARROW: PaperSettings = { ...WIDE, widthDots: 384 };
const BEGIN = '1b40 1c26 1c530000';
const CUT = '1d564200';

const plain = (hex: string): string => hex.replaceAll(' ', '');
const bytesOf = (paper: PaperSettings, ...lines: PrintLine[]): string =>
  Buffer.from(encodeTicket(lines, paper)).toString('hex');

describe('one line of each kind', () => {
  it('plain text', () => {
    expect(bytesOf(WIDE, { type: 'text', text: '排队号 A001' })).toBe(
      plain(`${BEGIN} c5c5 b6d3 bac5 20 41303031 0a ${CUT}`),
    );
  });

  it('large, bold and centred: FS ! before GS !, everything plain again behind', () => {
    const line: PrintLine = { type: 'text', text: 'A1', align: 'centre', bold: true, width: 2, height: 3 };
    expect(bytesOf(WIDE, line)).toBe(
      plain(`${BEGIN} 1b6101 1b4501 1c210c 1d2112 4131 0a 1b6100 1b4500 1c2100 1d2100 ${CUT}`),
    );
  });

  it('eightfold is the largest there is', () => {
    const line: PrintLine = { type: 'text', text: 'A', width: 9, height: 0 };
    expect(bytesOf(WIDE, line)).toContain(plain('1c2104 1d2170 41 0a'));
  });

  it('a pair fills the line exactly; the value alone is bold', () => {
    const pair: PrintLine = { type: 'pair', label: '取号', value: 'A1', bold: true };
    expect(bytesOf(NARROW, pair)).toBe(plain(`${BEGIN} c8a1 bac5 ${'20'.repeat(26)} 1b4501 4131 0a 1b4500 ${CUT}`));
  });

  it('a pair one column too wide goes on two lines', () => {
    const label = 'x'.repeat(30);
    const fits = bytesOf(NARROW, { type: 'pair', label, value: '1' });
    expect(fits).toBe(plain(`${BEGIN} ${'78'.repeat(30)} 20 31 0a ${CUT}`));
    expect(bytesOf(NARROW, { type: 'pair', label, value: '12' })).toBe(
      plain(`${BEGIN} ${'78'.repeat(30)} 0a 1b6102 3132 0a 1b6100 ${CUT}`),
    );
  });

  it.each([
    [576, 48],
    [420, 35],
    [384, 32],
  ])('a rule over %i dots is %i columns', (widthDots, columns) => {
    expect(bytesOf({ ...WIDE, widthDots }, { type: 'rule' })).toBe(plain(`${BEGIN} ${'2d'.repeat(columns)} 0a ${CUT}`));
  });

  it('feed', () => {
    expect(bytesOf(WIDE, { type: 'feed', lines: 3 })).toBe(plain(`${BEGIN} 1b6403 ${CUT}`));
  });

  it('QR: quiet zone, model 2, module size, level M, store, print, quiet zone', () => {
    expect(bytesOf(WIDE, { type: 'qr', data: 'AB', moduleDots: 8, align: 'left' })).toBe(
      plain(
        `${BEGIN} 1b4a20 1d286b0400 31413200 1d286b0300 314308 1d286b0300 314531 1d286b0500 315030 4142 1d286b0300 315130 1b4a20 ${CUT}`,
      ),
    );
  });

  it('QR data of 300 bytes: the length is low byte first and counts three more', () => {
    const data = 'x'.repeat(300);
    expect(bytesOf(WIDE, { type: 'qr', data })).toContain(`${plain('1d286b 2f01 315030')}${'78'.repeat(300)}1d286b`);
  });
});

it.each<[CutMode, string]>([
  ['partial', '1d564200'],
  ['full', '1d564100'],
  ['oldPartial', '1b6405 1b6d'],
  ['oldFull', '1b6405 1b69'],
  ['none', '1b6405'],
])('cut %s', (cut, bytes) => {
  expect(bytesOf({ ...WIDE, cut })).toBe(plain(`${BEGIN} ${bytes}`));
});

it('style commands are sent only where the style changes', () => {
  const line: PrintLine = { type: 'text', text: 'a', bold: true };
  expect(bytesOf(WIDE, line, line)).toBe(plain(`${BEGIN} 1b4501 61 0a 61 0a 1b4500 ${CUT}`));
});

it('scaled text wraps at its own width: 48 columns hold 12 fourfold letters', () => {
  const bytes = bytesOf(WIDE, { type: 'text', text: 'x'.repeat(13), width: 4 });
  expect(bytes).toContain(`${'78'.repeat(12)}0a780a`);
});

it('requests: status, process id, fence', () => {
  const requests = [1, 2, 3, 4] as const;
  expect(requests.map((n) => Buffer.from(encodeStatusRequest(n)).toString('hex'))).toEqual([
    '100401',
    '100402',
    '100403',
    '100404',
  ]);
  expect(Buffer.from(encodeProcessIdRequest([0x31, 0x32, 0x33, 0x34])).toString('hex')).toBe(
    '1d284806003030 31323334'.replace(' ', ''),
  );
  expect(Buffer.from(FENCE).toString('hex')).toBe('1d7201');
});

it.each(['', 'x'.repeat(2332), 'a\u0010\u0004\u0001'])(
  'QR data that no symbol or line can carry is refused (%#)',
  (data) => {
    const encode = (): unknown => encodeTicket([{ type: 'qr', data }], WIDE);
    expect(encode).toThrow(DeviceError);
    expect(encode).toThrow(expect.objectContaining({ code: 'deviceRefused', isRetryable: false }));
  },
);
