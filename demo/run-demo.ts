// Starts the demo hall part by part and ends it in the opposite order. Reads like a table of contents.
import { mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { Bench } from './bench.ts';
import { ClosingList } from './closing-list.ts';
import { demoCredentials } from './credentials.ts';
import { DemoCannotStart } from './demo-cannot-start.ts';
import { REPOSITORY, demoOptions, type DemoOptions } from './demo-options.ts';
import { chooseWiring } from './device-line.ts';
import { arePagesFresh, buildPages } from './fresh-pages.ts';
import { HallApi } from './hall-api.ts';
import { HallProcess } from './hall-process.ts';
import { KeptPorts, isFree } from './kept-ports.ts';
import { startLandingServer } from './landing-server.ts';
import { LogFile } from './log-file.ts';
import { leaveNote, otherDemoOn } from './other-demo.ts';
import { PageDesk } from './page-desk.ts';
import { withPhonePage } from './phone-page.ts';
import { screensOf } from './screens.ts';
import { padWindows, startTerminals } from './terminals.ts';
import { CONSOLE_TEXTS as TEXTS } from './texts.ts';
import type { HallState } from './wire.ts';

const HALL_PORT = 8089;
const LANDING_PORT = 8088;

/** Resolves when everything runs; ends the process itself at SIGINT or SIGTERM. Rejects with DemoCannotStart. */
export async function runDemo(argv: readonly string[]): Promise<void> {
  const options = demoOptions(argv);
  mkdirSync(options.dataFolder, { recursive: true, mode: 0o700 });
  const closing = new ClosingList();
  endOnSignals(closing);
  try {
    await startParts({ ...options, dataFolder: realpathSync(options.dataFolder) }, closing);
  } catch (error) {
    await closing.close();
    throw error;
  }
}

async function startParts({ dataFolder, landingPort, hasPhonePage }: DemoOptions, closing: ClosingList): Promise<void> {
  const other = await otherDemoOn(dataFolder);
  if (other !== null) throw new DemoCannotStart(TEXTS.alreadyRunning(other));
  if (!arePagesFresh(REPOSITORY)) {
    say(TEXTS.building);
    await buildPages(REPOSITORY);
  }
  const ports = new KeptPorts(join(dataFolder, 'ports.json'));
  const pagePort = await chooseLandingPort(landingPort, ports);
  const logFile = new LogFile(dataFolder, 'demo.log');
  closing.add(() => logFile.close());

  const hallPort = await ports.take('hall', HALL_PORT);
  const hallUrl = `http://127.0.0.1:${hallPort}`;
  let tellPages: (state: HallState) => void = () => undefined;
  const hall = startHall(dataFolder, hallPort, (state, ending) => {
    tellPages(state);
    if (ending !== null) say(TEXTS.hallEnded(ending));
  });
  closing.add(() => hall.stop());
  await hall.start();

  const api = new HallApi(hallUrl, join(dataFolder, 'hall', 'admin-token'));
  const kept = await api.config();
  const config = await withPhonePage(api, kept, hasPhonePage ? hallUrl : null);
  const credentials = await demoCredentials(join(dataFolder, 'credentials.json'), api, config);

  const wiring = await chooseWiring();
  say(wiring.kind === 'pty' ? TEXTS.ptys : TEXTS.memoryLines(wiring.reason ?? ''));
  const bench = await Bench.open(wiring, padWindows(config));
  closing.add(() => bench.close());
  const terminals = await startTerminals({
    ...{ config, credentials, bench, hallUrl, dataFolder, ports, logFile },
    wiring: wiring.kind,
  });
  closing.add(() => terminals.close());

  const desk = new PageDesk(bench, screensOf({ config, credentials, terminals, hallUrl }), 'running');
  closing.add(() => desk.close());
  tellPages = (state) => (desk.hall = state);
  const landing = await startLandingServer({ port: pagePort, bench, desk, dataFolder });
  closing.add(() => landing.close());
  closing.add(leaveNote(dataFolder, landing.url));
  say(TEXTS.running(landing.url));
}

function startHall(dataFolder: string, port: number, onState: (state: HallState, ending: string | null) => void) {
  return new HallProcess({
    program: [
      join(REPOSITORY, 'hall-server', 'main.ts'),
      ...['--port', String(port)],
      ...['--data', join(dataFolder, 'hall')],
      ...['--config', join(REPOSITORY, 'test', 'data', 'halls', 'demo.json')],
    ],
    logFolder: dataFolder,
    onState,
  });
}

/** The wanted port or none; without a wish the port of last time, the usual one, or the next free one. */
async function chooseLandingPort(wanted: number | null, ports: KeptPorts): Promise<number> {
  if (wanted === null) {
    const port = await ports.take('landing', LANDING_PORT);
    if (port !== LANDING_PORT && !(await isFree(LANDING_PORT))) say(TEXTS.otherPort(LANDING_PORT, port));
    return port;
  }
  if (await isFree(wanted)) return wanted;
  throw new DemoCannotStart(TEXTS.portTaken(wanted));
}

/** The first signal ends everything in order, a second one at once: children of a dead demo end by themselves. */
function endOnSignals(closing: ClosingList): void {
  let isEnding = false;
  const end = (): void => {
    if (isEnding) process.exit(1);
    isEnding = true;
    say(TEXTS.ending);
    closing.close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
