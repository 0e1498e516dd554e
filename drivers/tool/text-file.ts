// The file of `npm run devices -- print` as lines for the paper, read and judged before a port is opened: what is no text prints nothing.
import { readFile } from 'node:fs/promises';
import type { PrintLine } from '../ticket-printer/contract.ts';
import type { Words } from '../ticket-printer/texts.ts';
import { closedPortWords, TOOL_WORDS } from './texts.ts';
import { ToolTrouble } from './tool-trouble.ts';

const MOST_LINES = 500;

const FILE_WORDS = {
  notText: {
    zh: '这不是 UTF-8 文字文件（也许是 GBK 编码，或是 Word 之类的文件），什么也没有打印：在记事本里另存为 UTF-8 再试',
    en: 'this is no text in UTF-8 (GBK perhaps, or a file of a word processor), nothing was printed: save it as UTF-8 and try again',
  },
  empty: { zh: '文件里没有文字，什么也没有打印', en: 'there is no text in this file, nothing was printed' },
  tooLong: {
    zh: `超过 ${MOST_LINES} 行，什么也没有打印`,
    en: `more than ${MOST_LINES} lines, nothing was printed`,
  },
} as const satisfies Record<string, Words>;

/** An empty line of the file is a line of paper. Rejects with ToolTrouble `file`. */
export async function linesOfFile(file: string): Promise<PrintLine[]> {
  const text = textOf(await bytesOf(file));
  const unusable = (why: keyof typeof FILE_WORDS) => new ToolTrouble('file', closedPortWords(file, FILE_WORDS[why]));
  if (text === null) throw unusable('notText');
  if (text.trim() === '') throw unusable('empty');
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  if (lines.length > MOST_LINES) throw unusable('tooLong');
  return lines.map((line) => (line.trim() === '' ? { type: 'feed', lines: 1 } : { type: 'text', text: line }));
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new ToolTrouble('file', closedPortWords(file, TOOL_WORDS.fileUnusable(String(error.code))));
  }
}

/** Without a byte-order mark. Null for what is not UTF-8, or has a NUL in it, which no text has. */
function textOf(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
