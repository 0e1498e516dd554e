// Which build of each page the server would give out now: a screen that shows another one is left over from yesterday.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { HealthReport } from '@jiaohao/contracts/health';
import { PAGES } from './static-pages.ts';

/** Read from the built files each time: pages are built anew while the server runs. */
export async function servedBuilds(pagesFolder: string): Promise<HealthReport['pages']> {
  return Promise.all(
    PAGES.map(async (page) => ({ page, build: await buildIn(join(pagesFolder, page, 'index.html')) })),
  );
}

/** Null for a page that has not been built. */
async function buildIn(path: string): Promise<string | null> {
  const html = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error) return '';
    throw error;
  });
  // The same name that the page gives itself (look/page-identity.tsx).
  return /<script[^>]*\ssrc="(?:[^"]*\/)?([^"/]+)\.js"/.exec(html)?.[1] ?? null;
}
