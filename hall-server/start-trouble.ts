// What keeps a server from starting and is no bug: a sentence for the person who starts it.
import { JournalBroken, StartRefused, StorageFull } from './journal/errors.ts';
import { OptionMistake } from './server-options.ts';

const DISK_FULL =
  '磁盘已满，大厅服务器无法启动：请腾出数据文件夹所在磁盘的空间后再启动，不要删除数据文件夹中的文件。 / ' +
  'The disk is full and the hall server cannot start: make room on the disk of the data folder and start it again; delete nothing in the folder itself.';

/** An address or a folder that cannot be had: the system's own sentence says which. */
const SYSTEM_CODES: readonly string[] = [
  ...['EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN'],
  ...['EEXIST', 'ENOTDIR', 'EROFS', 'EPERM'],
];

/** Null for a bug, which keeps its stack. */
export function startTrouble(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const code = 'code' in error ? String(error.code) : '';
  if (error instanceof StorageFull || code === 'ENOSPC' || code === 'EDQUOT') return DISK_FULL;
  const isKnown = error instanceof OptionMistake || error instanceof StartRefused || error instanceof JournalBroken;
  return isKnown || SYSTEM_CODES.includes(code) ? error.message : null;
}
