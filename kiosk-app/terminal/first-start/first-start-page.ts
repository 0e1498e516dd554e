// The one page of the first start: a plain form without script, filled again with what was entered, never with the token.
import { createHash } from 'node:crypto';
import type { Pair } from '@jiaohao/contracts/language-pair';
import { FIRST_START_TEXTS as TEXTS, TAGS } from '../texts.ts';
import type { FirstField, FirstStartHost } from './settings.ts';

/** The colours of look/tokens.css: the page comes before any built one. */
const STYLE = `
body { font: 18px/1.5 "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; color: #10201e; background: #f1f5f4; margin: 0; }
main { max-width: 40rem; margin: 3rem auto; padding: 2rem; background: #fff; border: 1px solid #c5d1ce; border-radius: 12px; overflow-wrap: anywhere; }
h1 { margin: 0; font-size: 28px; line-height: 1.3; } h1 small { display: block; font-size: 18px; font-weight: 400; }
label, fieldset { display: block; margin: 1.2rem 0 0; border: 0; padding: 0; }
fieldset label { margin-top: .4rem; }
input[type=text], input[type=password] { box-sizing: border-box; width: 100%; min-height: 48px; font: inherit; padding: .4rem .8rem; border: 2px solid #647a75; border-radius: 8px; }
input:focus-visible, button:focus-visible { outline: 4px solid #10201e; outline-offset: 2px; }
small { color: #384a46; font-size: 16px; } .mistake { margin: .3rem 0 0; color: #931813; font-weight: 700; }
.mistake small { color: #7e1712; font-weight: 400; }
button { margin-top: 1.6rem; min-height: 56px; font: inherit; font-weight: 700; padding: .6rem 2rem; background: #0b5351; color: #fff; border: 0; border-radius: 8px; }
button small { color: #ddeeeb; font-weight: 400; }
@media (max-width: 640px) { main { margin: 0; border: 0; border-radius: 0; padding: 1.2rem; } }
`;

/** Scripts and other origins get nothing; the style is allowed by its hash. */
export const FIRST_START_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

/** Under its field, or above the form under the name `whole`. */
export type Mistakes = ReadonlyMap<FirstField | 'whole', Pair>;
export type Entered = Readonly<Partial<Record<FirstField, string>>>;

export function firstStartPage(host: FirstStartHost, entered: Entered = {}, mistakes: Mistakes = new Map()): string {
  return page(firstStartForm(host, entered, mistakes));
}

/** What may be shown again of a form: everything but the secrets. */
export function enteredIn(form: URLSearchParams): Entered {
  return Object.fromEntries(['role', 'hallUrl', 'terminalId'].map((name) => [name, form.get(name) ?? '']));
}

/** The form alone, with its title: each host puts it into a page of its own. */
export function firstStartForm(
  { roles: offered, asksPin }: FirstStartHost,
  entered: Entered,
  mistakes: Mistakes,
): string {
  const value = (field: FirstField) => escaped(entered[field] ?? '');
  const whole = mistakes.get('whole');
  const roles = offered.map(
    (role) =>
      `<label><input type="radio" name="role" value="${role}"${entered.role === role ? ' checked' : ''} required> ${both(TEXTS.roles[role])}</label>`,
  );
  const field = (name: FirstField, type: 'text' | 'password', more: string) =>
    `<label>${both(TEXTS.labels[name])}<br><input type="${type}" name="${name}" autocomplete="off" ${more}></label>${mistake(mistakes.get(name))}`;
  return `<h1>${both(TEXTS.title)}</h1>${whole === undefined ? '' : mistake(whole)}
<form method="post" action="/">
<fieldset><legend>${both(TEXTS.labels.role)}</legend>${roles.join('')}${mistake(mistakes.get('role'))}</fieldset>
${field('hallUrl', 'text', `required value="${value('hallUrl')}" placeholder="http://192.0.2.10:8080"`)}
${field('terminalId', 'text', `required value="${value('terminalId')}" placeholder="kiosk-1"`)}
${field('token', 'password', 'required')}
${asksPin ? field('leavePin', 'password', 'inputmode="numeric"') : ''}
<p><small>${both(TEXTS.devicesLater)}</small></p>
<button type="submit">${both(TEXTS.save)}</button>
</form>`;
}

export function donePage(): string {
  return page(firstStartDone());
}

export function firstStartDone(): string {
  return `<h1>${both(TEXTS.title)}</h1><p role="status">${both(TEXTS.done)}</p>`;
}

function page(body: string): string {
  return `<!doctype html>
<html lang="${TAGS.first}"><head><meta charset="utf-8"><title>${TEXTS.title.first}</title><style>${STYLE}</style></head>
<body><main>${body}</main></body></html>
`;
}

function both({ first, second }: Pair): string {
  return `${escaped(first)} <small lang="${TAGS.second}">${escaped(second)}</small>`;
}

function mistake(text: Pair | undefined): string {
  return text === undefined ? '' : `<p class="mistake" role="alert">${both(text)}</p>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0) ?? 0};`);
}
