// THIRD-PARTY-NOTICES.txt of what is shipped: every package that a workspace of ours needs at run time, with its licence as the package brings it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from './platforms.ts';
import { nearest } from './terminal/native-modules.ts';

export const NOTICES_FILE = 'THIRD-PARTY-NOTICES.txt';

/** What each program is made of; the pages that the hall serves are those of boards and consoles. */
export const HALL_WORKSPACES = ['hall-server', 'contracts', 'display-board', 'consoles', 'look'] as const;
export const TERMINAL_WORKSPACES = ['kiosk-app', 'contracts', 'drivers', 'look'] as const;

const OURS = '@jiaohao/';
const INSTALLED = join(ROOT, 'node_modules');
const PackageFile = z.looseObject({
  name: z.string(),
  version: z.string(),
  license: z.string().optional(),
  dependencies: z.record(z.string(), z.string()).default({}),
});
type PackageFile = z.infer<typeof PackageFile>;

/** Rather one too many (what a bundler left out is named too) than one too few. Throws where a package says nothing of its licence. */
export function thirdPartyNotices(workspaces: readonly string[]): string {
  const folders = [...neededBy(workspaces)].sort();
  const head = `This program holds work of others. Each of the ${folders.length} packages below follows with its licence.\n`;
  return [head, ...folders.map((folder) => noticeOf(join(INSTALLED, folder)))].join(`\n${'='.repeat(78)}\n\n`);
}

/** Paths inside node_modules, nested ones too, as Node would find them. */
function neededBy(workspaces: readonly string[]): Set<string> {
  const found = new Set<string>();
  const visit = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    for (const name of Object.keys(packageAt(join(INSTALLED, path)).dependencies)) {
      // Types are no part of a program.
      if (!name.startsWith('@types/')) visit(nearest(path, name));
    }
  };
  for (const workspace of workspaces) {
    const names = Object.keys(packageAt(join(ROOT, workspace)).dependencies);
    names.filter((name) => !name.startsWith(OURS)).forEach((name) => visit(nearest('', name)));
  }
  return found;
}

function noticeOf(folder: string): string {
  const { name, version, license } = packageAt(folder);
  const texts = readdirSync(folder)
    .filter((file) => /^(LICEN[CS]E|NOTICE|COPYING)/i.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  if (license === undefined && texts.length === 0) throw new Error(`${name} ${version} says nothing of its licence`);
  const words = texts.length === 0 ? ['The package brings no text of its licence.'] : texts;
  return `${name} ${version}\nLicence: ${license ?? 'see below'}\n\n${words.join('\n\n')}\n`;
}

function packageAt(folder: string): PackageFile {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) throw new Error(`${file} is not there: run npm ci`);
  return PackageFile.parse(JSON.parse(readFileSync(file, 'utf8')));
}
