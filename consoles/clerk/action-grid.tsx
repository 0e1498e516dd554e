// The other actions in fixed places, in the order of the hand: what ends a ticket, then what changes the round.
import { Check, Coffee, ListRestart, Play, RotateCcw, Star, UserX } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { firstWords } from '../texts.ts';
import type { Words } from '../texts.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { isPaused, labelOf } from './actions.ts';
import type { ActionName } from './keys.ts';
import type { ActionsProps } from './main-actions.tsx';

const PLACES: readonly { readonly action: ActionName; readonly icon: LucideIcon }[] = [
  { action: 'finishServing', icon: Check },
  { action: 'requestEvaluation', icon: Star },
  { action: 'missedList', icon: ListRestart },
  { action: 'pauseOrResume', icon: Coffee },
  { action: 'recall', icon: RotateCcw },
  { action: 'markMissed', icon: UserX },
];

export function ActionGrid({ calls, keys, reasons, controls }: ActionsProps): ReactElement {
  const paused = isPaused(calls);
  return (
    <div className="action-grid">
      {PLACES.map(({ action, icon }) => {
        const isResume = action === 'pauseOrResume' && paused;
        return (
          <ActionButton
            key={action}
            icon={isResume ? Play : icon}
            label={labelOf(action, calls)}
            keyLabel={keys[action]}
            reason={reasonOf(reasons[action])}
            isWorking={controls.working === action}
            onPress={() => controls.press(action)}
          />
        );
      })}
    </div>
  );
}

function reasonOf(words: Words | null): string | null {
  return words === null ? null : firstWords(words);
}
