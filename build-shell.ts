// Builds the Electron host into dist/electron/: main process, devices process, preloads, the shell's own pages. The others are build-pages.ts's.
import { rmSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { build, type InlineConfig } from 'vite';
import { forgetStamp } from './build-stamp.ts';
import { NATIVE_MODULES } from './kiosk-app/electron/native-modules.ts';
import { versionsDefine } from './packaging/bundled-versions.ts';

const HERE = import.meta.dirname;
const SOURCE = join(HERE, 'kiosk-app/electron');
const OUT = join(HERE, 'dist/electron');
/** What Electron 45's Node understands; its Chromium is newer than any of this. */
const NODE_TARGET = 'node24';

interface Program {
  readonly entry: string;
  readonly file: string;
  /** A sandboxed preload can only be CommonJS. */
  readonly format: 'es' | 'cjs';
}

const PROGRAMS: readonly Program[] = [
  { entry: 'launcher-program.ts', file: 'launcher.js', format: 'es' },
  { entry: 'main.ts', file: 'main.js', format: 'es' },
  { entry: 'devices-process.ts', file: 'devices.js', format: 'es' },
  { entry: 'page-side/preload.ts', file: 'preload.cjs', format: 'cjs' },
  { entry: 'page-side/staff-preload.ts', file: 'staff-preload.cjs', format: 'cjs' },
  { entry: 'page-side/set-up-preload.ts', file: 'set-up-preload.cjs', format: 'cjs' },
];

/** The shell's own pages, each into the folder from which it is served (kiosk-app/electron/packed-files.ts). */
const PAGES = { 'staff-page': 'staff', 'set-up-page': 'setup' } as const;

forgetStamp();
rmSync(OUT, { recursive: true, force: true });
for (const program of PROGRAMS) await build(bundle(program));
for (const [folder, out] of Object.entries(PAGES)) {
  await build({
    configFile: false,
    root: join(SOURCE, 'page-side', folder),
    base: './',
    logLevel: 'warn',
    build: { outDir: join(OUT, out), emptyOutDir: true, target: 'chrome120', modulePreload: false },
  });
}

/** One file each, because the programs look for one another beside themselves. */
function bundle({ entry, file, format }: Program): InlineConfig {
  return {
    configFile: false,
    logLevel: 'error',
    define: versionsDefine(),
    ssr: { noExternal: true, external: [...NATIVE_MODULES], target: 'node' },
    build: {
      ssr: join(SOURCE, entry),
      outDir: OUT,
      emptyOutDir: false,
      minify: false,
      target: NODE_TARGET,
      rolldownOptions: {
        external: (name) => name === 'electron' || isBuiltin(name) || NATIVE_MODULES.some((native) => name === native),
        output: { format, entryFileNames: file, codeSplitting: false },
      },
    },
  };
}
