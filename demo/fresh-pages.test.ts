// When the pages need to be built: missing, or older than anything they are made of.
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { arePagesFresh } from './fresh-pages.ts';
import { temporaryFolder } from './temporary-folder.ts';

const PAGES = ['board', 'window-screen', 'clerk', 'kiosk', 'bench', 'health', 'pad', 'phone', 'caller'];

function write(folder: string, path: string, atSeconds: number): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '');
  utimesSync(file, atSeconds, atSeconds);
}

test('fresh until a source is newer or a page is gone; tests and other folders do not count', () => {
  const folder = temporaryFolder();
  write(folder, 'consoles/clerk/app.tsx', 1_000);
  expect(arePagesFresh(folder)).toBe(false);
  for (const page of PAGES) write(folder, `dist/${page}/index.html`, 2_000);
  expect(arePagesFresh(folder)).toBe(true);
  write(folder, 'consoles/clerk/app.test.ts', 3_000);
  write(folder, 'hall-server/main.ts', 3_000);
  expect(arePagesFresh(folder)).toBe(true);
  write(folder, 'look/tokens.css', 3_000);
  expect(arePagesFresh(folder)).toBe(false);
});
