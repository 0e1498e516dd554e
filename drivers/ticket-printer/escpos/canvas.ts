// The way to the native drawing library: loaded at the first ticket that needs something drawn, and done without where it is missing.
import type * as canvas from '@napi-rs/canvas';

export type Canvas = typeof canvas;

/** Null where the library cannot be loaded on this computer. */
export async function loadCanvas(): Promise<Canvas | null> {
  try {
    return await import('@napi-rs/canvas');
  } catch (error) {
    // No prebuilt library for this processor, or the package was left out: the caller names it (artwork-store.ts).
    if (error instanceof Error) return null;
    throw error;
  }
}
