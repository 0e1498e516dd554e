// Proves of every console's door that its one React root has somebody to stand it up again: no page stays blank.
import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it.each(globSync('*/main.tsx', { cwd: import.meta.dirname }))('%s gives its root what stands it up again', (door) => {
  const roots = readFileSync(`${import.meta.dirname}/${door}`, 'utf8').match(/\bcreateRoot\(.*/g) ?? [];
  expect(roots).toHaveLength(1);
  expect(roots[0]).toMatch(/^createRoot\((\w+), standAgain\(\1, 'console'\)\)/);
});
