// The editor's script: asks for a new picture while somebody types, shows the newest answer, saves.
import { EDITOR_TEXTS } from './texts.ts';

/** Words that the script itself says. */
const SAID = JSON.stringify({
  fine: EDITOR_TEXTS.fine,
  mistakes: EDITOR_TEXTS.mistakes,
  old: EDITOR_TEXTS.changedBelow,
  lost: EDITOR_TEXTS.lost,
}).replaceAll('<', '\\u003c');

/** Classic script. Texts are set as text, the picture as an image: nothing of the template becomes markup. */
export const EDITOR_SCRIPT = `'use strict';
(function () {
  var said = ${SAID};
  var template = document.getElementById('template');
  var sample = document.getElementById('sample');
  var save = document.getElementById('save');
  var verdict = document.getElementById('verdict');
  var paper = document.getElementById('paper');
  var picture = document.getElementById('picture');
  var asked = 0;
  var timer = 0;
  function line(tag, className, words, place) {
    var element = document.createElement(tag);
    element.className = className;
    if (place) {
      var code = document.createElement('code');
      code.textContent = place;
      element.append(code, ' ');
    }
    var english = document.createElement('small');
    english.lang = 'en';
    english.textContent = words.en;
    element.append(words.zh + ' ', english);
    return element;
  }
  function list(className, items) {
    var all = document.createElement('ul');
    items.forEach(function (item) { all.append(line('li', className, item, item.place)); });
    return all;
  }
  function show(answer) {
    save.disabled = !answer.ok;
    template.setAttribute('aria-invalid', String(!answer.ok));
    paper.classList.toggle('old', !answer.ok);
    if (answer.ok) {
      picture.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(answer.svg);
      picture.alt = answer.lines.join('\\n');
      verdict.replaceChildren(line('p', 'good', said.fine), list('', answer.remarks));
      return;
    }
    verdict.replaceChildren(line('p', 'bad', said.mistakes), list('bad', answer.mistakes), line('p', '', said.old));
  }
  function post(path) {
    return fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text: template.value, sample: sample.value }),
    }).then(function (response) {
      if (!response.ok) throw new Error(String(response.status));
      return response.json();
    });
  }
  function lost() {
    save.disabled = true;
    verdict.replaceChildren(line('p', 'bad', said.lost));
  }
  function ask() {
    var mine = (asked += 1);
    post('/preview').then(function (answer) { if (mine === asked) show(answer); }, lost);
  }
  function changed() {
    save.disabled = true;
    clearTimeout(timer);
    timer = setTimeout(ask, 150);
  }
  template.addEventListener('input', changed);
  sample.addEventListener('change', ask);
  save.addEventListener('click', function () {
    post('/save').then(function (answer) {
      if (!answer.ok) return show(answer);
      verdict.replaceChildren(list('good', answer.remarks));
    }, lost);
  });
  ask();
})();
`;
