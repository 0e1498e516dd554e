// The page at `/`: which screens the hall has and where their credentials come from. It holds none itself.
import { createHash } from 'node:crypto';
import { styleOnlyPolicy } from './security-headers.ts';
import { LANDING_TEXTS } from './texts.ts';

const STYLE = [
  'body{margin:0;font:20px/1.6 "Noto Sans SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif;color:#10201e;background:#f1f5f4}',
  'main{max-width:44rem;margin:0 auto;padding:3rem 1.5rem}',
  'h1{margin:0;font-size:2rem}',
  '[lang=en]{display:block;font-size:.8em;color:#384a46}',
  'ul{list-style:none;margin:2rem 0;padding:0}',
  'li a{display:block;margin:.75rem 0;padding:1rem 1.25rem;border:2px solid #647a75;border-radius:12px;background:#fff;',
  'color:#0b5351;font-weight:700;text-decoration:none}',
  'h1 [lang=en]{font-size:.6em;font-weight:400}',
  'li a [lang=en]{font-weight:400}',
  'li a:hover{background:#dcebe8}',
  'a:focus-visible{outline:4px solid #10201e;outline-offset:4px}',
].join('');

export const LANDING_POLICY = styleOnlyPolicy(createHash('sha256').update(STYLE).digest('base64'));

export const LANDING_PAGE = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${LANDING_TEXTS.title.zh}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${bilingual(LANDING_TEXTS.title)}</h1>
<ul>
${LANDING_TEXTS.pages.map((page) => `<li><a href="${page.path}">${bilingual(page)}</a></li>`).join('\n')}
</ul>
<p>${bilingual(LANDING_TEXTS.tokens)}</p>
</main>
</body>
</html>
`;

function bilingual(text: { readonly zh: string; readonly en: string }): string {
  return `${text.zh}<span lang="en">${text.en}</span>`;
}
