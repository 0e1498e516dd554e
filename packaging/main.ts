// `npm run dist [-- --only hall|terminal|electron] [--platform linux-x64] [--signing-key FILE]`: everything that is shipped.
import { parseArgs } from 'node:util';
import { assertPlatform, PLATFORM_IDS } from './platforms.ts';
import { buildHalls } from './hall.ts';
import { buildTerminals } from './terminal.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: ['hall', 'terminal', 'electron'] },
    platform: { type: 'string', multiple: true },
    'signing-key': { type: 'string' },
  },
});
const platforms = values.platform?.map(assertPlatform) ?? PLATFORM_IDS;
const wanted = (part: string) => values.only.includes(part);

const made: object[] = [];
if (wanted('hall')) made.push(...(await buildHalls(platforms)).map((hall) => ({ part: 'hall', ...hall })));
if (wanted('terminal')) {
  const terminals = await buildTerminals(platforms, values['signing-key'] ?? null);
  made.push(...terminals.map((terminal) => ({ part: 'terminal', ...terminal })));
}
for (const line of made) process.stdout.write(`${JSON.stringify(line)}\n`);
