// Which other program has a device open: Linux shows every process's open files to its own user and to root.
import { readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';

export interface PortHolder {
  readonly pid: number;
  readonly program: string;
}

/** Null where nobody is seen: no /proc on this system, or the process is another user's. `path` without symbolic links. */
export async function portHolder(path: string, proc = '/proc'): Promise<PortHolder | null> {
  const entries = await readdir(proc).catch(() => []);
  for (const entry of entries) {
    const pid = Number(entry);
    if (!Number.isInteger(pid) || pid === process.pid) continue;
    // Ended meanwhile, or not ours to look into: it is passed over.
    const descriptors = await readdir(join(proc, entry, 'fd')).catch(() => []);
    for (const descriptor of descriptors) {
      const target = await readlink(join(proc, entry, 'fd', descriptor)).catch(() => null);
      if (target !== path) continue;
      const program = await readFile(join(proc, entry, 'comm'), 'utf8').catch(() => '?');
      return { pid, program: program.trim() };
    }
  }
  return null;
}
