// What every page and control may ask for without being handed it.
import { createContext, useContext } from 'react';
import type { Form } from './form.ts';
import type { Ask, Journey, Touch } from './journey-state.ts';
import type { Slowness } from './use-slowness.ts';

export interface KioskScene {
  readonly journey: Journey;
  readonly form: Form;
  /** The question that is waiting for its answer: controls are off. */
  readonly ask: Ask | null;
  readonly slowness: Slowness;
  /** Of the time limit of what is on the glass; null where there is none. */
  readonly secondsLeft: number | null;
  readonly touch: (touch: Touch) => void;
}

export const KioskContext = createContext<KioskScene | null>(null);

export function useKiosk(): KioskScene {
  const scene = useContext(KioskContext);
  if (scene === null) throw new Error('outside of <Kiosk>');
  return scene;
}
