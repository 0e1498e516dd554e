// Builds every page into dist/<page>/: one Vite build each, so that a board never carries a console's code.
import { build } from 'vite';
import react from '@vitejs/plugin-react';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { forgetStamp } from './build-stamp.ts';

/** Page name = folder under dist and path on the server. Boards and kiosks may be old Chromium (docs/architecture.md, browsers). */
const PAGES = [
  { name: 'board', root: 'display-board/hall-board', target: 'chrome87' },
  { name: 'window-screen', root: 'display-board/window-screen', target: 'chrome87' },
  { name: 'clerk', root: 'consoles/clerk', target: 'chrome120' },
  { name: 'health', root: 'consoles/health', target: 'chrome120' },
  { name: 'pad', root: 'consoles/pad', target: 'chrome87' },
  { name: 'phone', root: 'consoles/phone', target: 'chrome87' },
  { name: 'kiosk', root: 'kiosk-app/pages', target: 'chrome87' },
  { name: 'devices-page', root: 'kiosk-app/pages/devices-page', target: 'chrome120' },
  { name: 'caller', root: 'kiosk-app/caller-page', target: 'chrome120' },
  { name: 'bench', root: 'demo/pages', target: 'chrome120' },
];

/** Every browser since Chromium 36 takes woff2: the older copy of each face would only double what is shipped. */
const onlyWoff2 = {
  postcssPlugin: 'only-woff2',
  Declaration: {
    src: (declaration: { value: string }) => {
      const kept = declaration.value.split(',').filter((source) => !source.includes("format('woff')"));
      if (kept.length < declaration.value.split(',').length) declaration.value = kept.join(',');
    },
  },
};

const here = import.meta.dirname;
const wanted = process.argv.slice(2);

forgetStamp();
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
    css: { postcss: { plugins: [onlyWoff2] } },
    build: { outDir: join(here, 'dist', page.name), emptyOutDir: true, target: page.target, assetsInlineLimit: 0 },
  });
}
