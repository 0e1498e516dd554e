// Style and script of the page of a terminal that serves several windows: it renews what stands on it, and says when nobody answers.

/** The colours of look/tokens.css: the page is no built one. */
export const LINE_STYLE = `
body { margin: 0; font: 18px/1.5 "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; color: #10201e; background: #f1f5f4; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem; }
h1 { margin: 0; font-size: 28px; line-height: 1.3; } small { color: #384a46; font-size: 16px; font-weight: 400; } h1 small { font-size: 20px; }
code { font: 16px/1.5 "Noto Sans Mono CJK SC", Consolas, monospace; } td:nth-child(3), tbody th { overflow-wrap: anywhere; } h1 code { font-size: 20px; font-weight: 400; }
p > strong { margin-left: .8rem; } a, a small { color: #0b5a4c; } a { display: inline-block; padding: .4rem 0; font-weight: 700; } a:focus-visible { outline: 3px solid #0b5a4c; outline-offset: 2px; }
table { width: 100%; border-collapse: collapse; background: #fff; border: 1px solid #c5d1ce; }
th, td { padding: .6rem 1rem; border-top: 1px solid #c5d1ce; text-align: left; vertical-align: top; } th { font-weight: 700; }
thead th { background: #e3eae8; }
.good { color: #185d30; } .pending { color: #7a4000; } .bad { color: #931813; }
#ended { margin: 0; padding: .8rem 1.5rem; background: #fbe4e2; color: #7e1712; font-weight: 700; } #ended small { color: #7e1712; }
@media (max-width: 640px) { main { padding: 1rem; } th, td { padding: .4rem; } thead small { display: block; } }
`;

const AGAIN_MS = 2000;
/** A server that takes longer is told as one that does not answer. */
const ANSWER_MS = 5000;

/** Classic script. What is new replaces what stands only where it differs: a screen reader is not told the same again. */
export const LINE_SCRIPT = `'use strict';
(function () {
  var main = document.querySelector('main');
  var ended = document.getElementById('ended');
  var before = '';
  function show(text) {
    ended.hidden = true;
    if (text === before) return;
    before = text;
    main.innerHTML = new DOMParser().parseFromString(text, 'text/html').querySelector('main').innerHTML;
  }
  function ask() {
    var patience = new AbortController();
    var timer = setTimeout(function () { patience.abort(); }, ${ANSWER_MS});
    fetch('/', { signal: patience.signal }).then(function (response) {
      if (!response.ok) throw new Error(String(response.status));
      return response.text();
    }).then(show).catch(function () { ended.hidden = false; }).then(function () {
      clearTimeout(timer);
      setTimeout(ask, ${AGAIN_MS});
    });
  }
  setTimeout(ask, ${AGAIN_MS});
})();
`;
