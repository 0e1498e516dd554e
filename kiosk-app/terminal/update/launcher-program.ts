// The launcher as a program: `launcher --root DIR --factory DIR [--release-key FILE] -- ARGUMENTS of the terminal`.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { z } from 'zod';
import { ReleaseVersion } from '@jiaohao/contracts/updates';
import { Launcher } from './launcher.ts';

const FactoryPackage = z.looseObject({ version: ReleaseVersion });

const log = pino({ base: { program: 'launcher' } }, pino.destination({ dest: 2, sync: true }));

const { values, positionals } = parseArgs({
  options: {
    root: { type: 'string' },
    factory: { type: 'string' },
    'release-key': { type: 'string' },
    'healthy-within-ms': { type: 'string', default: '120000' },
  },
  allowPositionals: true,
});
if (values.root === undefined || values.factory === undefined) {
  process.stderr.write('Usage: launcher --root DIR --factory DIR [--release-key FILE] -- ARGUMENTS\n');
  process.exit(2);
}

const folder = resolve(values.factory);
const root = resolve(values.root);
const { version } = FactoryPackage.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
const keyFile = values['release-key'] === undefined ? null : resolve(values['release-key']);
mkdirSync(root, { recursive: true, mode: 0o700 });

const launcher = await Launcher.open({
  root,
  factory: { version, folder },
  args: positionals,
  releaseKeyFile: keyFile !== null && existsSync(keyFile) ? keyFile : null,
  log,
  healthyWithinMs: Number(values['healthy-within-ms']),
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void launcher.stop());
await launcher.run();
process.exit(0);
