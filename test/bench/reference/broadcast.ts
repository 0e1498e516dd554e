// The least that a call on fifty boards can cost: a bare socket.io server that sends 2 kB to a room when somebody presses.
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { listen } from './listen.ts';

const VIEW_BYTES = 2_048;
/** Lines as a board's view has them, so that reading 2 kB costs the receiving side on both sides the same. */
const calls = Array.from({ length: 15 }, (_, at) => ({
  callSeq: 61_000 + at,
  ticketNumber: `A${100 + at}`,
  windowLabel: String(100 + at),
  calledAt: Date.UTC(2026, 10, 23, 12) + at,
  callCount: 1,
  startedAt: Date.UTC(2026, 10, 23, 12) + at,
}));

const http = createServer();
const io = new Server(http, { transports: ['websocket'], perMessageDeflate: false });
io.on('connection', (socket) => {
  socket.on('board', (acknowledge: () => void) => {
    void socket.join('boards');
    acknowledge();
  });
  socket.on('press', (press: number) => {
    const view = { press, calls, filler: '' };
    view.filler = 'x'.repeat(VIEW_BYTES - JSON.stringify(view).length);
    io.to('boards').emit('view', view);
  });
});
listen(http);
