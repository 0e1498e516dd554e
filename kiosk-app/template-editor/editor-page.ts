// The editor's one page: the template left, the paper right, what is wrong below. The script comes from the same server.
import { createHash } from 'node:crypto';
import { TICKET_FIELDS } from '../terminal/ticket-fields.ts';
import type { Words } from '../terminal/template-texts.ts';
import { EDITOR_TEXTS, FIELD_TEXTS, SAMPLE_TEXTS } from './texts.ts';

const STYLE = `
* { box-sizing: border-box; }
body { font: 16px/1.5 "Noto Sans SC", "Microsoft YaHei", sans-serif; color: #10201e; background: #f1f5f4; margin: 0; }
main { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 30rem); gap: 1rem 1.5rem; padding: 1rem 1.5rem; height: 100vh; grid-template-rows: auto minmax(0, 1fr) auto; }
header { grid-column: 1 / -1; display: flex; gap: 1.5rem; align-items: center; }
h1 { font-size: 1.3rem; margin: 0; } h2 { font-size: 1rem; margin: 0 0 .4rem; } small { color: #384a46; font-weight: 400; }
section { display: flex; flex-direction: column; min-height: 0; }
textarea { flex: 1; width: 100%; font: 14px/1.6 "Noto Sans Mono CJK SC", Consolas, monospace; padding: .8rem; border: 2px solid #647a75; border-radius: 8px; resize: none; white-space: pre; tab-size: 2; }
textarea[aria-invalid=true] { border-color: #931813; }
.paper { flex: 1; overflow: auto; background: #e3eae8; border-radius: 8px; padding: 1rem; text-align: center; }
.paper img { max-width: 100%; background: #fff; box-shadow: 0 2px 8px #10201e40; } .paper.old img { opacity: .35; }
footer { grid-column: 1 / -1; max-height: 34vh; overflow: auto; }
ul { margin: .3rem 0; padding-left: 1.2rem; } .bad { color: #931813; font-weight: 600; } .good { color: #185d30; font-weight: 600; }
code { background: #e3eae8; border-radius: 4px; padding: 0 .3rem; } dl { columns: 3; margin: .5rem 0; } dt { font-weight: 600; } dd { margin: 0 0 .3rem 0; }
button { font: inherit; font-weight: 600; min-height: 2.75rem; padding: 0 1.6rem; background: #0b5351; color: #fff; border: 0; border-radius: 8px; } button:disabled { background: #566662; }
select { font: inherit; min-height: 2.75rem; padding: 0 .6rem; border: 2px solid #647a75; border-radius: 8px; background: #fff; }
:focus-visible { outline: 3px solid #0b5351; outline-offset: 2px; }
`;

/** Our own script and pictures made here; nothing else. */
export const EDITOR_POLICY = `default-src 'none'; script-src 'self'; connect-src 'self'; img-src data:; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'`;

export function editorPage(text: string, file: string, paper: Words): string {
  const samples = Object.entries(SAMPLE_TEXTS).map(
    ([name, { zh, en }]) => `<option value="${name}">${escaped(`${zh} ${en}`)}</option>`,
  );
  const fields = Object.keys(TICKET_FIELDS).map((name) => {
    const words = FIELD_TEXTS[name as keyof typeof TICKET_FIELDS];
    return `<dt><code>{${name}}</code></dt><dd>${both(words)}</dd>`;
  });
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${EDITOR_TEXTS.title.zh}</title><style>${STYLE}</style></head>
<body><main>
<header><h1>${both(EDITOR_TEXTS.title)}</h1><code>${escaped(file)}</code>
<label>${both(EDITOR_TEXTS.sample)} <select id="sample">${samples.join('')}</select></label>
<button id="save" type="button" disabled>${EDITOR_TEXTS.save.zh} ${EDITOR_TEXTS.save.en}</button></header>
<section><h2 id="template-name">${both(EDITOR_TEXTS.template)}</h2>
<textarea id="template" aria-labelledby="template-name" aria-describedby="verdict" spellcheck="false" autocomplete="off">${escaped(text)}</textarea></section>
<section><h2 id="paper-name">${both(EDITOR_TEXTS.preview)} <small>${both(paper)}</small></h2>
<div class="paper" id="paper" role="region" aria-labelledby="paper-name" tabindex="0"><img id="picture" alt=""></div></section>
<footer><div id="verdict" role="status"></div>
<details><summary>${both(EDITOR_TEXTS.fields)}</summary><dl>${fields.join('')}</dl></details></footer>
</main><script src="/editor.js"></script></body></html>
`;
}

function both({ zh, en }: Words): string {
  return `${escaped(zh)} <small lang="en">${escaped(en)}</small>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0) ?? 0};`);
}
