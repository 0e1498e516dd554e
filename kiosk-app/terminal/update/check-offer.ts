// Is an offered update for this terminal, and does the release key say so? Nothing is fetched before the answer is yes.
import { verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { UpdateManifest } from '@jiaohao/contracts/updates';
import type { SignedManifest, UpdatePlatform } from '@jiaohao/contracts/updates';
import { mayTake } from './launcher-state.ts';
import type { LauncherState } from './launcher-state.ts';

export type OfferProblem = 'signatureWrong' | 'manifestUnknown' | 'wrongPlatform' | 'notTaken';
export type CheckedOffer =
  { readonly ok: true; readonly manifest: UpdateManifest } | { readonly ok: false; readonly problem: OfferProblem };

/** `notTaken`: not newer than what runs, or given back before. */
export function checkOffer(
  signed: SignedManifest,
  releaseKey: KeyObject,
  platform: UpdatePlatform,
  state: LauncherState,
): CheckedOffer {
  const signature = Buffer.from(signed.signature, 'base64');
  if (!verify(null, Buffer.from(signed.manifest), releaseKey, signature)) return no('signatureWrong');
  const manifest = manifestOf(signed.manifest);
  if (manifest === null) return no('manifestUnknown');
  if (manifest.platform !== platform) return no('wrongPlatform');
  return mayTake(state, manifest.version) ? { ok: true, manifest } : no('notTaken');
}

function no(problem: OfferProblem): CheckedOffer {
  return { ok: false, problem };
}

function manifestOf(text: string): UpdateManifest | null {
  try {
    return UpdateManifest.safeParse(JSON.parse(text)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
