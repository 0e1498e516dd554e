// A launcher whose host says how a version is started, and with which arguments it is started again.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Launcher, type LauncherOptions } from './launcher.ts';

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };
/** Notes its arguments; ends with 76 without `--calm`, else with 0. */
const PROGRAM = `
  const { appendFileSync } = require('node:fs');
  const [, , ...args] = process.argv;
  appendFileSync(process.env.JIAOHAO_UPDATE_ROOT + '/started', JSON.stringify([process.env.MARK, ...args]) + '\\n');
  process.exit(args.includes('--calm') ? 0 : 76);`;

async function run(options: Partial<LauncherOptions>, ready?: string): Promise<{ started: string[]; state: unknown }> {
  const root = mkdtempSync(join(tmpdir(), 'jiaohao-launcher-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const folders = [join(root, 'factory'), join(root, 'versions/2.0.0')];
  for (const folder of folders) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'start.json'), '{"program":"electron","args":[],"electron":"45"}');
  }
  writeFileSync(join(root, 'main.cjs'), PROGRAM);
  if (ready !== undefined) writeFileSync(join(root, 'ready.json'), JSON.stringify({ version: ready }));
  const launcher = await Launcher.open({
    root,
    factory: { version: '1.0.0', folder: join(root, 'factory') },
    args: ['--given'],
    releaseKeyFile: null,
    log: SILENT,
    backoffMs: { least: 10, most: 10 },
    restartsWith: new Map([[76, ['--calm']]]),
    commandFor: (version, _folder, { electron }) =>
      version === '2.0.0'
        ? null
        : {
            program: process.execPath,
            args: [join(root, 'main.cjs'), `v${version}`],
            cwd: root,
            env: { MARK: electron ?? '' },
          },
    ...options,
  });
  await launcher.run();
  const state: unknown = ready === undefined ? null : JSON.parse(readFileSync(join(root, 'launcher.json'), 'utf8'));
  return { started: readFileSync(join(root, 'started'), 'utf8').trim().split('\n'), state };
}

test('a version is started as its host says, and again with more arguments after a certain end', async () => {
  const { started } = await run({});
  expect(started.map((line) => JSON.parse(line) as unknown)).toEqual([
    ['45', 'v1.0.0', '--given'],
    ['45', 'v1.0.0', '--given', '--calm'],
  ]);
});

test('a version that this host cannot start is given back', async () => {
  const { started, state } = await run({}, '2.0.0');
  expect(started[0]).toContain('v1.0.0');
  expect(state).toMatchObject({ current: '1.0.0', rejected: [{ version: '2.0.0', failure: 'cannotStart' }] });
});
