// Which other programs have a device open: Linux shows every process's open files to its own user and to root.
import { readdir, readFile, readlink } from 'node:fs/promises';
import { basename, join } from 'node:path';

export interface PortHolder {
  readonly pid: number;
  /** The program, and the script that it runs: `node browser/main.ts`. No other argument, which may be anybody's. */
  readonly program: string;
}

const SCRIPT = /\.(?:[cm]?[jt]s|py|sh|pl|rb|jar)$/;

/** Empty where nobody is seen: no /proc on this system, or the process is another user's. `path` without symbolic links. */
export async function portHolders(path: string, proc = '/proc'): Promise<PortHolder[]> {
  const entries = await readdir(proc).catch(() => []);
  const pids = entries.map(Number).filter((pid) => Number.isInteger(pid) && pid !== process.pid);
  const holders: PortHolder[] = [];
  for (const pid of pids.sort((a, b) => a - b)) {
    const folder = join(proc, String(pid));
    if (await hasOpen(folder, path)) holders.push({ pid, program: await programOf(folder) });
  }
  return holders;
}

/** Ended meanwhile, or not ours to look into: it is passed over. */
async function hasOpen(folder: string, path: string): Promise<boolean> {
  const descriptors = await readdir(join(folder, 'fd')).catch(() => []);
  for (const descriptor of descriptors) {
    if ((await readlink(join(folder, 'fd', descriptor)).catch(() => null)) === path) return true;
  }
  return false;
}

/** By the command line: the name of the process is that of its thread, which Node calls MainThread. */
async function programOf(folder: string): Promise<string> {
  const [program = '', ...rest] = (await readFile(join(folder, 'cmdline'), 'utf8').catch(() => '')).split('\0');
  if (program === '') return (await readFile(join(folder, 'comm'), 'utf8').catch(() => '?')).trim();
  const script = rest.find((word) => !word.startsWith('-') && SCRIPT.test(word));
  const name = basename(program);
  return script === undefined ? name : `${name} ${script.split('/').slice(-2).join('/')}`;
}
