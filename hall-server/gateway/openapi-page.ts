// The readable page of the API at /api/: drawn from the same document, no script, one style allowed by its hash.
import { createHash } from 'node:crypto';
import { REFUSAL_TEXTS } from '@jiaohao/contracts/refusals';
import type { CommandType } from '@jiaohao/contracts/commands';
import type { Bilingual } from '@jiaohao/contracts/ids';
import { COMMAND_GUIDES } from './openapi-commands.ts';
import type { ApiDocument } from './openapi-document.ts';
import { bilingual, escaped, exampleOf, fieldTable, json, parameterTable } from './openapi-page-parts.ts';
import { ACCESS_TEXTS, OPERATIONS, TAGS } from './openapi-operations.ts';
import type { Operation, Tag } from './openapi-operations.ts';
import { schemaName } from './openapi-schemas.ts';
import { API_TEXTS, PAGE_TEXTS } from './openapi-texts.ts';
import { rolesFor } from './permissions.ts';
import { styleOnlyPolicy } from './security-headers.ts';

const STYLE = [
  'body{margin:0;font:17px/1.6 system-ui,"Noto Sans SC","Microsoft YaHei",sans-serif;color:#10201e;background:#f1f5f4}',
  'main{max-width:62rem;margin:0 auto;padding:2rem 1.25rem 5rem}',
  'h1{font-size:2rem;margin:0}h2{margin:3rem 0 .5rem;font-size:1.5rem}h3{margin:0;font-size:1.1rem}',
  '[lang=en]{display:block;font-size:1rem;font-weight:400;color:#384a46}',
  'code,pre{font-family:ui-monospace,"Cascadia Mono",Consolas,monospace;font-size:1rem}',
  'pre{margin:.5rem 0;padding:.75rem 1rem;overflow-x:auto;border-radius:8px;background:#061819;color:#fff}',
  'section>article{margin:1rem 0;padding:1rem 1.25rem;border:1px solid #c5d1ce;border-radius:12px;background:#fff}',
  'nav ul{display:flex;flex-wrap:wrap;gap:.5rem;padding:0;list-style:none}',
  'nav a{display:block;padding:.5rem 1rem;border:2px solid #647a75;border-radius:8px;background:#fff}',
  'a{color:#0b5351}a:focus-visible,summary:focus-visible,pre:focus-visible{outline:4px solid #10201e;outline-offset:4px}',
  '.route{overflow-wrap:anywhere}.method{display:inline-block;margin-right:.6rem;padding:0 .5rem;border-radius:6px;',
  'background:#0b5351;color:#fff;text-transform:uppercase}',
  'table{width:100%;margin:.5rem 0;border-collapse:collapse}th,td{padding:.3rem .75rem .3rem 0;border-top:1px solid #c5d1ce;',
  'text-align:left;vertical-align:top;overflow-wrap:anywhere}summary{min-height:2rem;cursor:pointer;color:#0b5351}',
].join('');

export const API_PAGE_POLICY = styleOnlyPolicy(createHash('sha256').update(STYLE).digest('base64'));

export function apiPage(document: ApiDocument): string {
  const tags = Object.entries(TAGS) as [Tag, Bilingual][];
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${API_TEXTS.title.zh}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${bilingual(API_TEXTS.title)}</h1>
${paragraphs([API_TEXTS.intro, API_TEXTS.token, API_TEXTS.requestId, API_TEXTS.refusals, API_TEXTS.sockets])}
<p><a href="/api/v1/openapi.json">/api/v1/openapi.json</a> ${PAGE_TEXTS.json.zh}</p>
<nav aria-label="${PAGE_TEXTS.contents.zh}"><ul>
${tags.map(([tag, { zh }]) => `<li><a href="#${tag}">${zh}</a></li>`).join('\n')}
<li><a href="#all-commands">${PAGE_TEXTS.commands.zh}</a></li>
<li><a href="#refusals">${PAGE_TEXTS.refusalCodes.zh}</a></li>
</ul></nav>
${tags.map(([tag, text]) => tagSection(document, tag, text)).join('\n')}
${commandsSection(document)}
${refusalsSection()}
</main>
</body>
</html>
`;
}

function tagSection(document: ApiDocument, tag: Tag, text: Bilingual): string {
  const operations = OPERATIONS.filter((operation) => operation.tag === tag);
  const articles = operations.map((operation) => operationArticle(document, operation)).join('\n');
  return `<section id="${tag}">\n<h2>${bilingual(text)}</h2>\n${articles}\n</section>`;
}

function operationArticle(document: ApiDocument, operation: Operation): string {
  const { method, path, text, access, answer } = operation;
  const described = document.paths[path]?.[method] ?? {};
  const answered =
    answer !== 'object' && 'example' in answer ? `<p>${PAGE_TEXTS.answer.zh}</p>${json(answer.example)}` : '';
  return `<article>
<h3 class="route"><span class="method">${method}</span><code>${path}</code></h3>
<p>${bilingual(text)}</p>
<p>${PAGE_TEXTS.who.zh}：${bilingual(ACCESS_TEXTS[access])}</p>
${parameterTable(described)}
${exampleOf(operation)}
${answered}
${errorList(described)}
</article>`;
}

function errorList(described: Readonly<Record<string, unknown>>): string {
  const responses = described['responses'] as Readonly<Record<string, { readonly description: string }>> | undefined;
  const errors = Object.entries(responses ?? {}).filter(([status]) => status !== '200');
  if (errors.length === 0) return '';
  const lines = errors.map(([status, { description }]) => `<li><code>${status}</code> ${escaped(description)}</li>`);
  return `<details><summary>${PAGE_TEXTS.errors.zh}</summary><ul>${lines.join('')}</ul></details>`;
}

function commandsSection({ components }: ApiDocument): string {
  const articles = Object.entries(COMMAND_GUIDES).map(([type, { text, example }]) => {
    const result = components.schemas[schemaName(type, 'Result')];
    return `<article>
<h3><code>${type}</code></h3>
<p>${bilingual(text)}</p>
<p>${PAGE_TEXTS.who.zh}：${bilingual(rolesWords(type as CommandType))}</p>
${fieldTable(components.schemas[schemaName(type, 'Request')] ?? {})}
<details><summary>${PAGE_TEXTS.example.zh}</summary>${json({ requestId: 'desk-000001', ...example })}</details>
<details><summary>${PAGE_TEXTS.answer.zh}</summary>${json(result)}</details>
</article>`;
  });
  return `<section id="all-commands">\n<h2>${bilingual(PAGE_TEXTS.commands)}</h2>\n${articles.join('\n')}\n</section>`;
}

function rolesWords(type: CommandType): Bilingual {
  const roles = rolesFor(type).flatMap((role) => (role === 'nobody' ? [] : PAGE_TEXTS.roles[role]));
  return { zh: roles.map(({ zh }) => zh).join('、'), en: roles.map(({ en }) => en).join(', ') };
}

function refusalsSection(): string {
  const rows = Object.entries(REFUSAL_TEXTS).map(
    ([code, text]) => `<tr><th scope="row"><code>${code}</code></th><td>${bilingual(text)}</td></tr>`,
  );
  return `<section id="refusals">\n<h2>${bilingual(PAGE_TEXTS.refusalCodes)}</h2>\n<table>${rows.join('\n')}</table>\n</section>`;
}

function paragraphs(texts: readonly Bilingual[]): string {
  return texts.map((text) => `<p>${bilingual(text)}</p>`).join('\n');
}
