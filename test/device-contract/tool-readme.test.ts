// The examples of drivers/README.md, run as they stand there, each against its simulated device on a real line; and the
// configurations of docs/wiring.md, taken by the drivers.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it, type TestContext } from 'vitest';
import {
  createPort,
  openCallPad,
  openDocumentScanner,
  openEvaluationPad,
  openIdCardReader,
  openKeyboardScanner,
  openLedStrip,
  openTicketPrinter,
  type DocumentScannerConfig,
  type Port,
} from '@jiaohao/drivers';
import {
  EscposSimulator,
  listenUdp,
  OnbonSimulator,
  openPtyPair,
  PadBusSimulator,
  ScannerSimulator,
  SdtReaderSimulator,
  shownOnPad,
} from '@jiaohao/drivers/simulators';

const ROOT = join(import.meta.dirname, '..', '..');
const PATIENCE = { interval: 10, timeout: 20_000 };
const CARD = {
  kind: 'resident',
  name: '李测试',
  sexCode: '2',
  nationCode: '01',
  birth: '19900101',
  address: '测试路1号',
  idNumber: '990000199001010025',
  authority: '测试市公安局',
  validFrom: '20150101',
  validTo: '20350101',
} as const;

const readme = readFileSync(join(ROOT, 'drivers/README.md'), 'utf8');
const examples = new Map(
  [...readme.matchAll(/^## (.+)\n\n```ts\n([^]*?)^```$/gm)].map((match) => [match[1] ?? '', match[2] ?? '']),
);
const folder = mkdtempSync(join(tmpdir(), 'jiaohao-readme-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What the example says until it ends by itself. Only its port and the address of the library are put in. */
function run(title: string, port: string): Promise<string> {
  const library = pathToFileURL(join(ROOT, 'drivers/index.ts')).href;
  const code = (examples.get(title) ?? '')
    .replace("'@jiaohao/drivers'", `'${library}'`)
    .replace(/port: '[^']+'/, `port: '${port}'`);
  const file = join(folder, `${title.replaceAll(' ', '-')}.ts`);
  writeFileSync(file, code);
  const child = spawn(process.execPath, [file], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  return new Promise((resolve, reject) => {
    child.once('close', (code) => (code === 0 ? resolve(said) : reject(new Error(`${title} ended with ${code}`))));
  });
}

async function serial({ onTestFinished }: TestContext, baudRate: number): Promise<{ near: string; far: Port }> {
  const pair = await openPtyPair();
  onTestFinished(() => pair.close());
  return { near: pair.a, far: createPort(pair.b, { baudRate }) };
}

function started<T extends { start(): void; stop(): Promise<void> }>({ onTestFinished }: TestContext, simulator: T): T {
  simulator.start();
  onTestFinished(() => simulator.stop());
  return simulator;
}

it('has one example for each kind of device', () => {
  expect([...examples.keys()]).toEqual([
    'ID-card reader',
    'Ticket printer',
    'Evaluation pad',
    'Call pad',
    'LED strip',
    'Document scanner',
  ]);
});

describe.concurrent('as they stand', () => {
  it('ID-card reader', async (context) => {
    const { near, far } = await serial(context, 115_200);
    started(context, new SdtReaderSimulator(far)).lay(CARD);
    context.expect(await run('ID-card reader', near)).toBe('a card of kind resident\n');
  });

  it('ticket printer', async (context) => {
    const { near, far } = await serial(context, 115_200);
    const printer = started(context, new EscposSimulator(far));
    context.expect(await run('Ticket printer', near)).toBe('confirmed\n');
    context.expect(printer.tickets).toHaveLength(1);
  });

  it('evaluation pad', async (context) => {
    const { near, far } = await serial(context, 9600);
    const pads = started(context, new PadBusSimulator(far));
    const said = run('Evaluation pad', near);
    await context.expect.poll(() => pads.isArmed(3), PATIENCE).toBe(true);
    pads.press(3, 4);
    context.expect(await said).toBe('rated 5\n');
  });

  it('document scanner', async (context) => {
    const { near, far } = await serial(context, 9600);
    const scanner = started(context, new ScannerSimulator(far));
    const said = run('Document scanner', near);
    // Nobody tells when the program has opened its line: what is scanned before is lost.
    const zone = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];
    const timer = setInterval(() => void scanner.scan(...zone), 300);
    context.onTestFinished(() => clearInterval(timer));
    context.expect(await said).toBe('a paper of UTO\n');
  });

  it('call pad', async (context) => {
    const { near, far } = await serial(context, 9600);
    const pads = started(context, new PadBusSimulator(far));
    const said = run('Call pad', near);
    await context.expect.poll(() => shownOnPad(pads.heard, 3)?.ticket, PATIENCE).toBe('012');
    pads.pressCallKey(3, 0x0e);
    context.expect(await said).toBe('finish\n');
  });

  it('LED strip', async (context) => {
    const far = listenUdp();
    await far.open();
    const strip = started(context, new OnbonSimulator(far));
    context.expect(await run('LED strip', far.url)).toBe('请A012到5号窗口\n');
    context.expect(strip.text()).toBe('请A012到5号窗口');
  });
});

it('every configuration in docs/wiring.md is one that the drivers take', () => {
  const openers = {
    idCardReader: openIdCardReader,
    ticketPrinter: openTicketPrinter,
    documentScanner: (config: DocumentScannerConfig) =>
      config.model === 'wedge' ? openKeyboardScanner(config) : openDocumentScanner(config),
    evaluationPad: openEvaluationPad,
    callPad: openCallPad,
    ledStrip: openLedStrip,
  };
  const wiring = readFileSync(join(ROOT, 'docs/wiring.md'), 'utf8');
  const configs = [...wiring.matchAll(/`(\{"kind"[^`]+\})`/g)].map(
    (match) =>
      JSON.parse(match[1] ?? '') as { kind: keyof typeof openers; model: string; port: string; options: object },
  );
  expect([...new Set(configs.map(({ kind }) => kind))]).toEqual(Object.keys(openers));
  for (const { kind, model, port, options } of configs) {
    expect(openers[kind]({ model, port, options: { ...options } }).status).toEqual({ state: 'starting' });
  }
});
