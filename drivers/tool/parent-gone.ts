// npm does not hand a signal on to the program behind its shell: what was started through it and must not outlive it looks for itself.
// Not for the hall or a terminal, which are to go on when the shell that started them ends.
const LOOK_MS = 500;

export interface Family {
  readonly ppid: number;
}

/** Resolves when the program that started this one is gone; on systems that tell no change, never. Keeps no process alive by itself. */
export function parentGone(family: Family = process): Promise<void> {
  const { ppid } = family;
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      if (family.ppid === ppid) return;
      clearInterval(timer);
      resolve();
    }, LOOK_MS);
    timer.unref();
  });
}
