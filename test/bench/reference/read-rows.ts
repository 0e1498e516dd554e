// The least that a start can cost: every row of the journal read, parsed and hashed, nothing else. Argument: the database.
import { createHmac } from 'node:crypto';
import Database from 'better-sqlite3';

interface Row {
  readonly seq: number;
  readonly at: number;
  readonly type: string;
  readonly principal: string;
  readonly body: string;
}

const db = new Database(process.argv[2] ?? '', { readonly: true });
let previous = Buffer.alloc(32);
let rows = 0;
for (const row of db.prepare<[], Row>('SELECT seq, at, type, principal, body FROM event ORDER BY seq').iterate()) {
  const text = `${row.seq} ${row.at} ${row.type}${row.principal}${row.body}`;
  previous = createHmac('sha256', 'key').update(previous).update(text).digest();
  const event: unknown = JSON.parse(row.body);
  if (typeof event === 'object') rows += 1;
}
process.stdout.write(`${JSON.stringify({ rows, hash: previous.toString('hex') })}\n`);
