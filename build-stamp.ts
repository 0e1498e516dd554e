// Which sources the pages and the shell in dist/ were built from, so that a test run right after the install does not build them twice.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { join } from 'node:path';

const ROOT = import.meta.dirname;
const STAMP = join(ROOT, 'dist', 'built-from');
/** Everything that a page or the shell could be made of; more than is needed costs a build, less would test an old one. */
const SOURCES = ['*.ts', '*.json', '{contracts,look,drivers,kiosk-app,display-board,consoles,demo,packaging}/**/*'];
const isOther = (name: string): boolean => name === 'node_modules' || name === 'dist';

/** True when dist/ was built by `npm run build` from the sources as they are now. */
export async function isBuilt(): Promise<boolean> {
  return (await sourcesHash()) === stampOrNull();
}

/** To be called before anything in dist/ is built. */
export function forgetStamp(): void {
  rmSync(STAMP, { force: true });
}

async function sourcesHash(): Promise<string> {
  const files: string[] = [];
  for await (const entry of glob(SOURCES, { cwd: ROOT, withFileTypes: true, exclude: ({ name }) => isOther(name) })) {
    if (entry.isFile()) files.push(join(entry.parentPath, entry.name));
  }
  const hash = createHash('sha256');
  for (const file of files.toSorted()) hash.update(`${file}\n`).update(readFileSync(file)).update('\n');
  return hash.digest('hex');
}

function stampOrNull(): string | null {
  try {
    return readFileSync(STAMP, 'utf8');
  } catch {
    return null; // never built
  }
}

if (import.meta.main) {
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  writeFileSync(STAMP, await sourcesHash());
}
