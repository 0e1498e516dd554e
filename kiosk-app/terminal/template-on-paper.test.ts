// The administrator's template from terminal.json to the paper of a printer on a real line, read by a reader that shares nothing with ours.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPort } from '@jiaohao/drivers';
import { EscposSimulator, openPtyPair, type PtyPair } from '@jiaohao/drivers/simulators';
import { createCanvas } from '@napi-rs/canvas';
import { tokensOf } from '../../drivers/ticket-printer/escpos/testing/independent-tokenizer.ts';
import { FakeHall, TOKEN } from '../browser/testing/fake-hall.ts';
import { PATIENCE } from '../browser/testing/kiosk-rig.ts';
import { kioskView } from '../browser/testing/kiosk-view.ts';
import { recordedLog } from '../browser/testing/recorded-log.ts';
import { devicesInProcess } from '../devices/in-process.ts';
import type { TakeTicketOutcome } from '../wire/page.ts';
import { readTerminalConfig } from './read-config.ts';
import { startCore, type KioskCore } from './start-core.ts';

let folder: string;
let hall: FakeHall;
let line: PtyPair;
let printer: EscposSimulator;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jiaohao-template-'));
  writeFileSync(join(folder, 'token'), TOKEN, { mode: 0o600 });
  hall = await FakeHall.start({ ...kioskView(1), hallName: { zh: '安和大厅😀', en: 'Anhe' } });
  line = await openPtyPair();
  printer = new EscposSimulator(createPort(line.b, { baudRate: 115_200 }), { widthDots: 384 });
  printer.start();
});

afterEach(async () => {
  await printer.stop();
  await line.close();
  await hall.down();
  rmSync(folder, { recursive: true, force: true });
});

const TEMPLATE = {
  blocks: [
    { type: 'logo' },
    { type: 'text', text: '补', align: 'right', when: [{ field: 'isReprint' }] },
    { type: 'text', text: '{ticketNumber}', align: 'centre', width: 4, height: 4, bold: true },
    { type: 'pair', label: '前面', value: '{peopleAhead} 人' },
    { type: 'text', text: '{hallName}' },
    { type: 'barcode', data: '{ticketNumber}', hasText: false },
  ],
};

/** The printer has 58 mm paper and a GBK font. */
async function startKiosk(): Promise<KioskCore> {
  const options = { widthDots: 384, charset: 'gbk', logoFile: 'logo.png' };
  const config = {
    ...{ terminalId: 'K1', role: 'kiosk', hallUrl: hall.url, tokenFile: 'token', ticketTemplate: 'ticket.json' },
    devices: [{ kind: 'ticketPrinter', model: 'escpos', port: line.a, options }],
  };
  writeFileSync(join(folder, 'terminal.json'), JSON.stringify(config));
  writeFileSync(join(folder, 'ticket.json'), JSON.stringify(TEMPLATE));
  writeFileSync(join(folder, 'logo.png'), await logo());
  const { log } = recordedLog();
  const core = await startCore({
    config: readTerminalConfig(join(folder, 'terminal.json')),
    log,
    openChannel: devicesInProcess,
  });
  if (core.role !== 'kiosk') throw new Error('a kiosk was configured');
  return core;
}

/** 16 black dots by 8. */
function logo(): Promise<Buffer> {
  const canvas = createCanvas(16, 8);
  canvas.getContext('2d').fillRect(0, 0, 16, 8);
  return canvas.encode('png');
}

function ask(
  { terminal }: KioskCore,
  message: Parameters<KioskCore['terminal']['handle']>[0],
): Promise<TakeTicketOutcome> {
  return new Promise((resolve) => {
    void terminal.handle(message, (answer) => {
      if (answer.type === 'answer') resolve(answer.outcome);
    });
  });
}

test('tickets and reprints are printed as the file beside terminal.json says', async () => {
  const core = await startKiosk();
  await vi.waitFor(() => {
    const { hallLink, printer: health } = core.terminal.update();
    expect([hallLink, health.state]).toEqual(['up', 'ready']);
  }, PATIENCE);
  const request = { requestId: 'request-1', queueId: 'tax', withCard: false };
  const taken = await ask(core, { type: 'takeTicket', id: 1, request });
  if (taken.type !== 'printed') throw new Error(taken.type);
  const { ticketId } = taken.ticket;
  const again = await ask(core, { type: 'reprint', id: 2, request: { requestId: 'request-2', ticketId } });
  expect(again.type).toBe('printed');
  const [first, second] = printer.tickets.map((ticket) => said(tokensOf(ticket.bytes)));
  // Eight rows of 16 black dots in the middle of 384.
  const row = Buffer.concat([Buffer.alloc(23), Buffer.alloc(2, 0xff)]);
  const logoDots = `raster 200x8 ${Buffer.concat(Array.from({ length: 8 }, () => row)).toString('base64')}`;
  const pair = `text 前面${' '.repeat(24)}6 人`;
  const body = ['size 4x4', 'text A001', 'size 1x1', pair, EMOJI_LINE, 'barcode 128 {BA001'];
  expect(first).toEqual([logoDots, ...body]);
  expect(second).toEqual([logoDots, 'text 补', ...body]);
  await core.close();
});

/** What a GBK font lacks is drawn, or a square where no font has it either; no byte of it goes out as text. */
const EMOJI_LINE = 'the name of the hall, its emoji drawn or a square';

/** What is on the paper, without where. */
function said(tokens: readonly string[]): string[] {
  const onPaper = tokens.filter((token) => /^(size|text|raster|barcode 128)/.test(token));
  return onPaper.map((token) => (/^raster 120x24 |^text 安和大厅□$/.test(token) ? EMOJI_LINE : token));
}
