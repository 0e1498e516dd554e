// The small page of a terminal without one: for the technician, how the link to the hall and each window's devices are.
import { LINE_PAGE_TEXTS as TEXTS } from './texts.ts';
import type { LineStatus } from './start-line.ts';

/** Whole page, without scripts; it asks anew every 2 s. */
export function linePage({ terminalId, role, hallLink, devices }: LineStatus): string {
  const head = [TEXTS.window, TEXTS.device, TEXTS.port, TEXTS.state].map((text) => `<th align="left">${text}</th>`);
  const rows = devices.map(({ windowId, windowLabel, kind, port, status }) => {
    const state = status.state === 'fault' ? `${TEXTS.states.fault} (${status.code})` : TEXTS.states[status.state];
    return [windowLabel ?? windowId, TEXTS.kinds[kind], port, state].map((text) => `<td>${escape(text)}</td>`);
  });
  const table = [head, ...rows].map((cells) => `<tr>${cells.join('')}</tr>`).join('');
  const title = `${TEXTS.titles[role]} ${escape(terminalId)}`;
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="refresh" content="2"><title>${title}</title></head>
<body><h1>${title}</h1><p>${TEXTS.hall}: ${TEXTS.link[hallLink]}</p><table>${table}</table></body></html>
`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
