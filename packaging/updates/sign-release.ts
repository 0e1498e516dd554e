// Signs an update package: its manifest with the release's private key, which never leaves the workshop.
import { createHash, createPrivateKey, sign } from 'node:crypto';
import { createReadStream, readFileSync, statSync, writeFileSync } from 'node:fs';
import { SignedManifest, UpdateManifest } from '@jiaohao/contracts/updates';

export interface ReleaseFacts {
  readonly version: string;
  /** `browser-linux-x64` and the like. */
  readonly platform: string;
  readonly unpackedBytes: number;
}

/** Writes `<package>.manifest.json` beside the package. The key: PEM (PKCS #8) of an Ed25519 private key. */
export async function signRelease(packageFile: string, keyFile: string, facts: ReleaseFacts): Promise<string> {
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(packageFile)) hash.update(chunk as Buffer);
  const manifest = UpdateManifest.parse({
    product: 'jiaohao-terminal',
    ...facts,
    sizeBytes: statSync(packageFile).size,
    sha512: hash.digest('hex'),
  });
  const text = JSON.stringify(manifest);
  const key = createPrivateKey(readFileSync(keyFile));
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${keyFile} is no Ed25519 key`);
  const signed = SignedManifest.parse({
    manifest: text,
    signature: sign(null, Buffer.from(text), key).toString('base64'),
  });
  const file = `${packageFile}.manifest.json`;
  writeFileSync(file, `${JSON.stringify(signed)}\n`);
  return file;
}
