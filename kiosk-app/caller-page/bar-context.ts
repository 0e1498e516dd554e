// What every part of the bar draws from: the newest state, its words, and the desk that presses go to.
import { createContext, useContext, useEffect, useState } from 'react';
import type { CallerUpdate } from '../wire/caller.ts';
import type { BarDesk } from './bar-desk.ts';
import type { CallerTexts } from './language-file.ts';

export interface BarValues {
  readonly desk: BarDesk;
  readonly update: CallerUpdate;
  readonly texts: CallerTexts;
}

export const BarContext = createContext<BarValues | null>(null);

export function useBar(): BarValues {
  const values = useContext(BarContext);
  if (values === null) throw new Error('drawn outside of the bar');
  return values;
}

const TICK_MS = 200;

/** The hall's time in whole seconds, epoch ms; renders once a second. */
export function useHallSeconds(offsetMs: number): number {
  const [seconds, setSeconds] = useState(() => wholeSeconds(offsetMs));
  useEffect(() => {
    const timer = setInterval(() => setSeconds(wholeSeconds(offsetMs)), TICK_MS);
    return () => clearInterval(timer);
  }, [offsetMs]);
  return seconds;
}

function wholeSeconds(offsetMs: number): number {
  return Math.floor((Date.now() + offsetMs) / 1_000) * 1_000;
}
