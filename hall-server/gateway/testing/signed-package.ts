// An update package of arbitrary bytes with a manifest and a signature, as a release would bring it.
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { SignedManifest, UpdateManifest } from '@jiaohao/contracts/updates';

export function releaseKey(): { readonly privateKey: KeyObject; readonly publicPem: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return { privateKey, publicPem: publicKey.export({ type: 'spki', format: 'pem' }).toString() };
}

export function signedPackage(
  bytes: Buffer,
  privateKey: KeyObject,
  changes: Partial<UpdateManifest> = {},
): { readonly signed: SignedManifest; readonly manifest: UpdateManifest } {
  const manifest: UpdateManifest = {
    product: 'jiaohao-terminal',
    version: '1.1.0',
    platform: 'browser-linux-x64',
    sizeBytes: bytes.length,
    sha512: createHash('sha512').update(bytes).digest('hex'),
    unpackedBytes: bytes.length,
    ...changes,
  };
  const text = JSON.stringify(manifest);
  return {
    manifest,
    signed: { manifest: text, signature: sign(null, Buffer.from(text), privateKey).toString('base64') },
  };
}
