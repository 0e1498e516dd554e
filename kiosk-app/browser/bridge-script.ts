// The script that gives the page its terminal (`window.jiaohaoTerminal`, wire/page.ts): a WebSocket that comes back by itself.

/** Close code to a page that a newer page has replaced: it must not come back. */
export const REPLACED = 4001;
/** The subprotocol that carries a connection's token; a token in the address would be in logs and histories. */
export const TOKEN_PROTOCOL = 'jiaohao.';

/**
 * The script of the page below `prefix`. Classic script in the words of an old browser (chrome87). It fetches a token for every connection, which only a page of
 * the same origin can read. What is sent while the connection is away waits for it, but not past a `lost`.
 */
export const bridgeScript = (prefix: string): string => `'use strict';
(function () {
  var listeners = [];
  var socket = null;
  var waiting = [];
  var retryMs = 250;
  var toldTouchAt = 0;
  var pageId = Array.from(crypto.getRandomValues(new Uint8Array(16)))
    .map(function (byte) { return byte.toString(16).padStart(2, '0'); })
    .join('');
  function tell(message) {
    listeners.forEach(function (listener) { listener(message); });
  }
  function lost() {
    socket = null;
    waiting = [];
    tell({ lost: true });
    setTimeout(connect, retryMs);
    retryMs = Math.min(retryMs * 2, 3000);
  }
  function open(token) {
    var opened = new WebSocket('ws://' + location.host + '${prefix}bridge', '${TOKEN_PROTOCOL}' + token);
    opened.onopen = function () {
      socket = opened;
      retryMs = 250;
      waiting.splice(0).forEach(function (text) { opened.send(text); });
    };
    opened.onmessage = function (event) { tell(JSON.parse(event.data)); };
    opened.onclose = function (event) {
      if (event.code !== ${REPLACED}) return lost();
      socket = null;
      tell({ lost: true });
    };
  }
  function connect() {
    fetch('${prefix}page-token', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ pageId: pageId }),
    })
      .then(function (response) {
        if (!response.ok) throw new Error('no token: ' + response.status);
        return response.json();
      })
      .then(function (answer) { open(answer.token); }, lost);
  }
  // The host must know that somebody is here; which key or place is nobody's business.
  function touched() {
    if (!socket || Date.now() - toldTouchAt < 5000) return;
    toldTouchAt = Date.now();
    socket.send('{"touched":true}');
  }
  if (window.addEventListener) {
    window.addEventListener('pointerdown', touched, true);
    window.addEventListener('keydown', touched, true);
  }
  window.jiaohaoTerminal = {
    hasStaffDoor: true,
    send: function (message) {
      var text = JSON.stringify(message);
      if (socket) socket.send(text);
      else waiting.push(text);
    },
    listen: function (listener) {
      listeners.push(listener);
      if (listeners.length === 1) connect();
    }
  };
})();
`;
