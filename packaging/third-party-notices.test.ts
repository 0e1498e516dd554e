// The notices name what is shipped, with the licences themselves, and nothing of the workshop.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './platforms.ts';
import { HALL_WORKSPACES, TERMINAL_WORKSPACES, thirdPartyNotices } from './third-party-notices.ts';

const SHIPPED = { hall: HALL_WORKSPACES, terminal: TERMINAL_WORKSPACES };
const titles = (notices: string) => [...notices.matchAll(/^={78}\n\n(\S+) \S+\nLicence: /gm)].map(([, name]) => name);

test.each([
  ['hall', ['fastify', 'better-sqlite3', 'socket.io', 'react', 'prom-client', '@fontsource/noto-sans-sc', 'scheduler']],
  ['terminal', ['serialport', 'node-hid', 'usb', '@napi-rs/canvas', 'react-dom', 'socket.io-client', 'iconv-lite']],
] as const)('%s: its packages and what they need, none of the workshop', (program, some) => {
  const named = titles(thirdPartyNotices(SHIPPED[program]));
  expect(named).toEqual(expect.arrayContaining([...some]));
  expect(named.filter((name) => /^(vite|vitest|eslint|typescript|electron|@types|@jiaohao)/.test(name ?? ''))).toEqual(
    [],
  );
});

test('with the licence’s own words', () => {
  const hall = thirdPartyNotices(HALL_WORKSPACES);
  expect(hall).toContain(readFileSync(join(ROOT, 'node_modules/fastify/LICENSE'), 'utf8').trim());
  expect(hall).toContain('SIL OPEN FONT LICENSE');
  expect(hall).not.toContain(ROOT);
});

test('what programs and pages import is named', () => {
  const imported = (workspaces: readonly string[]) =>
    workspaces.flatMap((workspace) =>
      readdirSync(join(ROOT, workspace), { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|(^|\/)testing\/|simulator|fuses\.ts/.test(file))
        .flatMap((file) => {
          const text = readFileSync(join(ROOT, workspace, file), 'utf8');
          return [...text.matchAll(/^(?:import|\} from)[^'\n]*'(@[\w-]+\/[\w.-]+|[a-z][\w.-]*)[^']*'/gm)].map(
            ([, name]) => name,
          );
        }),
    );
  for (const workspaces of Object.values(SHIPPED)) {
    const named = new Set<string | undefined>(titles(thirdPartyNotices(workspaces)));
    const foreign = imported(workspaces).filter((name) => !/^(node$|electron$|@jiaohao\/|virtual)/.test(name ?? ''));
    expect(foreign.length).toBeGreaterThan(10);
    expect([...new Set(foreign.filter((name) => !named.has(name)))]).toEqual([]);
  }
});
