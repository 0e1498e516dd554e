// How the launcher tells the program which of the versions on this machine it is to be.

/** `--run-version=1.2.0`; a version, never a path: what is run lies in the program itself or among its updates. */
export const RUN_VERSION = '--run-version=';
/** In the environment: the lock (terminal/machine-lock.ts) that the launcher holds as long as it lives. */
export const LAUNCHER_LOCK = 'JIAOHAO_LAUNCHER_LOCK';

/** Null where none is named, or what is named is no version. */
export function versionIn(argv: readonly string[]): string | null {
  const named = argv.find((arg) => arg.startsWith(RUN_VERSION))?.slice(RUN_VERSION.length) ?? '';
  return /^\d{1,6}\.\d{1,6}\.\d{1,6}$/.test(named) ? named : null;
}
