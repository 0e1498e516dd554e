// The small page of a terminal without one: for the technician, how the link to the hall and each window's devices are.
import type { Pair } from '@jiaohao/contracts/language-pair';
import { LINE_PAGE_TEXTS as TEXTS, TAGS } from './texts.ts';
import type { LineStatus } from './start-line.ts';

/** Where the page finds its style and its script, and 设备自检, on the same server. */
export const LINE_PAGE_FILES = { style: '/line.css', script: '/line.js', selfTest: '/self-test/' } as const;

type Tone = 'good' | 'pending' | 'bad';
const LINK_TONES: Readonly<Record<LineStatus['hallLink'], Tone>> = { starting: 'pending', up: 'good', down: 'bad' };
const DEVICE_TONES = { starting: 'pending', ready: 'good', fault: 'bad' } as const satisfies Record<string, Tone>;

/** The whole page as things stand; its script asks for it anew (line-page-script.ts). */
export function linePage({ terminalId, role, hallLink, devices }: LineStatus): string {
  const heads = [TEXTS.window, TEXTS.device, TEXTS.port, TEXTS.state];
  return `<!doctype html>
<html lang="${TAGS.first}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${TEXTS.titles[role].first} ${escaped(terminalId)}</title><link rel="stylesheet" href="${LINE_PAGE_FILES.style}"></head>
<body><p id="ended" role="alert" hidden>${both(TEXTS.ended)}</p>
<main><h1>${both(TEXTS.titles[role])} <code>${escaped(terminalId)}</code></h1>
<p>${both(TEXTS.hall)}${state(TEXTS.link[hallLink], LINK_TONES[hallLink])}</p>
<p><a href="${LINE_PAGE_FILES.selfTest}">${both(TEXTS.selfTest)}</a></p>
<table><thead><tr>${heads.map((head) => `<th scope="col">${both(head)}</th>`).join('')}</tr></thead>
<tbody>${devices.map(rowOf).join('')}</tbody></table></main>
<script src="${LINE_PAGE_FILES.script}"></script></body></html>
`;
}

function rowOf({ windowId, windowLabel, kind, port, status }: LineStatus['devices'][number]): string {
  const code = status.state === 'fault' ? ` <code>${escaped(status.code)}</code>` : '';
  const now = state(TEXTS.states[status.state], DEVICE_TONES[status.state]) + code;
  return `<tr><th scope="row">${escaped(windowLabel ?? windowId)}</th><td>${both(TEXTS.kinds[kind])}</td><td><code>${escaped(port)}</code></td><td>${now}</td></tr>`;
}

function state(words: Pair, tone: Tone): string {
  return `<strong class="${tone}">${both(words)}</strong>`;
}

function both({ first, second }: Pair): string {
  return `${escaped(first)} <small lang="${TAGS.second}">${escaped(second)}</small>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
