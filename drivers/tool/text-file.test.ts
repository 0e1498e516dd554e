// Files that `print` takes and refuses: nothing of a wrong one gets as far as a printer.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { linesOfFile } from './text-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'jiaohao-text-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (content: string | Uint8Array): string => {
  const path = join(folder, 'text.txt');
  writeFileSync(path, content);
  return path;
};

it.each<[string, string | Uint8Array, RegExp]>([
  ['an empty one', '', /no text in this file, nothing was printed/],
  ['one of blank lines', '\r\n \n\t\n', /no text in this file/],
  ['a mark and nothing behind it', Uint8Array.of(0xef, 0xbb, 0xbf), /no text in this file/],
  // 测试 in GBK.
  ['GBK', Uint8Array.of(0xb2, 0xe2, 0xca, 0xd4), /no text in UTF-8/],
  ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x4b, 0x6d), /no text in UTF-8/],
  ['UTF-16 without its mark', Uint8Array.of(0x41, 0x00, 0x42, 0x00), /no text in UTF-8/],
  ['a character cut in two', Buffer.from('测试').subarray(0, 5), /no text in UTF-8/],
  ['too many lines', 'A\n'.repeat(501), /more than 500 lines/],
])('%s is refused in words', async (_, content, words) => {
  await expect(linesOfFile(file(content))).rejects.toMatchObject({ code: 'file', message: words });
});

it('one that is not there, and a folder, by what the system says', async () => {
  await expect(linesOfFile(join(folder, 'nothing'))).rejects.toMatchObject({ code: 'file', message: /ENOENT/ });
  await expect(linesOfFile(folder)).rejects.toMatchObject({ code: 'file', message: /EISDIR/ });
});

it('text becomes lines, blank ones paper, whatever ends them; a byte-order mark is none of it', async () => {
  const lines = [
    { type: 'text', text: '测试' },
    { type: 'feed', lines: 1 },
    { type: 'text', text: ' A012' },
  ];
  expect(await linesOfFile(file('\u{feff}测试\r\n\r\n A012\r\n'))).toEqual(lines);
  expect(await linesOfFile(file('测试\n\n A012'))).toEqual(lines);
});
