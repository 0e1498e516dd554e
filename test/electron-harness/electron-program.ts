// Where Electron's program lies on this machine; looks only, fetches nothing.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PACKAGE = join(import.meta.dirname, '../../node_modules/electron');

/** Null where the package has not fetched it. ELECTRON_OVERRIDE_DIST_PATH is honoured as the package does. */
export function electronProgram(): string | null {
  const pathFile = join(PACKAGE, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : 'electron';
  const program = join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(PACKAGE, 'dist'), name);
  return existsSync(program) ? program : null;
}
