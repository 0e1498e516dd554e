// Starts the hall server: `npm run hall -- --port P --data DIR --config FILE`. Reads like a table of contents.
import './node-version.ts';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { ensureAdminToken } from './admin-token.ts';
import { hallClock } from './clock.ts';
import { readConfigFile } from './config-file.ts';
import { startGateway } from './gateway/gateway.ts';
import { logBug, logDroppedData } from './gateway/logging.ts';
import { Journal } from './journal/event-journal.ts';
import { openHall } from './open-hall.ts';
import { storageFacts } from './storage-facts.ts';
import { seedConfig } from './seed-config.ts';
import { serverOptions } from './server-options.ts';
import { startTrouble } from './start-trouble.ts';

/** Lines are handed over in blocks, twice a second and at the end: one write a line costs as much as deciding a command. */
const LOG_BLOCK_BYTES = 4_096;
const LOG_FLUSH_MS = 500;
const logger = pino(
  { name: 'hall-server' },
  pino.destination({ dest: 2, sync: false, minLength: LOG_BLOCK_BYTES, periodicFlush: LOG_FLUSH_MS }),
);

try {
  await start();
} catch (error) {
  const sentence = startTrouble(error);
  if (sentence === null) throw error;
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}

async function start(): Promise<void> {
  // Whatever is written from here on is its owner's alone, also in a folder that was there before.
  process.umask(0o077);
  const options = serverOptions(process.argv.slice(2), join(import.meta.dirname, '..', 'dist'));
  const config = options.configFile === null ? null : readConfigFile(options.configFile);
  mkdirSync(options.dataFolder, { recursive: true, mode: 0o700 });
  const journal = Journal.open({ folder: options.dataFolder });
  journal.reserveLog();
  const clock = hallClock(options.clockStart, options.clockSpeed);
  const hall = openHall({
    journal,
    clock,
    onFatal: endAtOnce,
    onBug: (error, type) => logBug(logger, type, error),
    onDropped: (dropped) => logDroppedData(logger, dropped),
  });
  warnOfClock(hall.health().clockBehindMs);
  ensureAdminToken(options.dataFolder, hall.credentials, hall.now());
  if (config !== null) await seedConfig(hall, config, options.importConfig, logger);
  const gateway = await startGateway({
    hall,
    host: options.host,
    port: options.port,
    pagesFolder: options.pagesFolder,
    storage: () => storageFacts(options.dataFolder),
    updatesFolder: join(options.dataFolder, 'updates'),
    logger,
  });
  process.stdout.write(`${JSON.stringify({ listening: gateway.url, pid: process.pid, ...hall.health() })}\n`);

  const stop = () => {
    void gateway.close().then(() => {
      hall.close();
      process.exit(0);
    });
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

/** By design: what is in the journal is right, what is in memory may not be. Whoever started the server starts it again. */
function endAtOnce(error: unknown): void {
  process.stderr.write(`fatal: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(70);
}

/** Time never runs backwards: until the machine has caught up with the last event, nothing that waits for time happens. */
function warnOfClock(clockBehindMs: number): void {
  if (clockBehindMs > 60_000)
    logger.warn({ clockBehindMs }, 'the clock of this machine is behind the last event: set it right');
}
