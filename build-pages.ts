// Builds every page into dist/<page>/: one Vite build each, so that a board never carries a console's code.
import { build } from 'vite';
import react from '@vitejs/plugin-react';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Page name = folder under dist and path on the server. Boards and kiosks may be old Chromium (docs/architecture.md, browsers). */
const PAGES = [
  { name: 'board', root: 'display-board/hall-board', target: 'chrome87' },
  { name: 'window-screen', root: 'display-board/window-screen', target: 'chrome87' },
  { name: 'clerk', root: 'consoles/clerk', target: 'chrome120' },
  { name: 'kiosk', root: 'kiosk-app/pages', target: 'chrome87' },
  { name: 'bench', root: 'demo/pages', target: 'chrome120' },
];

const here = import.meta.dirname;
const wanted = process.argv.slice(2);

for (const page of PAGES) {
  if (wanted.length > 0 && !wanted.includes(page.name)) continue;
  const root = join(here, page.root);
  if (!existsSync(join(root, 'index.html'))) throw new Error(`No page at ${page.root}/index.html`);
  await build({
    configFile: false,
    root,
    base: './',
    logLevel: 'warn',
    plugins: [react()],
    build: { outDir: join(here, 'dist', page.name), emptyOutDir: true, target: page.target, assetsInlineLimit: 0 },
  });
}
