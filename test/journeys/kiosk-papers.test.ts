// Passports at the kiosk: scanned on a line or typed by the scanner, one number a passport; other codes are refused in words.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createPort } from '@jiaohao/drivers';
import { EscposSimulator, openPtyPair, ScannerSimulator, type PtyPair } from '@jiaohao/drivers/simulators';
import type { Program } from './child-process.ts';
import { KIOSK, startScreens, type Screens } from './chromium.ts';
import { startHall, type HallProgram } from './hall-program.ts';
import { startTerminal } from './simulated-kiosk.ts';

/** In which a touch that counts has its effect. */
const COUNTS_MS = 1_000;
const PATIENCE = { timeout: 20_000, interval: 50 };
/** The invented passport of ICAO Doc 9303 part 4, and the card of part 5. */
const PASSPORT = [
  'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
  'L898902C36UTO7408122F1204159ZE184226B<<<<<10',
] as const;
const CARD = [
  'I<UTOD231458907<<<<<<<<<<<<<<<',
  '7408122F1204159UTO<<<<<<<<<<<6',
  'ERIKSSON<<ANNA<MARIA<<<<<<<<<<',
] as const;
const OLD_CARD = ['I<UTOD23145890<7349<<<<<<<<<<<', '3407127M9507122UTO<<<<<<<<<<<2', 'STEVENSON<<PETER<JOHN<<<<<<<<<'];
const PERSONAL = ['L898902C3', 'ERIKSSON', 'ANNA', 'D23145890', 'STEVENSON', 'YY20261123'];
const TEMPLATE = {
  blocks: [
    { type: 'text', text: '票 {ticketNumber}', width: 2 },
    { type: 'text', text: '优先', when: [{ field: 'isPriority' }] },
  ],
};

let hall: HallProgram;
let screens: Screens;

beforeAll(async () => {
  [hall, screens] = await Promise.all([startHall(), startScreens()]);
});

afterAll(async () => {
  await screens.close();
  await hall.remove();
});

interface Kiosk {
  readonly page: Page;
  readonly paper: () => string[];
  readonly program: Program;
  stop(): Promise<void>;
}

async function startKiosk(terminalId: string, scanner: object): Promise<Kiosk> {
  const line: PtyPair = await openPtyPair();
  const printer = new EscposSimulator(createPort(line.b, { baudRate: 115_200 }));
  printer.start();
  const devices = [
    { kind: 'documentScanner', ...scanner },
    { kind: 'ticketPrinter', model: 'escpos', port: line.a, options: {} },
  ];
  const settings = { role: 'kiosk', devices, ticketTemplate: TEMPLATE };
  const program = await startTerminal(hall, terminalId, settings);
  const page = await screens.open(String(program.ready['page']), KIOSK);
  await page.locator('.start-page').waitFor();
  const paper = (): string[] =>
    printer.tickets.map(({ elements }) =>
      elements.flatMap((each) => (each.type === 'line' ? [each.runs.map(({ text }) => text).join('')] : [])).join(' '),
    );
  const stop = async (): Promise<void> => {
    await program.stop();
    await printer.stop();
    await line.close();
  };
  return { page, paper, program, stop };
}

const says = (page: Page, text: string) => page.getByText(text).first().waitFor({ timeout: PATIENCE.timeout });

/** A tap too soon after the last does not count, and is made again. */
async function backToStart(page: Page, button: string): Promise<void> {
  await vi.waitFor(async () => {
    if ((await page.locator('.start-page').count()) > 0) return;
    await page.getByRole('button', { name: button }).click({ timeout: COUNTS_MS });
    await page.locator('.start-page').waitFor({ timeout: COUNTS_MS });
  }, PATIENCE);
}

function expectNothingPersonal(kiosk: Kiosk): void {
  const words = kiosk.program.log() + hall.log();
  expect(words).toContain('Ticket printing ended');
  for (const text of PERSONAL) expect(words).not.toContain(text);
}

describe('a scanner on a serial line', () => {
  let kiosk: Kiosk;
  let wire: PtyPair;
  let scanner: ScannerSimulator;

  beforeAll(async () => {
    wire = await openPtyPair();
    scanner = new ScannerSimulator(createPort(wire.b, { baudRate: 9600 }));
    scanner.start();
    kiosk = await startKiosk('kiosk-1', { model: 'serial', port: wire.a, options: {} });
  });

  afterAll(async () => {
    await kiosk.stop();
    await scanner.stop();
    await wire.close();
  });

  it('a passport brings a number on the paper that the configuration lays out', async () => {
    await vi.waitFor(() => expect(scanner.isConnected).toBe(true), PATIENCE);
    await scanner.scan(...PASSPORT);
    await kiosk.page.locator('.ticket-page').waitFor();
    await vi.waitFor(() => expect(kiosk.paper()).toHaveLength(1), PATIENCE);
    expect(kiosk.paper()[0]).toMatch(/^票 [A-Z]\d{3}/);
    // A paper lies nowhere: nobody is told to take a card away.
    await says(kiosk.page, '请取走您的号票');
    await backToStart(kiosk.page, '完成');
    expect(await kiosk.page.getByText('请先拿走').count()).toBe(0);
  });

  it('the same passport again holds its number already; another paper is another person', async () => {
    await scanner.scan(...PASSPORT);
    await says(kiosk.page, '再打印');
    await backToStart(kiosk.page, '返回首页');
    await scanner.scan(...CARD);
    await vi.waitFor(() => expect(kiosk.paper()).toHaveLength(2), PATIENCE);
    // The paper can be out before the glass has drawn it.
    await kiosk.page.locator('.ticket-page').waitFor();
  });

  it('a code that is no paper, and a zone read badly, are told in both languages', async () => {
    await backToStart(kiosk.page, '完成');
    await scanner.scan('YY20261123-0001');
    await says(kiosk.page, '这个码不是证件，不能在此取号；预约码请交咨询引导台');
    await says(kiosk.page, 'This code is no identity document; with an appointment please go to the desk');
    await scanner.scan(PASSPORT[0], PASSPORT[1].replace('8', '9'));
    await says(kiosk.page, '没有扫描清楚');
    await says(kiosk.page, 'Please lay the document flat and scan it again');
    expect(kiosk.paper()).toHaveLength(2);
    expectNothingPersonal(kiosk);
  });
});

describe('a scanner that types', () => {
  let kiosk: Kiosk;

  beforeAll(async () => {
    kiosk = await startKiosk('kiosk-2', { model: 'wedge', port: 'keyboard:', options: { maxGapMs: 500 } });
  });

  afterAll(() => kiosk.stop());

  it('presses no button, whatever has the focus; its passport is a number', async () => {
    const { page, paper } = kiosk;
    // Its Enter would open the list of service items.
    await page.locator('.choose-way').focus();
    for (const line of OLD_CARD) await type(page, line);
    await page.locator('.ticket-page').waitFor();
    await vi.waitFor(() => expect(paper()).toHaveLength(1), PATIENCE);
    // Born in 1934, as the zone says.
    expect(paper()[0]).toMatch(/^票 [A-Z]\d{3} 优先/);
  });

  it('a person’s keys still work', async () => {
    const { page } = kiosk;
    await backToStart(page, '完成');
    await vi.waitFor(async () => {
      await page.locator('.choose-way').focus();
      await page.keyboard.press('Enter');
      await page.locator('.choose-page').waitFor({ timeout: COUNTS_MS });
    }, PATIENCE);
    await vi.waitFor(async () => {
      await page.keyboard.press('Escape');
      await page.locator('.start-page').waitFor({ timeout: COUNTS_MS });
    }, PATIENCE);
    expectNothingPersonal(kiosk);
  });
});

/** As fast as a scanner, the line's end too. */
async function type(page: Page, line: string): Promise<void> {
  await page.keyboard.type(line);
  await page.keyboard.press('Enter');
}
