// Builds the pages where they are missing or older than what they are made of, so that `npm start` needs no second command.
import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DemoCannotStart } from './demo-cannot-start.ts';

const PAGES = ['board', 'window-screen', 'clerk', 'kiosk', 'bench', 'health', 'pad', 'phone', 'caller'];
const SOURCES = [
  'build-pages.ts',
  'package-lock.json',
  'contracts',
  'look',
  'display-board',
  'consoles',
  'kiosk-app/pages',
  'kiosk-app/caller-page',
  'kiosk-app/wire',
  'demo/pages',
  'demo/texts.ts',
  'demo/wire.ts',
];

/** `folder`: the repository. True when nothing needs to be built. */
export function arePagesFresh(folder: string): boolean {
  const builtAt = PAGES.map((page) => changedAt(join(folder, 'dist', page, 'index.html')));
  const newestSource = Math.max(...SOURCES.map((source) => newestUnder(join(folder, source))));
  return builtAt.every((at) => at !== null && at >= newestSource);
}

/** Rejects with DemoCannotStart when the build fails; its own words stand above. */
export async function buildPages(folder: string): Promise<void> {
  const child = spawn(process.execPath, ['build-pages.ts'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('exit', resolve);
    child.once('error', reject);
  });
  if (code !== 0)
    throw new DemoCannotStart('页面构建失败。 The pages could not be built: see above, then "npm run build".');
}

function changedAt(file: string): number | null {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? null;
}

function newestUnder(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  const names = readdirSync(path).filter((name) => name !== 'node_modules' && !name.includes('.test.'));
  return Math.max(0, ...names.map((name) => newestUnder(join(path, name))));
}
