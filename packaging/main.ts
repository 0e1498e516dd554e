// `npm run dist [-- --only hall|terminal|electron] [--platform linux-x64] [--signing-key FILE]`: everything that is shipped.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { assertPlatform, DIST, PLATFORM_IDS } from './platforms.ts';
import { buildInstallers, packDry } from './electron.ts';
import { buildHalls } from './hall.ts';
import { buildTerminals } from './terminal.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: ['hall', 'terminal', 'electron'] },
    platform: { type: 'string', multiple: true },
    'signing-key': { type: 'string' },
    /** zlib's: 1 is fast, 9 is small. */
    level: { type: 'string', default: '6' },
  },
});
const platforms = values.platform?.map(assertPlatform) ?? PLATFORM_IDS;
const level = Number(values.level);
const wanted = (part: string) => values.only.includes(part);

const made: object[] = [];
if (wanted('hall')) made.push(...(await buildHalls(platforms, level)).map((hall) => ({ part: 'hall', ...hall })));
if (wanted('terminal')) {
  const terminals = await buildTerminals(platforms, values['signing-key'] ?? null, level);
  made.push(...terminals.map((terminal) => ({ part: 'terminal', ...terminal })));
}
if (wanted('electron')) {
  const { folder, inArchive, outside } = await packDry('linux-x64');
  const listing = join(DIST, 'electron-listing.txt');
  writeFileSync(listing, [...inArchive, ...outside.map((name) => `outside: ${name}`), ''].join('\n'));
  made.push({ part: 'electron dry run', folder, listing });
  made.push(
    ...(await buildInstallers(platforms, values['signing-key'] ?? null)).map((built) => ({
      part: 'electron',
      ...built,
    })),
  );
}
for (const line of made) process.stdout.write(`${JSON.stringify(line)}\n`);
