// Updates of terminals: what a release says of itself, how far it is rolled out, and what terminals tell of it.
import { z } from 'zod';
import { ConfiguredId } from './ids.ts';

/** Three numbers and nothing else: an order that nobody can read in two ways. */
export const ReleaseVersion = z.string().regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/);
export type ReleaseVersion = z.infer<typeof ReleaseVersion>;

/**
 * Host and machine: `browser-linux-x64` is the terminal in plain Node, `electron-win32-x64` the one in Electron;
 * machine names are Node's `process.platform` and `process.arch`.
 */
export const UpdatePlatform = z.string().regex(/^(browser|electron)-(linux|win32)-(x64|arm64)$/);
export type UpdatePlatform = z.infer<typeof UpdatePlatform>;

const GIBIBYTE = 1024 ** 3;

/** Signed as a whole: the signature is over the exact bytes of its JSON text. */
export const UpdateManifest = z.strictObject({
  product: z.literal('jiaohao-terminal'),
  version: ReleaseVersion,
  platform: UpdatePlatform,
  /** Of the package, a .tar.gz. */
  sizeBytes: z.int().min(1).max(GIBIBYTE),
  sha512: z.string().regex(/^[0-9a-f]{128}$/),
  /** Of its files together, so that a full disk is known before it is full. */
  unpackedBytes: z
    .int()
    .min(1)
    .max(4 * GIBIBYTE),
});
export type UpdateManifest = z.infer<typeof UpdateManifest>;

export const SignedManifest = z.strictObject({
  /** JSON text of an UpdateManifest. */
  manifest: z.string().min(2).max(2_000),
  /** Ed25519 (RFC 8032) over the UTF-8 bytes of `manifest`, Base64. */
  signature: z.base64().length(88),
});
export type SignedManifest = z.infer<typeof SignedManifest>;

/** Who gets a version: whoever one of the three includes. Nobody is included until the administrator says so. */
export const UpdateRollout = z.strictObject({
  terminals: z.array(ConfiguredId).max(1_000).default([]),
  zones: z.array(ConfiguredId).max(1_000).default([]),
  percent: z.int().min(0).max(100).default(0),
});
export type UpdateRollout = z.infer<typeof UpdateRollout>;

/** `GET /api/v1/updates/offer?platform=&version=`: asked by a terminal with the version that it runs. */
export const UpdateOfferQuery = z.strictObject({ platform: UpdatePlatform, version: ReleaseVersion });
export const UpdateOffer = z.strictObject({ offer: SignedManifest.nullable() });
export type UpdateOffer = z.infer<typeof UpdateOffer>;

/** Why a version was given back: it ended, said nothing in time, or its folder could not be started. */
export const UpdateFailure = z.enum(['ended', 'notHealthyInTime', 'cannotStart', 'interrupted']);
export type UpdateFailure = z.infer<typeof UpdateFailure>;

/** `POST /api/v1/updates/reports`: this terminal tried that version and went back. */
export const UpdateReport = z.strictObject({ version: ReleaseVersion, failure: UpdateFailure });
export type UpdateReport = z.infer<typeof UpdateReport>;

/** Below zero when `a` is older than `b`. */
export function compareVersions(a: ReleaseVersion, b: ReleaseVersion): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)];
  return left.map((part, index) => part - (right[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
}
