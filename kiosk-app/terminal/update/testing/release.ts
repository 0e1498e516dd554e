// A release as the workshop makes it (packed, measured, signed) and a hall that gives it out, for tests.
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { SignedManifest, UpdateManifest, UpdateReport } from '@jiaohao/contracts/updates';
import { packFolder } from '../../../../packaging/ustar.ts';
import { HallGivesNothing } from '../hall-updates.ts';
import type { HallUpdates } from '../hall-updates.ts';

export interface Release {
  readonly signed: SignedManifest;
  readonly manifest: UpdateManifest;
  readonly bytes: Buffer;
}

export const PLATFORM = 'browser-linux-x64';
const KEYS = generateKeyPairSync('ed25519');
export const RELEASE_KEY = KEYS.publicKey;

/** `files`: names with their contents. */
export async function makeRelease(
  version: string,
  files: Readonly<Record<string, string | Buffer>>,
  changes: Partial<UpdateManifest> = {},
): Promise<Release> {
  const folder = mkdtempSync(join(tmpdir(), 'jiaohao-release-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, 'files', name)), { recursive: true });
      writeFileSync(join(folder, 'files', name), content);
    }
    await packFolder(join(folder, 'files'), join(folder, 'package.tar.gz'));
    const bytes = readFileSync(join(folder, 'package.tar.gz'));
    const unpackedBytes = Object.values(files).reduce((sum, content) => sum + Buffer.byteLength(content), 0);
    return signed(version, bytes, { unpackedBytes, ...changes });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function signed(
  version: string,
  bytes: Buffer,
  changes: Partial<UpdateManifest> = {},
  key: KeyObject = KEYS.privateKey,
): Release {
  const manifest: UpdateManifest = {
    product: 'jiaohao-terminal',
    version,
    platform: PLATFORM,
    sizeBytes: bytes.length,
    sha512: createHash('sha512').update(bytes).digest('hex'),
    unpackedBytes: 10_000,
    ...changes,
  };
  const text = JSON.stringify(manifest);
  return {
    manifest,
    bytes,
    signed: { manifest: text, signature: sign(null, Buffer.from(text), key).toString('base64') },
  };
}

/** A hall in memory: what it sends can be cut short, and it remembers from which byte it was asked. */
export class ReleaseHall implements HallUpdates {
  release: Release | null;
  /** The line breaks after so many bytes of a download. */
  breaksAfterBytes = Infinity;
  readonly askedFrom: number[] = [];
  readonly reports: UpdateReport[] = [];
  isAway = false;
  readonly #chunkBytes: number;

  constructor(release: Release | null, chunkBytes = 512) {
    this.release = release;
    this.#chunkBytes = chunkBytes;
  }

  offer(): Promise<SignedManifest | null> {
    if (this.isAway) return Promise.reject(new HallGivesNothing('away'));
    return Promise.resolve(this.release?.signed ?? null);
  }

  async *download(_manifest: UpdateManifest, fromByte: number): AsyncGenerator<Buffer> {
    this.askedFrom.push(fromByte);
    const bytes = this.release?.bytes ?? Buffer.alloc(0);
    for (let at = fromByte; at < bytes.length; at += this.#chunkBytes) {
      if (at - fromByte >= this.breaksAfterBytes) throw new HallGivesNothing('the line broke');
      yield await Promise.resolve(bytes.subarray(at, at + this.#chunkBytes));
    }
  }

  report(report: UpdateReport): Promise<void> {
    if (this.isAway) return Promise.reject(new HallGivesNothing('away'));
    this.reports.push(report);
    return Promise.resolve();
  }
}
