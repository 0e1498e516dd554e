// The update packages that the hall holds: taken in pieces, kept only when whole and signed, given out as files.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { SignedManifest, UpdateManifest } from '@jiaohao/contracts/updates';
import { isMissing, readWhole, writeWhole } from './update-files.ts';

export interface KeptPackage extends UpdateManifest {
  readonly signed: SignedManifest;
  /** Less than `sizeBytes` until all pieces have come. */
  receivedBytes: number;
}

/** What an upload may be refused for; `gateway/texts.ts` has the words. */
export type UploadRefusal =
  'updateKeyMissing' | 'updateSignatureWrong' | 'updateDiffers' | 'updateOffset' | 'updateCorrupt' | 'notFound';
export type Taken =
  { readonly ok: true; readonly kept: KeptPackage } | { readonly ok: false; readonly refusal: UploadRefusal };

const PACKAGE = 'package.tar.gz';
const PARTIAL = 'package.part';
const MANIFEST = 'signed-manifest.json';

export class UpdateStore {
  readonly #folder: string;
  readonly #packages = new Map<string, KeptPackage>();

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async open(folder: string): Promise<UpdateStore> {
    const store = new UpdateStore(folder);
    await mkdir(join(folder, 'packages'), { recursive: true, mode: 0o700 });
    for (const name of await readdir(join(folder, 'packages'))) {
      const signed = await readWhole(join(folder, 'packages', name, MANIFEST), SignedManifest);
      // A manifest that was never finished: the upload begins anew.
      if (signed === null) continue;
      const manifest = manifestOf(signed);
      if (manifest === null) throw new Error(`${name}: its manifest is not one of this version`);
      store.#packages.set(name, { ...manifest, signed, receivedBytes: await store.#receivedBytes(manifest) });
    }
    return store;
  }

  all(): readonly KeptPackage[] {
    return [...this.#packages.values()];
  }

  /** Those that have come whole. */
  whole(): KeptPackage[] {
    return this.all().filter(({ receivedBytes, sizeBytes }) => receivedBytes === sizeBytes);
  }

  /** The file of a whole package. */
  fileOf(platform: string, version: string): { readonly path: string; readonly kept: KeptPackage } | null {
    const kept = this.whole().find((each) => each.platform === platform && each.version === version);
    return kept === undefined ? null : { path: this.#path(kept, PACKAGE), kept };
  }

  /** Begins a package, or goes on with one that was begun: `receivedBytes` says from where. */
  async begin(signed: SignedManifest): Promise<Taken> {
    const key = await readFile(join(this.#folder, 'release-key.pem')).catch((error: unknown) => {
      if (isMissing(error)) return null;
      throw error;
    });
    if (key === null) return { ok: false, refusal: 'updateKeyMissing' };
    const signature = Buffer.from(signed.signature, 'base64');
    const isGood = verify(null, Buffer.from(signed.manifest), createPublicKey(key), signature);
    const manifest = isGood ? manifestOf(signed) : null;
    if (manifest === null) return { ok: false, refusal: 'updateSignatureWrong' };
    const known = this.#packages.get(nameOf(manifest));
    if (known !== undefined) {
      // A version that was given out once must not become another one under the same name.
      return known.sha512 === manifest.sha512 ? { ok: true, kept: known } : { ok: false, refusal: 'updateDiffers' };
    }
    await mkdir(this.#path(manifest, ''), { recursive: true, mode: 0o700 });
    await writeWhole(this.#path(manifest, MANIFEST), JSON.stringify(signed));
    const kept: KeptPackage = { ...manifest, signed, receivedBytes: 0 };
    await rm(this.#path(manifest, PARTIAL), { force: true });
    this.#packages.set(nameOf(manifest), kept);
    return { ok: true, kept };
  }

  /** The next piece. The last one is followed by the check of the whole; a package that is not what was signed is dropped. */
  async append(platform: string, version: string, offset: number, piece: Buffer): Promise<Taken> {
    const kept = this.#packages.get(`${platform}-${version}`);
    if (kept === undefined) return { ok: false, refusal: 'notFound' };
    const isNext = offset === kept.receivedBytes && offset + piece.length <= kept.sizeBytes && piece.length > 0;
    if (!isNext) return { ok: false, refusal: 'updateOffset' };
    const partial = this.#path(kept, PARTIAL);
    const endsAt = offset + piece.length;
    let receivedBytes = offset;
    // Claimed before the first await: a second piece for the same place is refused.
    kept.receivedBytes = -1;
    try {
      await writeAt(partial, piece, offset);
      if (endsAt === kept.sizeBytes) {
        if ((await sha512Of(partial)) !== kept.sha512) {
          await this.remove(platform, version);
          return { ok: false, refusal: 'updateCorrupt' };
        }
        await rename(partial, this.#path(kept, PACKAGE));
      }
      receivedBytes = endsAt;
    } finally {
      // Whatever failed: the same piece may be sent again.
      kept.receivedBytes = receivedBytes;
    }
    return { ok: true, kept };
  }

  /** False when there was none. Downloads that run go on to their end. */
  async remove(platform: string, version: string): Promise<boolean> {
    const kept = this.#packages.get(`${platform}-${version}`);
    if (kept === undefined) return false;
    this.#packages.delete(`${platform}-${version}`);
    await rm(this.#path(kept, ''), { recursive: true, force: true });
    return true;
  }

  /** Only a file under its own name was checked: one whose pieces are all there, but whose check was cut off, begins anew. */
  async #receivedBytes(manifest: UpdateManifest): Promise<number> {
    const partial = this.#path(manifest, PARTIAL);
    if ((await sizeOf(this.#path(manifest, PACKAGE))) === manifest.sizeBytes) return manifest.sizeBytes;
    const partialBytes = await sizeOf(partial);
    if (partialBytes < manifest.sizeBytes) return partialBytes;
    await rm(partial, { force: true });
    return 0;
  }

  #path(manifest: UpdateManifest, file: string): string {
    return join(this.#folder, 'packages', nameOf(manifest), file);
  }
}

function nameOf({ platform, version }: UpdateManifest): string {
  return `${platform}-${version}`;
}

function manifestOf(signed: SignedManifest): UpdateManifest | null {
  try {
    return UpdateManifest.safeParse(JSON.parse(signed.manifest)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** 0 for a file that is not there. */
async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if (isMissing(error)) return 0;
    throw error;
  }
}

async function writeAt(file: string, piece: Buffer, offset: number): Promise<void> {
  const handle = await open(file, offset === 0 ? 'w' : 'r+', 0o600);
  try {
    // The system may take less than it was given.
    for (let written = 0; written < piece.length;) {
      const { bytesWritten } = await handle.write(piece, written, piece.length - written, offset + written);
      written += bytesWritten;
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function sha512Of(file: string): Promise<string> {
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
