// `npm run lint`: the linter over everything, in two processes: the pages, their journeys and the drivers, and beside them all the rest.
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const ESLINT = join(ROOT, 'node_modules/eslint/bin/eslint.js');

/** About half of the work. Each but the last is a program of its own for the compiler (test/types.ts), which is made only once this way. */
const ONE_HALF = [
  'look',
  'display-board',
  'consoles',
  'kiosk-app/pages',
  'kiosk-app/caller-page',
  'kiosk-app/electron/page-side',
  'demo/pages',
  'test/journeys',
  'drivers',
];
/** Whatever is not in the one half, so that no file is passed over. */
const OTHER_HALF = ['.', ...ONE_HALF.flatMap((folder) => ['--ignore-pattern', `${folder}/**`])];

const results = await Promise.all([ONE_HALF, OTHER_HALF].map(lint));
process.exit(results.every((code) => code === 0) ? 0 : 1);

function lint(args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [ESLINT, '--max-warnings', '0', ...args], { cwd: ROOT, stdio: 'inherit' });
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}
