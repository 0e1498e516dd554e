// `node test/replay/pack.ts TABLE.csv FOLDER`: makes the compact files under test/data from a whole table, one an office.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeCompactDays } from './compact-days.ts';
import { readQueueTable } from './queue-table.ts';

const [table = '', folder = ''] = process.argv.slice(2);
const offices = Map.groupBy(readQueueTable(readFileSync(table, 'utf8')), (day) => day.office);
for (const [office, days] of offices) {
  const about =
    '# Made by test/replay/pack.ts; where it comes from and what is left out: SOURCES.md beside this file.\n';
  writeFileSync(join(folder, `${office}.txt`), about + writeCompactDays(days));
}
