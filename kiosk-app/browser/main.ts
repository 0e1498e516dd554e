// `npm run terminal -- --config FILE`: one terminal in the browser host, until SIGINT or SIGTERM.
import { parseArgs } from 'node:util';

if (Number(process.versions.node.split('.')[0]) < 24) {
  process.stderr.write(
    `This terminal needs Node 24 or newer; this is ${process.versions.node}. Start it with "npm run terminal".\n`,
  );
  process.exit(1);
}

// Imported after the check: an older Node fails in them without saying why.
const { pino } = await import('pino');
const { readTerminalConfig } = await import('../terminal/read-config.ts');
const { BadTerminalConfig } = await import('../terminal/terminal-config.ts');
const { startTerminal } = await import('./host.ts');
const { quietAfterMs } = await import('../terminal/update/quiet-option.ts');
const { FIRST_START_PORT, setUpFirst } = await import('./set-up-first.ts');
const { lockTerminal } = await import('../terminal/machine-lock.ts');
const { warnReadablePin } = await import('../terminal/warn-readable-pin.ts');
const { joinLauncher } = await import('./join-launcher.ts');

try {
  const { values } = parseArgs({
    options: {
      config: { type: 'string' },
      'quiet-after-ms': { type: 'string' },
      'first-start-port': { type: 'string' },
    },
  });
  if (values.config === undefined) throw new BadTerminalConfig('Usage: npm run terminal -- --config FILE');
  const quietMs = quietAfterMs(values['quiet-after-ms'] ?? null);
  await setUpFirst(values.config, Number(values['first-start-port'] ?? FIRST_START_PORT));
  const config = readTerminalConfig(values.config);
  await lockTerminal(config);
  // Standard output holds one line, for the program that started us; the log goes to standard error.
  const log = pino({ base: { terminal: config.terminalId } }, pino.destination(2));
  warnReadablePin(values.config, config, log);
  let isEnding = false;
  const end = (exitCode: number): void => {
    if (isEnding) return;
    isEnding = true;
    void Promise.all([terminal.close(), launcher.close()]).then(() => process.exit(exitCode));
  };
  const launcher = joinLauncher({ config, log, end, quietAfterMs: quietMs });
  const terminal = await startTerminal({ config, log, signs: launcher.signs });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => end(0));
  process.stdout.write(`${JSON.stringify({ terminal: config.terminalId, page: terminal.url })}\n`);
} catch (error) {
  if (!(error instanceof BadTerminalConfig || (error instanceof Error && 'code' in error))) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
