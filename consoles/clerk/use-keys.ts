// The keyboard of the console: reads the key table, keeps the browser's own keys from acting, answers the open question.
import { useEffect, useEffectEvent } from 'react';
import { keyMeaning } from './keys.ts';
import type { KeyTable } from './keys.ts';
import { PAUSE_REASONS } from './use-console.ts';
import type { ConsoleControls } from './use-console.ts';

export function useKeys(keys: KeyTable, controls: ConsoleControls): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const meaning = keyMeaning(event, keys);
    if (meaning.kind !== 'leave' && meaning.kind !== 'confirm') event.preventDefault();
    switch (meaning.kind) {
      case 'action':
        controls.press(meaning.action);
        break;
      case 'confirm':
        // A focused control takes Enter itself.
        if (controls.panel === 'markMissed' && !(event.target instanceof HTMLButtonElement)) controls.confirmMissed();
        break;
      case 'cancel':
        controls.closePanel();
        break;
      case 'choice': {
        const reason = PAUSE_REASONS[meaning.index];
        if (controls.panel === 'pause' && reason !== undefined) controls.pause(reason);
        break;
      }
      case 'swallow':
      case 'leave':
        break;
    }
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKeyDown(event);
    addEventListener('keydown', listener);
    return () => removeEventListener('keydown', listener);
  }, []);
}
