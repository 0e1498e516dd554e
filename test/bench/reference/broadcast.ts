// The least that a call on fifty boards can cost: a bare socket.io server that sends 2 kB to a room when somebody presses.
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { listen } from './listen.ts';

const VIEW_BYTES = 2_048;

const http = createServer();
const io = new Server(http, { transports: ['websocket'], perMessageDeflate: false });
io.on('connection', (socket) => {
  socket.on('board', (acknowledge: () => void) => {
    void socket.join('boards');
    acknowledge();
  });
  socket.on('press', (press: number) => {
    const view = { press, filler: '' };
    view.filler = 'x'.repeat(VIEW_BYTES - JSON.stringify(view).length);
    io.to('boards').emit('view', view);
  });
});
listen(http);
