// The least that a kiosk's page can cost: one line of words from the same server, under the same headers, nothing loaded.
import { pino } from 'pino';
import { createTextServer } from '../../../kiosk-app/browser/page-server.ts';
import { listening } from './listen.ts';

const PAGE = '<!doctype html><meta charset="utf-8"><title>empty</title><p>叫号</p>';

const server = createTextServer(() => PAGE, pino({ level: 'silent' }));
await server.listen({ host: '127.0.0.1', port: 0 });
listening(server.server);
