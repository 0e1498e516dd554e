// Serves 设备自检 on this computer until Ctrl-C: the devices of a configuration of any role, or whatever answers on the ports.
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pino } from 'pino';
import { listPorts, namedPort, probePorts, ToolTrouble, usageTrouble, type Arguments } from '@jiaohao/drivers/tool';
import { forkDevices } from '../browser/fork-devices.ts';
import { lockTerminal, RunsAlready } from '../terminal/machine-lock.ts';
import { readTerminalConfig } from '../terminal/read-config.ts';
import { BadTerminalConfig } from '../terminal/terminal-config.ts';
import { servePage } from './serve-page.ts';
import { TestBench, type TestBenchParts } from './test-bench.ts';
import { TOOL_PAGE_TEXTS as TEXTS } from './texts.ts';

type Surroundings = Pick<TestBenchParts, 'terminalId' | 'dataFolder' | 'configured' | 'look'>;

/** The exit code. Rejects with ToolTrouble. */
export async function showPage(args: Arguments): Promise<number> {
  const pagePort = args.number('page-port', 0, 65_535) ?? 0;
  const surroundings = await inWords(() => surroundingsOf(args));
  const log = pino({ level: 'error' }, pino.destination(2));
  const bench = new TestBench({ ...surroundings, openChannel: () => forkDevices(log), log });
  const ended = new Promise<void>((end) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => end());
  });
  const page = await inWords(() => servePage(bench, pagePort, log));
  // The page is there at once; what is found comes to it.
  void bench.look();
  if (args.has('json')) process.stdout.write(`${JSON.stringify({ page: page.url })}\n`);
  else process.stdout.write(`${TEXTS.open.zh}\n${TEXTS.open.en}\n  ${page.url}\n`);
  await ended;
  await page.close();
  await bench.close();
  return 0;
}

async function surroundingsOf(args: Arguments): Promise<Surroundings> {
  const file = args.text('config');
  const named = args.texts('port').map(namedPort);
  if (file === undefined) {
    return {
      terminalId: '设备自检',
      dataFolder: join(tmpdir(), 'jiaohao-devices'),
      configured: null,
      look: async () => probePorts([...named, ...(await listPorts())]),
    };
  }
  if (named.length > 0) throw usageTrouble(TEXTS.configAndPorts.zh, TEXTS.configAndPorts.en);
  const config = readTerminalConfig(file);
  // Until this program ends: a terminal that is started meanwhile is told so, too.
  await lockTerminal(config);
  const { terminalId, role, devices, dataFolder } = config;
  const terminal = { terminalId, role, file: resolve(file) };
  return { terminalId, dataFolder, configured: { terminal, devices }, look: listPorts };
}

/** What an installer can mend becomes a trouble of the tool: the file, a terminal that runs, the page's port, a page that is not built. */
async function inWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RunsAlready) {
      const { zh, en } = TEXTS.stopTerminal;
      throw new ToolTrouble(error.code, { zh: `${error.message}\n${zh}`, en });
    }
    if (error instanceof BadTerminalConfig) {
      // Its message names fields, in English.
      const { zh, en } = TEXTS.badConfig;
      throw new ToolTrouble('badConfig', { zh, en: `${en}\n${error.message}` });
    }
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      throw new ToolTrouble('portBusy', TEXTS.pagePortBusy);
    }
    throw error;
  }
}
