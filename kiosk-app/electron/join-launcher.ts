// The Electron host under its launcher: tells it that this version is well, takes updates, ends when the launcher does.
import type { Log } from '../terminal/log.ts';
import { whenHolderEnds } from '../terminal/machine-lock.ts';
import { readToken } from '../terminal/read-config.ts';
import type { TerminalConfig } from '../terminal/terminal-config.ts';
import { HostSigns } from '../terminal/update/host-signs.ts';
import { quietAfterMs } from '../terminal/update/quiet-option.ts';
import { launcherEnvironment, underLauncher } from '../terminal/update/under-launcher.ts';
import { RESTART_FOR_UPDATE } from '../terminal/update/update-home.ts';
import { LAUNCHER_LOCK } from './run-version.ts';

export interface JoinedLauncher {
  readonly signs: HostSigns;
  close(): Promise<void>;
}

/** A program that was started without a launcher takes no updates: then the signs go to nobody. Throws BadTerminalConfig. */
export function joinLauncher(config: TerminalConfig, log: Log, leave: (code: number) => void): JoinedLauncher {
  const quietMs = quietAfterMs(quietOption(process.argv));
  const environment = launcherEnvironment(process.env);
  if (environment === null) return { signs: new HostSigns(() => undefined), close: () => Promise.resolve() };
  const signs = new HostSigns((sign) => under.seen(sign));
  const under = underLauncher({
    ...environment,
    hallUrl: config.hallUrl,
    token: readToken(config, log),
    host: 'electron',
    signs: ['devices', 'page'],
    isQuiet: () => signs.isQuiet(quietMs),
    restart: () => leave(RESTART_FOR_UPDATE),
    log,
  });
  return { signs, close: () => under.close() };
}

export const isLaunched = (): boolean => process.env[LAUNCHER_LOCK] !== undefined;

/** Two terminals must never have one printer: whoever lost its launcher ends. */
export function endWithLauncher(leave: () => void): void {
  const lock = process.env[LAUNCHER_LOCK];
  if (lock !== undefined) whenHolderEnds(lock, leave);
}

function quietOption(argv: readonly string[]): string | null {
  const at = argv.indexOf('--quiet-after-ms');
  return at === -1 ? null : (argv[at + 1] ?? '');
}
