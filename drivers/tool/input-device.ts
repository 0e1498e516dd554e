// Names a mouse, keyboard or other input device whose path was taken for a reader's: from what the Linux kernel says of it.
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** `path` without symbolic links. Null for what is no input device. */
export async function inputDeviceName(path: string, sys = '/sys'): Promise<string | null> {
  const name = basename(path);
  if (/^\/dev\/hidraw\d+$/.test(path)) {
    const uevent = await textOf(join(sys, 'class/hidraw', name, 'device/uevent'));
    return /^HID_NAME=(.+)$/m.exec(uevent)?.[1] ?? name;
  }
  if (/^\/dev\/input\//.test(path)) {
    const text = await textOf(join(sys, 'class/input', name, 'device/name'));
    return text.trim() === '' ? name : text.trim();
  }
  return null;
}

/** Empty where the kernel has no such file. */
function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => '');
}
