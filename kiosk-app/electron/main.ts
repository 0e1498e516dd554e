// The Electron host's main process. `npm run kiosk -- --config FILE`; packaged, `terminal.json` in the program's data folder.
import { app, dialog, Menu } from 'electron';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BadTerminalConfig } from '../terminal/terminal-config.ts';
import { lockTerminal } from '../terminal/machine-lock.ts';
import { readTerminalConfig } from '../terminal/read-config.ts';
import { warnReadablePin } from '../terminal/warn-readable-pin.ts';
import { CANNOT_START } from '../terminal/update/update-home.ts';
import { orderlyEnd } from './orderly-end.ts';
import { watchGraphics } from './graphics-watch.ts';
import { endWithLauncher, isLaunched, joinLauncher } from './join-launcher.ts';
import { lockPages } from './lock-pages.ts';
import { startTerminal } from './running-terminal.ts';
import { warnSandboxOff } from './sandbox-off.ts';
import { declarePageScheme } from './serve-pages.ts';
import { openSetUpShell } from './set-up-shell.ts';
import { openProgramLog } from './terminal-log.ts';

app.setName('jiaohao-terminal');
// The same place however the program is started: the lock of one instance a user lies there.
app.setPath('userData', join(app.getPath('appData'), 'jiaohao-terminal'));
app.enableSandbox();
app.commandLine.appendSwitch('disable-pinch');
app.commandLine.appendSwitch('overscroll-history-navigation', '0');
declarePageScheme();

// The one that runs is brought to the front. Between users of the machine `lockTerminal` decides.
if (app.requestSingleInstanceLock()) void app.whenReady().then(start);
else {
  process.stderr.write('The terminal runs already on this machine; it was brought to the front.\n');
  app.exit(0);
}

async function start(): Promise<void> {
  Menu.setApplicationMenu(null);
  const words = openProgramLog(join(app.getPath('userData'), 'logs'));
  const { log } = words;
  const end = orderlyEnd(words, isLaunched());
  endWithLauncher(() => end.leave());
  lockPages(log);
  try {
    const file = configFile();
    const setUp = existsSync(file) ? null : openSetUpShell(file, log, () => end.leave());
    let front: { focus(): void } | null = setUp;
    app.on('second-instance', () => front?.focus());
    await setUp?.done;
    const config = readTerminalConfig(file);
    await lockTerminal(config);
    words.goOnFor(config);
    warnSandboxOff(log);
    warnReadablePin(file, config, log);
    const launcher = joinLauncher(config, log, (code) => end.leave(code));
    const terminal = await startTerminal({ config, log, leave: () => end.leave(), signs: launcher.signs });
    end.closeFirst(async () => {
      await Promise.all([terminal.close(), launcher.close()]);
    });
    front = terminal.shell;
    // Only now: without any shell the program would end.
    setUp?.close();
    watchGraphics({
      repaint: () => terminal.shell.repaint(),
      isServing: () => terminal.shell.isServing(),
      restart: (args) => end.restart(args),
      log,
      isLaunched: isLaunched(),
    });
  } catch (error) {
    cannotStart(error);
  }
}

function configFile(): string {
  const at = process.argv.indexOf('--config');
  return process.argv[at + 1] === undefined || at === -1
    ? join(app.getPath('userData'), 'terminal.json')
    : (process.argv[at + 1] as string);
}

/** For the technician: on the screen, as nobody sees a kiosk's standard error. */
function cannotStart(error: unknown): void {
  const isMistake = error instanceof BadTerminalConfig || (error instanceof Error && 'code' in error);
  const sentence = isMistake ? error.message : String(error instanceof Error ? error.stack : error);
  process.stderr.write(`${sentence}\n`);
  dialog.showErrorBox('叫号终端无法启动 The terminal cannot start', sentence);
  // A launcher would start it again and again, and the mistake would be the same.
  app.exit(isMistake && isLaunched() ? CANNOT_START : 1);
}
