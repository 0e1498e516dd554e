// Only so much at a time: password hashing is dear on purpose, so a flood of sign-ins must wait in line or be sent away.

export interface BoundedWork {
  /** Null when the line is full; nothing was begun. */
  run<T>(work: () => Promise<T>): Promise<T> | null;
}

export function boundedWork(limits: { readonly concurrent: number; readonly waitingMax: number }): BoundedWork {
  let running = 0;
  const waiting: (() => void)[] = [];

  async function runNow<T>(work: () => Promise<T>): Promise<T> {
    running += 1;
    try {
      return await work();
    } finally {
      running -= 1;
      waiting.shift()?.();
    }
  }

  return {
    run<T>(work: () => Promise<T>) {
      if (running < limits.concurrent) return runNow(work);
      if (waiting.length >= limits.waitingMax) return null;
      return new Promise<T>((resolve) => waiting.push(() => resolve(runNow(work))));
    },
  };
}
