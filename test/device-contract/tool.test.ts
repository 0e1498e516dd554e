// The device tools as an installer uses them: every command against the simulators run alone, over ptys, TCP and UDP; then all that goes wrong.
// A wrong baud rate cannot be shown on a pty, which has no speed.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { createPort } from '@jiaohao/drivers';
import { openPtyPair, type PtyPair } from '@jiaohao/drivers/simulators';
import { devices, refusedSimulator, simulator, simulatorBehindShell, type RunningTool } from './tool-bench.ts';

const PATIENCE = { interval: 10, timeout: 20_000 };
const CARD = {
  name: '李测试',
  sex: '女',
  nation: '汉',
  birth: '1990-01-01',
  address: '测试省测试市测试路1号',
  idNumber: '990000199001010025',
  issuer: '测试市公安局',
  validFrom: '2015-01-01',
  validTo: '长期',
};

const folder = mkdtempSync(join(tmpdir(), 'jiaohao-tool-'));
const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
afterAll(() => rmSync(folder, { recursive: true }));

async function pty({ onTestFinished }: TestContext): Promise<PtyPair> {
  const pair = await openPtyPair();
  onTestFinished(() => pair.close());
  return pair;
}

async function simulated({ onTestFinished }: TestContext, ...args: string[]): Promise<RunningTool> {
  const tool = await simulator(args);
  onTestFinished(async () => {
    await tool.stop();
  });
  return tool;
}

const codeOf = (json: Record<string, unknown>): unknown => (json['error'] as { code: unknown } | undefined)?.code;

describe('a reader on a serial path', () => {
  let pair: PtyPair;
  let reader: RunningTool;
  beforeAll(async () => {
    pair = await openPtyPair();
    reader = await simulator(['id-card-reader', '--port', pair.b, '--card', file('card.json', JSON.stringify(CARD))]);
  });
  afterAll(async () => {
    expect(await reader.stop()).toBe(0);
    await pair.close();
  });

  it('one object a placement, whole with --reveal, masked without, and the card lies there for the next program', async () => {
    expect(reader.ready).toEqual({ listening: pair.b, model: 'id-card-reader' });
    const revealed = await devices(['read-card', '--port', pair.a, '--json', '--reveal', '--timeout', '20']);
    expect(revealed.json()).toMatchObject({ kind: 'resident', ...CARD, doubts: [], isMasked: false });
    expect(revealed.out.trim().split('\n')).toHaveLength(1);
    expect(revealed.exitCode).toBe(0);

    const masked = await devices(['read-card', '--port', pair.a, '--baud', '115200', '--json', '--timeout', '20']);
    expect(masked.json()).toMatchObject({
      name: '李**',
      birth: '1990-**-**',
      address: '测试省********',
      idNumber: '990000********0025',
      isMasked: true,
    });
    expect(masked.out + masked.err).not.toMatch(/李测试|测试路|990000199001010025|1990-01-01/);
  });

  it('status in words with times, and what answers on the port', async () => {
    const [status, list, printing] = await runInTurn(
      () => devices(['status', '--port', pair.a, '--model', 'sdt']),
      () => devices(['list', '--json', '--probe', '--port', pair.a]),
      () => devices(['print', '--port', pair.a, '--columns', '32', '--text', file('swapped.txt', 'x'), '--json']),
    );
    expect(status?.out).toMatch(/阅读器正常[^]*the reader works[^]*SAM: 05\.01-[^]*samStatus \d+ ms/);
    const { ports } = list?.json() as { ports: { path: string; probe: unknown }[] };
    expect(ports[0]).toMatchObject({ path: pair.a, probe: { found: 'idCardReader' } });
    // Another device than the one that was meant is named.
    expect(codeOf(printing?.json() ?? {})).toBe('wrongDevice');
    expect(printing?.out).toContain('这里接的是身份证阅读器');
    expect(printing?.exitCode).toBe(1);
  });

  it('a pulled plug while the card is awaited', async () => {
    reader.hand('lift');
    await expect.poll(() => reader.events, PATIENCE).toContainEqual({ done: 'lift' });
    const cut = await devices(['read-card', '--port', pair.a, '--json', '--timeout', '30'], () => void pair.unplug());
    expect(codeOf(cut.json())).toBe('portLost');
    await pair.replug();
  });
});

describe.concurrent('beside each other', () => {
  it('a printer ends with the state of the job, names what stops it, and the simulator keeps what it printed', async (context) => {
    const { expect } = context;
    const printer = await simulated(context, 'ticket-printer', '--new-pty', '--columns', '32', '--out', folder);
    const path = String(printer.ready['otherEnd']);
    const print = [
      'print',
      '--port',
      path,
      '--columns',
      '32',
      '--text',
      file('text.txt', '叫号 A012\n第二行\n'),
      '--json',
    ];
    const done = await devices(print);
    expect([done.exitCode, done.json()]).toMatchObject([0, { state: 'confirmed', by: 'processId', columns: 32 }]);
    await expect.poll(() => printer.events[0], PATIENCE).toMatchObject({ printed: 1 });
    expect(readFileSync(join(folder, 'ticket-001.txt'), 'utf8')).toContain('叫号 A012\n第二行');
    expect(readFileSync(join(folder, 'ticket-001.svg'), 'utf8')).toContain('<svg');

    printer.hand('set isPaperOut on');
    await expect.poll(() => printer.events.at(-1), PATIENCE).toEqual({ done: 'set' });
    const empty = await devices(print);
    expect([empty.exitCode, empty.json()]).toMatchObject([1, { state: 'failed-before-print', code: 'paperOut' }]);
    const status = await devices(['status', '--port', path, '--model', 'escpos', '--json']);
    expect(status.json()).toMatchObject({ state: 'fault' });
    expect(status.out).toMatch(/缺纸.*no paper/);
    expect(printer.events.filter((event) => 'printed' in event)).toHaveLength(1);
  });

  it('a printer over TCP is named where a reader was meant', async (context) => {
    const { expect } = context;
    const printer = await simulated(context, 'escpos', '--tcp', '0');
    const port = String(printer.ready['listening']);
    const read = await devices(['read-card', '--port', port, '--json', '--timeout', '5']);
    expect(codeOf(read.json())).toBe('wrongDevice');
    expect(read.out).toContain('小票打印机');
  });

  it('a reader as slow as 19200, in pieces and behind noise is read; a quirk set by hand is named', async (context) => {
    const { expect } = context;
    const card = file('slow.json', JSON.stringify(CARD));
    const rough = ['--baud', '19200', '--seed', '5', '--noise', '9'];
    const reader = await simulated(context, 'sdt', '--tcp', '0', '--card', card, ...rough);
    const port = String(reader.ready['listening']);
    const read = await devices(['read-card', '--port', port, '--json', '--timeout', '20']);
    expect(read.json()).toMatchObject({ kind: 'resident', isMasked: true });
    const steps = read.json()['steps'] as { step: string; ms: number }[];
    // 1295 bytes at 1920 a second; a timer may be early by a part of a millisecond.
    expect(steps.find(({ step }) => step === 'readCard')?.ms).toBeGreaterThan(670);
    for (const words of ['set samFault 66', 'line delayMs 100', 'set colour red']) reader.hand(words);
    await expect.poll(() => reader.events, PATIENCE).toHaveLength(3);
    expect(reader.events).toEqual([
      { done: 'set' },
      { done: 'line' },
      { refused: 'set', reason: expect.stringContaining('samFault 60|66|none') as unknown },
    ]);
    const status = await devices(['status', '--port', port, '--model', 'sdt', '--json']);
    expect(status.out).toContain('"samFault"');
  });

  it('started behind a shell, as npm does it, the simulator ends with the shell', async () => {
    const { killShell } = await simulatorBehindShell(['escpos', '--tcp', '0']);
    await killShell();
  });

  it('a reader that is triggered by text, and a scanner that is listened to: masked both', async (context) => {
    const { expect } = context;
    const card = file('triggered.json', JSON.stringify(CARD));
    const [reader, scanner] = await Promise.all([
      simulated(context, 'textTriggered', '--tcp', '0', '--card', card, '--trigger', 'READ\r'),
      simulated(context, 'document-scanner', '--tcp', '0'),
    ]);
    const at = ['--port', String(reader.ready['listening'])];
    const settings = ['--options', '{"trigger": "READ", "terminator": "\\r"}'];
    const read = await devices(['read-card', '--model', 'textTriggered', ...at, ...settings, '--json']);
    expect([read.exitCode, read.json()]).toMatchObject([
      0,
      { kind: 'resident', idNumber: '990000********0025', samId: null },
    ]);
    const wrong = await devices([
      'read-card',
      '--model',
      'textTriggered',
      ...at,
      '--options',
      '{"triger": "x"}',
      '--json',
    ]);
    expect(codeOf(wrong.json())).toBe('badSetting');

    const line = ['--port', String(scanner.ready['listening'])];
    const looking = devices(['status', '--model', 'scanner', ...line, '--seconds', '3', '--json']);
    const scanning = setInterval(() => ['passport', 'scan A1-778899'].forEach((word) => scanner.hand(word)), 300);
    const look = await looking.finally(() => clearInterval(scanning));
    expect(look.json()).toMatchObject({ model: 'scanner', state: 'ready' });
    expect(look.out).toMatch(/TD3 UTO E\*+ L89\*+C3.*9 个字符/);
    expect(look.out).not.toMatch(/ERIKSSON|L898902C3|778899/);
  });

  it('a strip over UDP shows the text and says so; a dead one is silence', async (context) => {
    const { expect } = context;
    const strip = await simulated(context, 'led-strip', '--udp', '0');
    const address = String(strip.ready['listening']).slice('udp://'.length);
    const shown = await devices(['strip', '--udp', address, '--text', '请A012到5号窗口', '--json']);
    expect([shown.exitCode, shown.json()]).toMatchObject([0, { state: 'shown', pages: ['请A012到5号窗口'] }]);
    await expect.poll(() => strip.events, PATIENCE).toContainEqual({ shown: '请A012到5号窗口' });
    const long = ['--text', '一二三四五六七八九😀', '--options', '{"widthDots": 64}'];
    const pages = (await devices(['strip', '--udp', address, ...long, '--json'])).json();
    expect(pages).toMatchObject({ pages: ['一二三四', '五六七八', '九□'], replaced: ['😀'] });
    strip.hand('cut');
    await expect.poll(() => strip.events, PATIENCE).toContainEqual({ done: 'cut' });
    const dark = await devices(['strip', '--udp', address, '--text', 'A013', '--json']);
    expect(codeOf(dark.json())).toBe('nothingAnswers');
    expect(dark.out).toMatch(/网段.*screenAddress.*subnet/);
  });

  it('pads are listened to: the key that is pressed is named with its address', async (context) => {
    const { expect } = context;
    const pads = await simulated(context, 'call-pad', '--new-pty');
    const path = String(pads.ready['otherEnd']);
    const looking = devices(['status', '--port', path, '--model', 'bus485', '--seconds', '3', '--json']);
    const pressing = setInterval(() => pads.hand('key 7 0C'), 300);
    const look = await looking.finally(() => clearInterval(pressing));
    expect(look.json()).toMatchObject({ state: 'ready' });
    expect(look.out).toContain('地址 7：按键 0C');
  });

  it('silence, garbage, a busy port, no such port and a path that is no port are each named', async (context) => {
    const { expect } = context;
    const [quiet, noisy, busy] = await Promise.all([pty(context), pty(context), pty(context)]);
    const babbler = createPort(noisy.b, { baudRate: 115_200 });
    await babbler.open();
    babbler.onBytes(() => void babbler.write(Uint8Array.of(0xc3, 0x28, 0xa0, 0xff, 0x00, 0x81)));
    const holder = createPort(busy.a, { baudRate: 115_200 });
    await holder.open();
    context.onTestFinished(() => babbler.close());
    context.onTestFinished(() => holder.close());
    const read = (port: string) => devices(['read-card', '--port', port, '--json', '--timeout', '2']);
    const results = await Promise.all(
      [quiet.a, noisy.a, busy.a, join(folder, 'nothing'), file('plain', '')].map((port) => read(port)),
    );
    expect(results.map((result) => codeOf(result.json()))).toEqual([
      ...['nothingAnswers', 'strangeBytes', 'portBusy', 'noSuchPort', 'notSerial'],
    ]);
    expect(results.map((result) => result.exitCode)).toEqual([1, 1, 1, 1, 1]);
    expect(results[2]?.out).toContain(`${process.pid}`);
  });

  it('a mistake on the command line or in a card file is named, by its path and without its values', async (context) => {
    const { expect } = context;
    const card = file('bad-card.json', JSON.stringify({ name: '李测试', idNumber: '12', nation: '火星', colour: 1 }));
    const [usage, address, badNumber, cardFile] = await Promise.all([
      devices(['read-cards', '--json']),
      devices(['strip', '--udp', 'foo', '--text', 'A012', '--json']),
      devices(['print', '--port', '/dev/null', '--columns', 'many', '--text', 'x']),
      refusedSimulator(['id-card-reader', '--tcp', '0', '--card', card]),
    ]);
    expect([usage.exitCode, codeOf(usage.json())]).toEqual([2, 'usage']);
    expect([address.exitCode, codeOf(address.json())]).toEqual([2, 'portName']);
    expect(address.out).toMatch(/udp:\/\/foo：地址写得不对：应为 主机:端口.*host:port, as in/);
    expect(badNumber.err).toMatch(/--columns 应为 16 到 135 的整数[^]*--columns must be a whole number/);
    expect(cardFile.exitCode).toBe(1);
    expect(cardFile.err).toMatch(/^colour: /m);
    expect(cardFile.err).toMatch(/^idNumber: 17 digits/m);
    expect(cardFile.err).toMatch(/^nation: /m);
    expect(cardFile.err).not.toContain('李测试');
  });

  it('the support bundle is its owner’s, and has ports, versions and times', async (context) => {
    const { expect } = context;
    const quiet = await pty(context);
    const out = join(folder, 'bundle.json');
    const saved = await devices(['support-bundle', '--out', out, '--port', quiet.a, '--probe', '--json']);
    expect(saved.json()).toMatchObject({ file: out });
    expect(statSync(out).mode & 0o777).toBe(0o600);
    const bundle = JSON.parse(readFileSync(out, 'utf8')) as Record<string, unknown>;
    expect(bundle).toMatchObject({
      versions: { node: process.versions.node },
      computer: { platform: process.platform },
    });
    expect(bundle['ports']).toContainEqual(
      expect.objectContaining({ path: quiet.a, probe: expect.objectContaining({ found: 'silence' }) as unknown }),
    );
  });
});

/** Two programs cannot have one port. */
async function runInTurn<T>(...works: (() => Promise<T>)[]): Promise<T[]> {
  const results: T[] = [];
  for (const work of works) results.push(await work());
  return results;
}
