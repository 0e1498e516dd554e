// The small page of a window terminal: for the technician, which window this is and how pad and link are.
import { WINDOW_PAGE_TEXTS as TEXTS } from './texts.ts';
import type { WindowTerminalStatus } from './window-terminal.ts';

/** Whole page, without scripts; it asks anew every 2 s. */
export function windowPage(status: WindowTerminalStatus): string {
  const { terminalId, windowLabel, hallLink, pad, unsentRatings } = status;
  const padText =
    pad === null
      ? TEXTS.padState.absent
      : `${TEXTS.padState[pad.state]}${pad.state === 'fault' ? ` (${escape(pad.code)})` : ''}`;
  const rows: readonly (readonly [string, string])[] = [
    ['ID', escape(terminalId)],
    [TEXTS.window, escape(windowLabel ?? TEXTS.none)],
    [TEXTS.hall, TEXTS.link[hallLink]],
    [TEXTS.pad, padText],
    [TEXTS.kept, String(unsentRatings)],
  ];
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="refresh" content="2"><title>${TEXTS.title}</title></head>
<body><h1>${TEXTS.title}</h1><table>${rows.map(([label, value]) => `<tr><th align="left">${label}</th><td>${value}</td></tr>`).join('')}</table></body></html>
`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
