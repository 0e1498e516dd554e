// The browser host under a launcher: tells it that this version is well, takes updates, ends when the launcher does.
import type { Log } from '../terminal/log.ts';
import { readToken } from '../terminal/read-config.ts';
import type { TerminalConfig } from '../terminal/terminal-config.ts';
import { HostSigns } from '../terminal/update/host-signs.ts';
import { launcherEnvironment, underLauncher, whenLauncherEnds } from '../terminal/update/under-launcher.ts';
import { RESTART_FOR_UPDATE } from '../terminal/update/update-home.ts';

export interface JoinedLauncher {
  /** To be given to the host. */
  readonly signs: HostSigns;
  close(): Promise<void>;
}

export interface JoinLauncherParts {
  readonly config: TerminalConfig;
  readonly log: Log;
  /** Ends the program in order. */
  readonly end: (exitCode: number) => void;
  /** So long nobody must have been here before an update restarts the terminal. */
  readonly quietAfterMs: number;
}

/** A program that was started by hand takes no updates: then the signs go to nobody. */
export function joinLauncher({ config, log, end, quietAfterMs }: JoinLauncherParts): JoinedLauncher {
  const environment = launcherEnvironment(process.env);
  if (environment === null) return { signs: new HostSigns(() => undefined), close: () => Promise.resolve() };
  whenLauncherEnds(() => end(0));
  const signs = new HostSigns((sign) => under.seen(sign));
  const under = underLauncher({
    ...environment,
    hallUrl: config.hallUrl,
    token: readToken(config, log),
    host: 'browser',
    // A window's page is opened and closed by its clerk; a kiosk's is always there.
    signs: config.role === 'kiosk' ? ['devices', 'page'] : ['devices'],
    isQuiet: () => signs.isQuiet(quietAfterMs),
    restart: () => end(RESTART_FOR_UPDATE),
    log,
  });
  return { signs, close: () => under.close() };
}
