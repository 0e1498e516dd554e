// The packaged program's first file. Started by a person or the session it is the launcher; started by that, the version it is told.
import { app, dialog } from 'electron';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pino } from 'pino';
import { z } from 'zod';
import { ReleaseVersion } from '@jiaohao/contracts/updates';
import { lockOnMachine } from '../terminal/machine-lock.ts';
import { Launcher, type VersionCommand } from '../terminal/update/launcher.ts';
import { openLogFiles } from './log-files.ts';
import { RESTART_WITHOUT_GRAPHICS } from './orderly-end.ts';
import { LAUNCHER_LOCK, RUN_VERSION, versionIn } from './run-version.ts';

app.setName('jiaohao-terminal');
const data = join(app.getPath('appData'), 'jiaohao-terminal');
const root = join(data, 'updates');
/** The package's own version; `dist/electron/` lies two folders down in it. */
const factoryFolder = join(import.meta.dirname, '../..');
const factory = {
  folder: factoryFolder,
  version: z
    .looseObject({ version: ReleaseVersion })
    .parse(JSON.parse(readFileSync(join(factoryFolder, 'package.json'), 'utf8'))).version,
};

const version = versionIn(process.argv);
// Not awaited: it ends with the terminal, and Electron is not ready before this file is.
if (version === null) launch().catch(cannotLaunch);
else {
  const folder = version === factory.version ? factory.folder : join(root, 'versions', version);
  // Awaited here, so that what it must say to Electron before it is ready is said in time.
  await import(/* @vite-ignore */ pathToFileURL(join(folder, 'dist/electron/main.js')).href);
}

async function launch(): Promise<void> {
  // It shows nothing: no graphics process, and another profile than the terminal's.
  app.disableHardwareAcceleration();
  app.setPath('userData', join(data, 'launcher'));
  const lockName = `launcher ${root}`;
  const lock = await lockOnMachine(lockName, 0);
  if (lock === null) {
    // This user's launcher runs: its terminal hears of a second start as of any.
    app.setPath('userData', data);
    app.requestSingleInstanceLock();
    app.exit(0);
    return;
  }
  const files = openLogFiles({ folder: join(data, 'launcher-logs') });
  const write = (line: string): void => {
    files.write(line);
    if (!app.isPackaged) process.stderr.write(line);
  };
  const key = join(data, 'release-key.pem');
  const launcher = await Launcher.open({
    root,
    factory,
    args: process.argv.slice(app.isPackaged ? 1 : 2),
    releaseKeyFile: existsSync(key) ? key : null,
    log: pino({ base: { program: 'launcher' } }, { write }),
    commandFor: (wanted, _folder, { program, electron }) =>
      program === 'electron' && isOurElectron(electron) ? commandFor(wanted, lockName) : null,
    restartsWith: new Map([[RESTART_WITHOUT_GRAPHICS, ['--disable-gpu']]]),
  });
  app.on('before-quit', (event) => {
    event.preventDefault();
    void launcher.stop();
  });
  await launcher.run();
  await files.close();
  app.exit(0);
}

/** For the technician, as nobody sees standard error. */
function cannotLaunch(error: unknown): void {
  const words = String(error instanceof Error ? error.stack : error);
  process.stderr.write(`${words}\n`);
  dialog.showErrorBox('叫号终端无法启动 The terminal cannot start', words);
  app.exit(1);
}

/** The same program once more. An unpackaged one is told its first file, and what Node was told. */
function commandFor(wanted: string, lockName: string): VersionCommand {
  const again = app.isPackaged ? [] : [...process.execArgv, process.argv[1] ?? ''];
  return {
    program: process.execPath,
    args: [...again, `${RUN_VERSION}${wanted}`],
    cwd: data,
    env: { [LAUNCHER_LOCK]: lockName },
  };
}

/** Programs built for another Electron come with an installer, not with an update. */
function isOurElectron(major: string | undefined): boolean {
  // Absent where the harness stands in for Electron.
  const { electron: own } = process.versions as Partial<NodeJS.ProcessVersions>;
  return own === undefined || major === undefined || own.split('.')[0] === major;
}
