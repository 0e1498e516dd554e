// The one filled button, which says all that it will do; beside it 开始办理, for halls that press it.
import { CirclePlay, LoaderCircle, Megaphone } from 'lucide-react';
import type { ReactElement } from 'react';
import type { ClerkCalls } from '@jiaohao/contracts/views';
import { ActionButton, dropPointerFocus } from '../ui/action-button.tsx';
import { KeyCap } from '../ui/key-cap.tsx';
import { ACTION_TEXTS, TEXTS, firstWords } from '../texts.ts';
import type { ActionReasons } from './actions.ts';
import { callNextEffect } from './effect.ts';
import type { KeyTable } from './keys.ts';
import type { ConsoleControls } from './use-console.ts';

export interface ActionsProps {
  readonly calls: ClerkCalls;
  readonly keys: KeyTable;
  readonly reasons: ActionReasons;
  readonly controls: ConsoleControls;
}

export function MainActions({ calls, keys, reasons, controls }: ActionsProps): ReactElement {
  const reason = reasons.callNext;
  const isWorking = controls.working === 'callNext';
  const Icon = isWorking ? LoaderCircle : Megaphone;
  return (
    <div className="main-actions">
      <button
        type="button"
        className="call-next"
        aria-disabled={reason !== null}
        aria-busy={isWorking}
        aria-keyshortcuts={keys.callNext}
        onClick={(event) => {
          dropPointerFocus(event);
          controls.press('callNext');
        }}
      >
        <Icon className={isWorking ? 'turning' : undefined} size={48} aria-hidden />
        <span className="call-next-words">
          <b>{ACTION_TEXTS.callNext}</b>
          <span>{isWorking ? TEXTS.working : callNextEffect(calls, reason)}</span>
        </span>
        <KeyCap label={keys.callNext} isLarge />
      </button>
      <ActionButton
        icon={CirclePlay}
        label={ACTION_TEXTS.startServing}
        keyLabel={keys.startServing}
        reason={reasons.startServing === null ? null : firstWords(reasons.startServing)}
        isWorking={controls.working === 'startServing'}
        onPress={() => controls.press('startServing')}
      />
    </div>
  );
}
