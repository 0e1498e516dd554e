// Copies chosen files into a folder that is being put together.
import { chmodSync, cpSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Copies each file or folder under its own name from one folder to another. */
export function copyNamed(from: string, to: string, names: readonly string[]): void {
  for (const name of names) copyTo(join(from, name), join(to, name));
}

export function copyTo(source: string, target: string): void {
  mkdirSync(dirname(target), { recursive: true });
  cpSync(source, target, { recursive: true, dereference: true });
}

export function copyProgram(source: string, target: string): void {
  copyTo(source, target);
  chmodSync(target, 0o755);
}
