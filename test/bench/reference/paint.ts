// The least that a call on a board's glass can cost: an empty page that writes what a bare broadcast brings, and says when it is painted.
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { listen } from './listen.ts';

/** Confirms as a board does: the second animation frame after the change is the first that follows its paint. */
const PAGE = `<!doctype html><meta charset="utf-8"><title>bare</title><h1 id="shown">0</h1>
<script src="/socket.io/socket.io.min.js"></script>
<script>
  var socket = io({ transports: ['websocket'] });
  socket.on('view', function (press) {
    document.getElementById('shown').textContent = press;
    requestAnimationFrame(function () {
      requestAnimationFrame(function () { socket.emit('painted', press); });
    });
  });
</script>`;

const http = createServer((request, response) => {
  const isPage = request.url === '/';
  response.writeHead(isPage ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' }).end(isPage ? PAGE : '');
});
const io = new Server(http, { transports: ['websocket'], perMessageDeflate: false });
io.on('connection', (socket) => {
  socket.on('press', (press: number) => io.emit('view', press));
  socket.on('painted', (press: number) => io.emit('receipts', press));
});
listen(http);
