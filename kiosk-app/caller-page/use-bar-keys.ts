// The keyboard while the bar has the focus: Enter answers 过号, Esc goes back. Hot keys are the host's.
import { useEffect } from 'react';
import type { BarDesk } from './bar-desk.ts';

export function useBarKeys(desk: BarDesk): void {
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => {
      const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.repeat;
      if (!isPlain) return;
      if (event.key === 'Escape') desk.send({ type: 'dismiss' });
      // A focused control takes Enter itself.
      if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) desk.confirmMissed();
    };
    addEventListener('keydown', listener);
    return () => removeEventListener('keydown', listener);
  }, [desk]);
}
