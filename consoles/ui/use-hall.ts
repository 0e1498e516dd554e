// The hall connection for React: what it knows now, and the hall's clock by the second.
import { useSyncExternalStore } from 'react';
import type { HallConnection, HallSnapshot } from './hall-connection.ts';

export function useHall(connection: HallConnection): HallSnapshot {
  return useSyncExternalStore(connection.subscribe, connection.snapshot);
}

const TICK_MS = 200;

/** Hall time in whole seconds, as epoch ms; renders once a second. */
export function useHallSeconds(connection: HallConnection): number {
  return useSyncExternalStore(subscribeToTicks, () => Math.floor(connection.hallNow() / 1000) * 1000);
}

function subscribeToTicks(changed: () => void): () => void {
  const timer = setInterval(changed, TICK_MS);
  return () => clearInterval(timer);
}
