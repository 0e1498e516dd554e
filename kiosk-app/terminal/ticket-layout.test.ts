// The paper: what must stand on it, what must not, and that the number fits whatever it is.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { IssuedTicket } from '@jiaohao/contracts/ticket';
import { kioskView } from '../browser/testing/kiosk-view.ts';
import { PrintLine } from '../wire/devices.ts';
import { DEFAULT_TICKET_TEMPLATE } from './default-ticket-template.ts';
import { checkTicketTemplate } from './check-ticket-template.ts';
import { ticketLines, type TicketLayout } from './ticket-layout.ts';
import type { TicketTemplate } from './ticket-template.ts';

const TICKET: IssuedTicket = {
  ticketId: 100,
  ticketNumber: 'A012',
  queueId: 'social',
  serviceItemId: 'pension',
  zoneId: 'z1',
  isPriority: false,
  state: 'waiting',
  issuedAt: Date.UTC(2026, 10, 23, 2, 42),
  peopleAhead: 6,
  estimatedWaitMs: 690_000,
  attempt: 1,
};

const textsOf = (ticket: IssuedTicket) =>
  ticketLines(ticket, kioskView(1)).map((line) => {
    if (line.type === 'text') return line.text;
    return line.type === 'pair' ? `${line.label} ${line.value}` : '';
  });

test('the whole ticket', () => {
  expect(textsOf(TICKET)).toEqual([
    '安和市政务服务大厅',
    '排队号 Number',
    'A012',
    '社会保险',
    '',
    '等候人数 Waiting 6 人',
    '预计时间 Estimate 约 12 分钟',
    '等候区 Area 1 楼 A 区',
    '取号时间 Issued 2026-11-23 10:42',
    '取号方式 Channel 现场',
    '',
    '号码当日有效，过号请到服务台激活',
    'Valid today. Missed? Ask at the desk.',
    '投诉电话 0000-12345',
  ]);
});

test('a reprint is boxed 补打 at the top right; the box closes', () => {
  const [top, mark, bottom] = ticketLines({ ...TICKET, attempt: 2 }, kioskView(1));
  expect([top, mark, bottom]).toMatchObject([
    { text: '┏━━━━━━┓', align: 'right' },
    { text: '┃补打 Reprint┃', align: 'right' },
    { text: '┗━━━━━━┛', align: 'right' },
  ]);
});

test('priority is printed without a reason', () => {
  expect(textsOf({ ...TICKET, isPriority: true }).filter((text) => text.includes('优先'))).toEqual(['优先 Priority']);
});

test('nobody ahead: a window is free', () => {
  expect(textsOf({ ...TICKET, peopleAhead: 0, estimatedWaitMs: null })).toContain(
    '预计时间 Estimate 窗口空闲，请直接办理',
  );
});

test('nobody ahead but no window free: next, in about so long', () => {
  const texts = textsOf({ ...TICKET, peopleAhead: 0 });
  expect(texts).toContain('等候人数 Waiting 您是下一位 Next');
  expect(texts).toContain('预计时间 Estimate 约 12 分钟');
});

test.each([
  ['called', '您的号码已被呼叫，请看大屏', 'Your number has been called; see the screens', '等候区 Area 1 楼 A 区'],
  ['serving', '您的号码已被呼叫，请看大屏', 'Your number has been called; see the screens', '等候区 Area 1 楼 A 区'],
  // Who shall go to the desk is not sent to an area to wait in.
  ['missed', '您已过号，请到服务台', 'You were missed; ask at the desk', '取号时间 Issued 2026-11-23 10:42'],
] as const)('a reprint of a ticket that is %s says that alone in place of the wait', (state, zh, en, next) => {
  const texts = textsOf({ ...TICKET, state, peopleAhead: 0, estimatedWaitMs: null, attempt: 2 });
  const rule = texts.indexOf('');
  expect(texts.slice(rule, rule + 4)).toEqual(['', zh, en, next]);
  expect(texts.join()).not.toMatch(/窗口空闲|等候人数|预计时间/);
});

test('a queue that the view no longer knows still gives a valid ticket', () => {
  expect(textsOf({ ...TICKET, queueId: 'gone', serviceItemId: null, zoneId: 'gone' })).toContain('A012');
});

test('any ticket is lines that a printer takes, and its number stays on one line of 48 columns', () => {
  const tickets = fc.record({
    ticketNumber: fc.stringMatching(/^[A-Z0-9-]{1,8}$/),
    peopleAhead: fc.nat(9999),
    estimatedWaitMs: fc.option(fc.nat(1e9)),
    attempt: fc.integer({ min: 1, max: 20 }),
    isPriority: fc.boolean(),
    state: fc.constantFrom('waiting', 'called', 'serving', 'missed'),
    issuedAt: fc.integer({ min: 0, max: 4e12 }),
  });
  fc.assert(
    fc.property(tickets, (fields) => {
      const lines = ticketLines({ ...TICKET, ...fields }, kioskView(1));
      for (const line of lines) expect(PrintLine.safeParse(line).success).toBe(true);
      const number = lines.find((line) => line.type === 'text' && line.text === fields.ticketNumber);
      expect(number).toMatchObject({ type: 'text' });
      const width = number?.type === 'text' ? (number.width ?? 1) : 0;
      expect(width * fields.ticketNumber.length).toBeLessThanOrEqual(48);
      expect(width).toBeGreaterThanOrEqual(6);
    }),
  );
});

test('on 58 mm paper the longest number still stays on one line', () => {
  const layout = { template: DEFAULT_TICKET_TEMPLATE, widthDots: 384 };
  const lines = ticketLines({ ...TICKET, ticketNumber: 'K1-A0123' }, kioskView(1), layout);
  expect(lines.find((line) => line.type === 'text' && line.text === 'K1-A0123')).toMatchObject({ width: 4, height: 4 });
});

test('names longer than a template allows for are clipped to what a printer takes', () => {
  const long = { ...kioskView(1), hallName: { zh: '政'.repeat(60), en: 'Hall' } };
  const name = '{hallName}'.repeat(20);
  const template: TicketTemplate = {
    blocks: [
      { type: 'text', text: name, fit: true },
      { type: 'pair', label: name, value: name },
    ],
  };
  const lines = ticketLines(TICKET, long, { template, widthDots: 576 });
  for (const line of lines) expect(PrintLine.safeParse(line).success).toBe(true);
});

test('the phone page’s link is a QR symbol on the delivered ticket, where the hall gives one, and no symbol stands for none', () => {
  const link = 'http://192.168.10.5:8080/phone/#7.AbCdEfGhIjKlMnOpQrStUv';
  const symbols = (ticket: typeof TICKET, layout?: TicketLayout) =>
    ticketLines(ticket, kioskView(1), layout).filter(({ type }) => type === 'qr');
  expect(symbols({ ...TICKET, phoneLink: link })).toEqual([{ type: 'qr', data: link, align: 'centre' }]);
  expect(symbols(TICKET)).toEqual([]);
  const template: TicketTemplate = { blocks: [{ type: 'qr', data: '{phoneLink}' }, { type: 'rule' }] };
  expect(ticketLines(TICKET, kioskView(1), { template, widthDots: 384 })).toEqual([{ type: 'rule' }]);
  expect(checkTicketTemplate(template, 384)).toMatchObject({ ok: true });
});

test('a template of one’s own: fields in their places, blocks by their conditions', () => {
  const template: TicketTemplate = {
    blocks: [
      { type: 'logo', align: 'left' },
      { type: 'text', text: '{ticketNumber} / {serviceName}', width: 2 },
      { type: 'text', text: 'priority', when: [{ field: 'isPriority' }] },
      { type: 'text', text: 'ordinary', when: [{ field: 'isPriority', isEmpty: true }] },
      { type: 'text', text: 'gone by', when: [{ field: 'state', is: ['called', 'missed'] }] },
      { type: 'spacer', dots: 16 },
      { type: 'barcode', data: '{ticketNumber}', hasText: false },
      { type: 'qr', data: 'https://hall.example/t/{ticketNumber}', when: [{ field: 'isReprint', isEmpty: true }] },
    ],
  };
  const lines = ticketLines({ ...TICKET, state: 'missed', attempt: 2 }, kioskView(1), { template, widthDots: 576 });
  expect(lines).toEqual([
    { type: 'logo', align: 'left' },
    { type: 'text', text: 'A012 / 社会保险', width: 2 },
    { type: 'text', text: 'ordinary' },
    { type: 'text', text: 'gone by' },
    { type: 'spacer', dots: 16 },
    { type: 'barcode', data: 'A012', hasText: false },
  ]);
  for (const line of lines) expect(PrintLine.safeParse(line).success).toBe(true);
});
