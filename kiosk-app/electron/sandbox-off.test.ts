// A terminal whose pages run without Chromium's sandbox says so in its log; one with it says nothing.
import { expect, test, vi } from 'vitest';

const switches = vi.hoisted(() => new Set<string>());
vi.mock('electron', () => ({ app: { commandLine: { hasSwitch: (name: string) => switches.has(name) } } }));
const { warnSandboxOff } = await import('./sandbox-off.ts');

test.each([
  [[], []],
  [['disable-gpu'], []],
  [['disable-gpu', 'no-sandbox'], ['error']],
])('with %j', (given, said) => {
  switches.clear();
  for (const one of given) switches.add(one);
  const lines: string[] = [];
  const log = { info: () => lines.push('info'), warn: () => lines.push('warn'), error: () => lines.push('error') };
  warnSandboxOff(log);
  expect(lines).toEqual(said);
});
