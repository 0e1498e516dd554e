// Starts the hall server: `npm run hall -- --port P --data DIR --config FILE`. Reads like a table of contents.
import './node-version.ts';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { ensureAdminToken } from './admin-token.ts';
import { hallClock } from './clock.ts';
import { readConfigFile } from './config-file.ts';
import { startGateway } from './gateway/gateway.ts';
import { logBug } from './gateway/logging.ts';
import { JournalBroken, StartRefused } from './journal/errors.ts';
import { Journal } from './journal/event-journal.ts';
import { openHall } from './open-hall.ts';
import { seedConfig } from './seed-config.ts';
import { OptionMistake, serverOptions } from './server-options.ts';

const logger = pino({ name: 'hall-server' }, pino.destination({ dest: 2, sync: false }));

try {
  await start();
} catch (error) {
  if (!(
    error instanceof OptionMistake ||
    error instanceof StartRefused ||
    error instanceof JournalBroken ||
    isAddressTrouble(error)
  )) {
    throw error;
  }
  process.stderr.write(`${error.message}\n`);
  process.exit(2);
}

async function start(): Promise<void> {
  const options = serverOptions(process.argv.slice(2), join(import.meta.dirname, '..', 'dist'));
  const config = options.configFile === null ? null : readConfigFile(options.configFile);
  mkdirSync(options.dataFolder, { recursive: true, mode: 0o700 });
  const journal = Journal.open({ folder: options.dataFolder });
  const clock = hallClock(options.clockStart, options.clockSpeed);
  const hall = openHall({ journal, clock, onFatal: endAtOnce, onBug: (error, type) => logBug(logger, type, error) });
  ensureAdminToken(options.dataFolder, hall.credentials, hall.now());
  if (config !== null) await seedConfig(hall, config, options.importConfig, logger);
  const gateway = await startGateway({
    hall,
    host: options.host,
    port: options.port,
    pagesFolder: options.pagesFolder,
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

function isAddressTrouble(error: unknown): error is NodeJS.ErrnoException {
  return (
    error instanceof Error &&
    'code' in error &&
    (error.code === 'EADDRINUSE' || error.code === 'EACCES' || error.code === 'EADDRNOTAVAIL')
  );
}
