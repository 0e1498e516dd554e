// Archives: one that the system's own tar made, ours read by the system's tar, and every kind that is refused.
import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { header, packFolder } from '../../../packaging/ustar.ts';
import { BadArchive, unpack } from './unpack.ts';
import { realDisk } from './update-disk.ts';

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'jiaohao-archive-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

const LONG = `${'folder-with-a-long-name/'.repeat(6)}file-with-a-long-name-too.txt`;
const MANY_BYTES = 10_000_000;

function sample(folder: string): void {
  mkdirSync(join(folder, 'in', LONG, '..'), { recursive: true });
  writeFileSync(join(folder, 'in/plain.txt'), '叫号\n');
  writeFileSync(join(folder, 'in/empty'), '');
  writeFileSync(join(folder, 'in/tool'), Buffer.alloc(512, 7), { mode: 0o755 });
  writeFileSync(join(folder, 'in', LONG), 'deep');
}

function expectSample(out: string): void {
  expect(readFileSync(join(out, 'plain.txt'), 'utf8')).toBe('叫号\n');
  expect(statSync(join(out, 'empty')).size).toBe(0);
  expect(statSync(join(out, 'tool')).mode & 0o777).toBe(0o755);
  expect(readFileSync(join(out, LONG), 'utf8')).toBe('deep');
}

test('what the system’s tar packed is unpacked', async () => {
  const folder = newFolder();
  sample(folder);
  const names = readdirSync(join(folder, 'in'));
  const tar = spawnSync('tar', ['--format=ustar', '-czf', 'a.tar.gz', '-C', 'in', ...names], { cwd: folder });
  expect(tar.status).toBe(0);
  await unpack(realDisk, join(folder, 'a.tar.gz'), join(folder, 'out'), MANY_BYTES);
  expectSample(join(folder, 'out'));
});

test('what we packed is unpacked by the system’s tar, and twice the same bytes', async () => {
  const folder = newFolder();
  sample(folder);
  await packFolder(join(folder, 'in'), join(folder, 'a.tar.gz'), 'root');
  await packFolder(join(folder, 'in'), join(folder, 'b.tar.gz'), 'root');
  expect(readFileSync(join(folder, 'a.tar.gz')).equals(readFileSync(join(folder, 'b.tar.gz')))).toBe(true);
  const tar = spawnSync('tar', ['-xzf', 'a.tar.gz'], { cwd: folder, encoding: 'utf8' });
  expect([tar.status, tar.stderr]).toEqual([0, '']);
  expectSample(join(folder, 'root'));
});

const archive = (...blocks: readonly Buffer[]) => gzipSync(Buffer.concat([...blocks, Buffer.alloc(1_024)]));
const linkType = (block: Buffer) => {
  // The type becomes '2' (symbolic link), and the sum with it.
  block[156] = 0x32;
  const sum = block.reduce((total, byte, index) => total + (index >= 148 && index < 156 ? 0x20 : byte), 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return block;
};

test.each([
  ['a way up', archive(header('../out.txt', 0, 0o644))],
  ['a way up in the middle', archive(header('a/../../out.txt', 0, 0o644))],
  ['an absolute name', archive(header('/tmp/out.txt', 0, 0o644))],
  ['a drive', archive(header('c:/out.txt', 0, 0o644))],
  ['a backslash', archive(header('a\\..\\out.txt', 0, 0o644))],
  ['no name', archive(header('', 0, 0o644))],
  ['a link', archive(linkType(header('link', 0, 0o777)))],
  ['a size beyond what was announced', archive(header('a', 8_000, 0o644), Buffer.alloc(8_192))],
  ['a file cut short', gzipSync(Buffer.concat([header('a', 900, 0o644), Buffer.alloc(512)]))],
  ['no end', gzipSync(header('a', 0, 0o644))],
  ['no gzip', Buffer.from('plain text')],
  ['gzip cut short', archive(header('a', 0, 0o644)).subarray(0, 40)],
  ['a header of noise', gzipSync(Buffer.alloc(2_048, 0x55))],
])('%s is refused', async (_, bytes) => {
  const folder = newFolder();
  writeFileSync(join(folder, 'a.tar.gz'), bytes);
  await expect(unpack(realDisk, join(folder, 'a.tar.gz'), join(folder, 'out'), 4_096)).rejects.toThrow(BadArchive);
});

test('a changed or missing byte anywhere is refused, or unpacks nothing outside its folder', async () => {
  const folder = newFolder();
  sample(folder);
  await packFolder(join(folder, 'in'), join(folder, 'a.tar.gz'));
  const bytes = readFileSync(join(folder, 'a.tar.gz'));
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 255 }), async (at, value) => {
      const changed = Buffer.from(bytes);
      changed[at] = value;
      writeFileSync(join(folder, 'changed'), value === 0 ? changed.subarray(0, at) : changed);
      const error = await unpack(realDisk, join(folder, 'changed'), join(folder, 'out'), MANY_BYTES).catch(
        (caught: unknown) => caught,
      );
      if (error !== undefined) expect(error).toBeInstanceOf(BadArchive);
      expect(readdirSync(folder).sort()).toEqual(expect.arrayContaining(['a.tar.gz', 'changed', 'in']));
      expect(readdirSync(folder).length).toBeLessThanOrEqual(4);
    }),
    { numRuns: 60 },
  );
});

test('a folder with a link in it is not packed', async () => {
  const folder = newFolder();
  mkdirSync(join(folder, 'in'));
  symlinkSync('/etc/passwd', join(folder, 'in/link'));
  await expect(packFolder(join(folder, 'in'), join(folder, 'a.tar.gz'))).rejects.toThrow(/neither a file nor a folder/);
});
