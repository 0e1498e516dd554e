// The script in the terminal's place that takes tickets on the kiosk's page as fast as it draws: touches, answers, and back to the start.

/**
 * Classic script, served as `/bridge.js`. `bench.visits({count, update, ticket})` resolves when as many people came and went. The page's
 * monotonic clock is put forward between touches, so that each counts; its timers stay the browser's own. A visit keeps nothing.
 */
export const KIOSK_VISITS = `(function () {
  var listeners = [];
  var asked = null;
  var aheadMs = 0;
  var visits = 0;
  var TAP_APART_MS = 1000;
  var TURNS_MAX = 5000;
  var realNow = performance.now.bind(performance);
  performance.now = function () { return realNow() + aheadMs; };

  window.jiaohaoTerminal = {
    send: function (message) { if (message.type === 'takeTicket') asked = message; },
    listen: function (listener) { listeners.push(listener); },
  };
  function tell(message) { listeners.forEach(function (listener) { listener(message); }); }

  // A turn of the event loop without the wait that browsers add to timers.
  var channel = new MessageChannel();
  var turned = null;
  channel.port1.onmessage = function () { turned(); };
  function turn() {
    return new Promise(function (resolve) { turned = resolve; channel.port2.postMessage(0); });
  }
  async function until(what, look) {
    for (var turns = 0; turns < TURNS_MAX; turns += 1) {
      var found = look();
      if (found) return found;
      await turn();
    }
    throw new Error('ticket ' + visits + ': no ' + what + ' on ' + document.body.innerText);
  }
  async function touch(selector) {
    var control = await until(selector, function () {
      return document.querySelector(selector + '[aria-disabled="false"]');
    });
    aheadMs += TAP_APART_MS;
    control.click();
  }
  async function visit(update, ticket) {
    visits += 1;
    asked = null;
    update.view.seq += 1;
    tell({ type: 'update', update: update });
    // Every tenth goes the long way through the list; the others lay their card.
    if (visits % 10 === 0) {
      await touch('.start-page .choose-way');
      await touch('.item');
      await touch('.lay-card-page .without-card');
    } else {
      await until('start page', function () { return document.querySelector('.start-page'); });
      tell({ type: 'card', notice: { state: 'laid' } });
    }
    var ask = await until('question', function () { return asked; });
    ticket.ticketId += 1;
    ticket.ticketNumber = 'A' + ('00' + (visits % 1000)).slice(-3);
    tell({ type: 'printing', printing: { requestId: ask.request.requestId, ticket: ticket } });
    await turn();
    tell({ type: 'answer', id: ask.id, outcome: { type: 'printed', ticket: ticket } });
    tell({ type: 'card', notice: { state: 'lifted' } });
    await touch('.ticket-page .footer .filled');
  }
  window.bench = {
    visits: async function (wanted) {
      // A new copy for every message, as a host's JSON makes it.
      for (var left = wanted.count; left > 0; left -= 1) {
        var copy = JSON.parse(JSON.stringify(wanted));
        copy.update.view.seq = copy.ticket.ticketId = visits + 1;
        await visit(copy.update, copy.ticket);
      }
      return visits;
    },
  };
})();
`;
