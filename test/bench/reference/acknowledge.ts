// The least that a durable ticket can cost: a bare socket.io server that commits one row and acknowledges. Arguments: database, `one` or `group`.
import { createServer } from 'node:http';
import Database from 'better-sqlite3';
import { Server } from 'socket.io';
import { listen } from './listen.ts';

const [file = '', mode = 'one'] = process.argv.slice(2);
const db = new Database(file);
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.exec('CREATE TABLE IF NOT EXISTS row (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, body TEXT NOT NULL) STRICT');
const insert = db.prepare('INSERT INTO row (at, body) VALUES (?, ?)');
const insertAll = db.transaction((waiting: readonly Waiting[]) => waiting.map(({ body }) => store(body)));

type Acknowledge = (answer: { id: number }) => void;
interface Waiting {
  readonly body: unknown;
  readonly acknowledge: Acknowledge;
}

const http = createServer();
const io = new Server(http, { transports: ['websocket'], perMessageDeflate: false });
let waiting: Waiting[] = [];
io.on('connection', (socket) => {
  socket.on('command', (body: unknown, acknowledge: Acknowledge) => {
    if (mode === 'one') acknowledge({ id: store(body) });
    else enqueue({ body, acknowledge });
  });
});
listen(http);

function store(body: unknown): number {
  return Number(insert.run(Date.now(), JSON.stringify(body)).lastInsertRowid);
}

/** Requests of one turn of the event loop share a transaction. */
function enqueue(request: Waiting): void {
  waiting.push(request);
  if (waiting.length > 1) return;
  setImmediate(() => {
    const batch = waiting;
    waiting = [];
    const ids = insertAll(batch);
    batch.forEach(({ acknowledge }, at) => acknowledge({ id: ids[at] ?? 0 }));
  });
}
