// The other actions in fixed places; what is impossible is disabled with its reason, never hidden.
import { CirclePlay, Coffee, LoaderCircle, Play, RotateCcw, UserX } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import type { CallerAction } from '../wire/caller.ts';
import { useBar } from './bar-context.ts';
import { FitWords } from './fit-words.tsx';
import { keyOf } from './key-words.ts';
import { dropPointerFocus } from './pointer-focus.ts';
import { useIsSlow } from './use-is-slow.ts';

export function ActionGrid(): ReactElement {
  const { update, texts } = useBar();
  const { work } = update;
  const isPaused = work !== null && (work.phase === 'paused' || work.pauseReason !== null);
  return (
    <div className="grid">
      <GridButton action="recall" icon={RotateCcw} label={texts.action.recall} />
      <GridButton action="markMissed" icon={UserX} label={texts.action.markMissed} />
      {work?.needsStart === true && (
        <GridButton action="startServing" icon={CirclePlay} label={texts.action.startServing} />
      )}
      <GridButton
        action="pauseOrResume"
        icon={isPaused ? Play : Coffee}
        label={isPaused ? texts.action.resume : texts.action.pauseOrResume}
      />
    </div>
  );
}

interface GridButtonProps {
  readonly action: Exclude<CallerAction, 'callNext'>;
  readonly icon: LucideIcon;
  readonly label: string;
}

function GridButton({ action, icon, label }: GridButtonProps): ReactElement {
  const { desk, update, texts } = useBar();
  const isSlow = useIsSlow(update.working === action);
  const reason = update.work === null ? 'linkLost' : update.work.reasons[action];
  const key = keyOf(update.hotKeys[action]);
  const Icon = isSlow ? LoaderCircle : icon;
  const title = reason === null ? key : texts.refusal(reason);
  return (
    <button
      type="button"
      className={`control grid-${action}`}
      aria-disabled={reason !== null}
      aria-busy={isSlow}
      {...(key === null ? {} : { 'aria-keyshortcuts': key })}
      {...(title === null ? {} : { title })}
      onClick={(event) => {
        dropPointerFocus(event);
        if (reason === null) desk.press(action);
      }}
    >
      <Icon className={isSlow ? 'turning' : undefined} size={16} aria-hidden />
      <FitWords className="control-words">{label}</FitWords>
      {reason !== null && <span className="unseen">{texts.refusal(reason)}</span>}
    </button>
  );
}
