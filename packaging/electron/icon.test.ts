// The program's icons are whole: what electron-builder and Windows read of them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';

const read = (name: string) => readFileSync(join(import.meta.dirname, name));

test('Linux: 512 px, drawn, with clear corners', () => {
  const { width, height, data } = PNG.sync.read(read('icon.png'));
  expect([width, height, data[3]]).toEqual([512, 512, 0]);
  const middle = (256 * width + 60) * 4;
  expect([...data.subarray(middle, middle + 4)]).toEqual([0x0b, 0x53, 0x51, 255]);
});

test('Windows: every picture is a PNG of the size that its entry says, the largest of 256 px', () => {
  const bytes = read('icon.ico');
  expect([bytes.readUInt16LE(0), bytes.readUInt16LE(2)]).toEqual([0, 1]);
  const sizes = Array.from({ length: bytes.readUInt16LE(4) }, (_, index) => {
    const entry = 6 + 16 * index;
    const [length, at] = [bytes.readUInt32LE(entry + 8), bytes.readUInt32LE(entry + 12)];
    const { width, height } = PNG.sync.read(bytes.subarray(at, at + length));
    expect([width % 256, height % 256]).toEqual([bytes.readUInt8(entry), bytes.readUInt8(entry + 1)]);
    return width;
  });
  expect(sizes).toEqual([16, 24, 32, 48, 64, 256]);
});
