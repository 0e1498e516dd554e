// The page at `/`: which screens the hall has and where their credentials come from. It holds none itself.
import { createHash } from 'node:crypto';
import { styleOnlyPolicy } from './security-headers.ts';
import { LANDING_TEXTS } from './texts.ts';

const STYLE = [
  'body{margin:0;font:20px/1.6 system-ui,"Noto Sans SC","Microsoft YaHei",sans-serif;color:#1d2129;background:#f2f3f5}',
  'main{max-width:44rem;margin:0 auto;padding:3rem 1.5rem}',
  'h1{margin:0;font-size:2rem}',
  '[lang=en]{display:block;font-size:.8em;color:#4e5969}',
  'ul{list-style:none;margin:2rem 0;padding:0}',
  'li a{display:block;margin:.75rem 0;padding:1rem 1.25rem;border:1px solid #c9cdd4;border-radius:8px;background:#fff;',
  'color:#0e42d2;text-decoration:none}',
  'li a:hover,li a:focus{border-color:#0e42d2}',
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
