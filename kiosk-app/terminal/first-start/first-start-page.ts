// The one page of the first start: a plain form without script, filled again with what was entered, never with the token.
import { createHash } from 'node:crypto';
import { FIELD_LABELS, FIRST_START_TEXTS, ROLE_NAMES } from './texts.ts';
import type { FirstField } from './settings.ts';

interface Text {
  readonly zh: string;
  readonly en: string;
}

const STYLE = `
body { font: 18px/1.5 "Noto Sans SC", "Microsoft YaHei", sans-serif; color: #1c2733; background: #f2f5f9; margin: 0; }
main { max-width: 40rem; margin: 3rem auto; padding: 2rem; background: #fff; border-radius: 12px; }
label, fieldset { display: block; margin: 1.2rem 0 0; border: 0; padding: 0; }
input[type=text], input[type=password] { box-sizing: border-box; width: 100%; font: inherit; padding: .6rem; border: 2px solid #5b6b7c; border-radius: 6px; }
small { color: #4a5866; } .mistake { color: #a3161d; font-weight: 600; }
button { margin-top: 1.6rem; font: inherit; padding: .8rem 2rem; background: #0b57a4; color: #fff; border: 0; border-radius: 8px; }
`;

/** Scripts and other origins get nothing; the style is allowed by its hash. */
export const FIRST_START_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

/** `mistakes`: under its field, or above the form under the name `whole`. */
export function firstStartPage(
  entered: Readonly<Partial<Record<FirstField, string>>>,
  mistakes: ReadonlyMap<FirstField | 'whole', Text>,
): string {
  const value = (field: FirstField) => escaped(entered[field] ?? '');
  const whole = mistakes.get('whole');
  const roles = Object.entries(ROLE_NAMES).map(
    ([role, name]) =>
      `<label><input type="radio" name="role" value="${role}"${entered.role === role ? ' checked' : ''} required> ${both(name)}</label>`,
  );
  const field = (name: FirstField, type: 'text' | 'password', more: string) =>
    `<label>${both(FIELD_LABELS[name])}<br><input type="${type}" name="${name}" required autocomplete="off" ${more}></label>${mistake(mistakes.get(name))}`;
  return page(`${whole === undefined ? '' : mistake(whole)}
<form method="post" action="/">
<fieldset><legend>${both(FIELD_LABELS.role)}</legend>${roles.join('')}${mistake(mistakes.get('role'))}</fieldset>
${field('hallUrl', 'text', `value="${value('hallUrl')}" placeholder="http://192.0.2.10:8080"`)}
${field('terminalId', 'text', `value="${value('terminalId')}" placeholder="kiosk-1"`)}
${field('token', 'password', '')}
<p><small>${both(FIRST_START_TEXTS.devicesLater)}</small></p>
<button type="submit">${both(FIRST_START_TEXTS.save)}</button>
</form>`);
}

/** Shows itself until the terminal answers at the same address. */
export function donePage(): string {
  return page(`<p role="status">${both(FIRST_START_TEXTS.done)}</p>`, '<meta http-equiv="refresh" content="4;url=/">');
}

function page(body: string, head = ''): string {
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8">${head}<title>${FIRST_START_TEXTS.title.zh}</title><style>${STYLE}</style></head>
<body><main><h1>${both(FIRST_START_TEXTS.title)}</h1>${body}</main></body></html>
`;
}

function both({ zh, en }: Text): string {
  return `${escaped(zh)} <small lang="en">${escaped(en)}</small>`;
}

function mistake(text: Text | undefined): string {
  return text === undefined ? '' : `<p class="mistake" role="alert">${both(text)}</p>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0) ?? 0};`);
}
