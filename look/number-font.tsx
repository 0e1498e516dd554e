// Measures text in the number font, and says when that font has come: sizes measured before would be those of a fallback.
import { useSyncExternalStore } from 'react';

const MEASURED_AT_PX = 100;
const listeners = new Set<() => void>();
let fontGeneration = 0;
let isAsked = false;

/** Loads the number font; resolves when it is there or has failed. The face is needed before the first call, not after it. */
export async function loadNumberFont(): Promise<void> {
  isAsked = true;
  await Promise.allSettled([document.fonts.load(`700 ${MEASURED_AT_PX}px B612`, 'A0'), document.fonts.ready]);
  fontGeneration += 1;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (!isAsked) void loadNumberFont();
  return () => listeners.delete(listener);
}

/** Changes when the number font arrives, so that whoever measured before measures again. */
export function useNumberFontGeneration(): number {
  return useSyncExternalStore(subscribe, () => fontGeneration);
}

let context: CanvasRenderingContext2D | null = null;

/** Width in em of `text` in the number font, bold, without letter spacing. */
export function measureNumberEm(text: string): number {
  context ??= document.createElement('canvas').getContext('2d');
  // B612 capitals and digits advance 0.65 em (W more): a browser without canvas still gets a number that fits.
  if (context === null) return text.length;
  context.font = `700 ${MEASURED_AT_PX}px B612, 'Noto Sans SC', sans-serif`;
  return context.measureText(text).width / MEASURED_AT_PX;
}
