// The script by which a page in a browser comes back when its own script fails: loaded anew, and after repeated falls replaced by plain HTML.

/** Packed beside each page; its HTML needs nothing that could fail (kiosk-app/pages/public/, caller-page/public/). */
export const ONE_MOMENT_PAGE = 'one-moment.html';
/** From that page the real one is tried again. */
export const TRY_AGAIN_S = 20;

/**
 * Classic script in the words of an old browser (chrome87), before the page's own. A page stands while its root has something
 * in it: React takes everything out of it when drawing throws. The kiosk's core finds the person's number for the new page.
 */
export const STANDING_SCRIPT = `'use strict';
(function () {
  if (!window.addEventListener) return;
  var WAITS_MS = [0, 1000, 2000];
  var FORGET_AFTER_MS = 300000;
  var STANDS_WITHIN_MS = 15000;
  var KEPT_AS = 'jiaohao.falls';
  var hasStood = false;
  var hasFallen = false;
  function earlier() {
    try {
      return JSON.parse(sessionStorage.getItem(KEPT_AS) || '[]');
    } catch (error) {
      return [];
    }
  }
  function fell() {
    if (hasFallen) return;
    hasFallen = true;
    var now = Date.now();
    var falls = earlier().filter(function (at) { return at <= now && now - at < FORGET_AFTER_MS; });
    try {
      sessionStorage.setItem(KEPT_AS, JSON.stringify(falls.concat(now).slice(-10)));
    } catch (error) {
      falls = WAITS_MS;
    }
    if (falls.length < WAITS_MS.length) setTimeout(function () { location.reload(); }, WAITS_MS[falls.length]);
    else location.replace('./${ONE_MOMENT_PAGE}');
  }
  window.addEventListener('error', function (event) {
    var isScript = event.target === window || (event.target && event.target.tagName === 'SCRIPT');
    if (isScript && !hasStood) fell();
  }, true);
  document.addEventListener('DOMContentLoaded', function () {
    var root = document.querySelector('#kiosk, #root');
    if (!root) return;
    function look() {
      if (root.firstChild) hasStood = true;
      else if (hasStood) fell();
    }
    new MutationObserver(look).observe(root, { childList: true });
    look();
    setTimeout(function () { if (!hasStood) fell(); }, STANDS_WITHIN_MS);
  });
})();
`;
