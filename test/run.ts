// `npm test`: everything that must hold before a change lands; in each row what fits beside each other on two cores.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { isBuilt } from '../build-stamp.ts';
import { provideSystemNeeds } from './system-needs.ts';

const ROOT = join(import.meta.dirname, '..');
const BIN = join(ROOT, 'node_modules');

const missing = provideSystemNeeds();
if (missing.length > 0) {
  process.stderr.write(`${missing.join('\n')}\n`);
  process.exit(1);
}

interface Step {
  readonly name: string;
  readonly args: readonly string[];
}
const vitest = (project: string): Step => ({
  name: project,
  args: [join(BIN, 'vitest/vitest.mjs'), 'run', '--project', project],
});

const BUILD: readonly Step[] = [
  { name: 'pages', args: [join(ROOT, 'build-pages.ts')] },
  { name: 'shell', args: [join(ROOT, 'build-shell.ts')] },
];
const mustBuild = !(await isBuilt());
if (!mustBuild) process.stdout.write('== pages, shell: built from these very sources by the install\n');

/** What stands in one row needs little of each other and runs together; its words are shown when it has ended. */
const ROWS: readonly (readonly Step[])[] = [
  [
    { name: 'types', args: [join(ROOT, 'test/types.ts')] },
    { name: 'format', args: [join(BIN, 'prettier/bin/prettier.cjs'), '--log-level', 'warn', '--check', '.'] },
    ...(mustBuild ? BUILD : []),
  ],
  [vitest('unit')],
  [vitest('side-by-side')],
  // The linter keeps one core busy; these journeys, one after the other, use less than the other.
  [{ name: 'lint', args: [join(BIN, 'eslint/bin/eslint.js'), '--max-warnings', '0', '.'] }, vitest('journeys')],
];

let passed = 0;
for (const row of ROWS) {
  const isAlone = row.length === 1;
  const results = await Promise.all(row.map((step) => run(step, isAlone)));
  if (results.includes(false)) process.exit(1);
  passed += row.length;
}
process.stdout.write(`\n${passed} passed, 0 failed\n`);

async function run({ name, args }: Step, isAlone: boolean): Promise<boolean> {
  const began = performance.now();
  if (isAlone) process.stdout.write(`\n== ${name}\n`);
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: isAlone ? 'inherit' : ['ignore', 'pipe', 'pipe'] });
  const words: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => words.push(chunk));
  const [status] = (await once(child, 'close')) as [number | null];
  const seconds = Math.round((performance.now() - began) / 1000);
  if (!isAlone) process.stdout.write(`\n== ${name}\n${Buffer.concat(words).toString()}`);
  process.stdout.write(`== ${name}: ${status === 0 ? 'passed' : 'FAILED'} in ${seconds} s\n`);
  return status === 0;
}
