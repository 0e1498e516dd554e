// Proves of every page that its one React root is made where somebody stands it up again: no page stays blank, none goes on with what was.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const sources = globSync('{consoles,display-board,kiosk-app,demo}/**/*.{ts,tsx}', {
  cwd: ROOT,
  exclude: (path) => path.includes('node_modules'),
});
const uses = sources.flatMap((file) =>
  readFileSync(join(ROOT, file), 'utf8')
    .split('\n')
    .filter((line) => /\bcreateRoot\b/.test(line) && !line.startsWith('import'))
    .map((line) => [file, line.trim()] as const),
);

it('is looked for at every door', () => {
  expect(uses.map(([file]) => file)).toEqual(
    expect.arrayContaining(['clerk', 'health', 'pad'].map((page) => join('consoles', page, 'main.tsx'))),
  );
  expect(uses).toHaveLength(new Set(uses.map(([file]) => file)).size);
  expect(uses.length).toBeGreaterThanOrEqual(7);
});

it.each(uses)('%s: %s', (_file, line) => {
  expect(line).toMatch(/\bstandAgain\(\w+, '(board|console|hosted)', createRoot\)/);
});
