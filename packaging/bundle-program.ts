// One Node program in one file: our TypeScript and every package in it; native modules stay outside, beside the bundle.
import { basename, dirname } from 'node:path';
import { build } from 'vite';
import { versionsDefine } from './bundled-versions.ts';

export interface BundleOptions {
  /** The program's TypeScript file, absolute. */
  readonly entry: string;
  /** Absolute. Its folder is what `import.meta.dirname` is to everything in the bundle. */
  readonly outFile: string;
  /** Native packages: required at run time, never bundled. */
  readonly external: readonly string[];
}

/** No source map: it would carry this machine's paths. One file, because programs look for their folders beside themselves. */
export async function bundleProgram({ entry, outFile, external }: BundleOptions): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"', ...versionsDefine() },
    ssr: { noExternal: true, external: [...external], target: 'node' },
    build: {
      ssr: entry,
      target: 'node24',
      outDir: dirname(outFile),
      emptyOutDir: false,
      minify: false,
      sourcemap: false,
      copyPublicDir: false,
      rolldownOptions: {
        external: [...external],
        output: { entryFileNames: basename(outFile), format: 'esm', codeSplitting: false },
      },
    },
  });
}
