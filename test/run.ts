// `npm test`: everything that must hold before a change lands, in the order in which it fails fastest.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { provideSystemNeeds } from './system-needs.ts';

const ROOT = join(import.meta.dirname, '..');
const BIN = join(ROOT, 'node_modules');

const missing = provideSystemNeeds();
if (missing.length > 0) {
  process.stderr.write(`${missing.join('\n')}\n`);
  process.exit(1);
}

const STEPS: readonly { name: string; args: string[] }[] = [
  { name: 'types', args: [join(ROOT, 'test/types.ts')] },
  { name: 'lint', args: [join(BIN, 'eslint/bin/eslint.js'), '--max-warnings', '0', '.'] },
  { name: 'format', args: [join(BIN, 'prettier/bin/prettier.cjs'), '--log-level', 'warn', '--check', '.'] },
  { name: 'pages', args: [join(ROOT, 'build-pages.ts')] },
  { name: 'shell', args: [join(ROOT, 'build-shell.ts')] },
  { name: 'unit', args: [join(BIN, 'vitest/vitest.mjs'), 'run', '--project', 'unit'] },
  { name: 'journeys', args: [join(BIN, 'vitest/vitest.mjs'), 'run', '--project', 'journeys'] },
];

for (const { name, args } of STEPS) {
  process.stdout.write(`\n== ${name}\n`);
  const began = performance.now();
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
  process.stdout.write(
    `== ${name}: ${status === 0 ? 'passed' : 'FAILED'} in ${Math.round((performance.now() - began) / 1000)} s\n`,
  );
  if (status !== 0) process.exit(1);
}
process.stdout.write(`\n${STEPS.length} passed, 0 failed\n`);
