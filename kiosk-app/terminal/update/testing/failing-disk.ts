// The real disk, whose power is cut at a chosen step (before it, or half-way through), or which is full from there on.
import { realDisk } from '../update-disk.ts';
import type { UpdateDisk } from '../update-disk.ts';

export class PowerCut extends Error {
  override readonly name = 'PowerCut';
}

export interface FailingDisk extends UpdateDisk {
  /** Steps that changed something, or tried to. */
  steps(): number;
}

export function failingDisk(atStep: number, how: 'before' | 'half' | 'full'): FailingDisk {
  let steps = 0;

  /** True when this step is the one that is cut off half-way. */
  function step(): boolean {
    steps += 1;
    if (how === 'full' && steps >= atStep) throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
    if (how === 'before' && steps >= atStep) throw new PowerCut('before a step');
    if (how === 'half' && steps > atStep) throw new PowerCut('after a half step');
    return how === 'half' && steps === atStep;
  }

  return {
    ...realDisk,
    steps: () => steps,
    async writeWhole(path, text) {
      if (step()) {
        await realDisk.writeFile(`${path}.next`, [Buffer.from(text.slice(0, text.length / 2))], 0o600);
        throw new PowerCut('while a file was written');
      }
      await realDisk.writeWhole(path, text);
    },
    async writeFile(path, chunks, mode) {
      if (!step()) return realDisk.writeFile(path, chunks, mode);
      const all: Buffer[] = [];
      for await (const chunk of chunks) all.push(chunk);
      const bytes = Buffer.concat(all);
      await realDisk.writeFile(path, [bytes.subarray(0, bytes.length / 2)], mode);
      throw new PowerCut('while a file was unpacked');
    },
    async append(path, chunk) {
      if (!step()) return realDisk.append(path, chunk);
      await realDisk.append(path, chunk.subarray(0, chunk.length / 2));
      throw new PowerCut('while a piece was written');
    },
    async rename(from, to) {
      const isHalf = step();
      await realDisk.rename(from, to);
      if (isHalf) throw new PowerCut('after a rename');
    },
    async remove(path) {
      // A full disk still lets go of files.
      if (how === 'full') return realDisk.remove(path);
      const isHalf = step();
      await realDisk.remove(path);
      if (isHalf) throw new PowerCut('after a removal');
    },
  };
}
