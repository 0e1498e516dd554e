// A control with an icon, a word and its key. Impossible is disabled with its reason to be read, never hidden.
import type { LucideIcon } from 'lucide-react';
import { LoaderCircle } from 'lucide-react';
import type { MouseEvent, ReactElement } from 'react';
import { KeyCap } from './key-cap.tsx';

interface ActionButtonProps {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly keyLabel: string;
  /** Why it cannot be pressed now; null when it can. */
  readonly reason: string | null;
  readonly isWorking: boolean;
  readonly onPress: () => void;
}

export function ActionButton(props: ActionButtonProps): ReactElement {
  const Icon = props.isWorking ? LoaderCircle : props.icon;
  return (
    <button
      type="button"
      className="action-button"
      // Not `disabled`: it stays in the order of Tab and its reason is read out.
      aria-disabled={props.reason !== null}
      aria-busy={props.isWorking}
      aria-keyshortcuts={props.keyLabel}
      title={props.reason ?? undefined}
      onClick={(event) => {
        dropPointerFocus(event);
        if (props.reason === null) props.onPress();
      }}
    >
      <Icon className={props.isWorking ? 'action-icon turning' : 'action-icon'} size={24} aria-hidden />
      <span className="action-label">{props.label}</span>
      {props.reason !== null && <span className="unseen">{props.reason}</span>}
      <KeyCap label={props.keyLabel} />
    </button>
  );
}

/** After a mouse click the focus goes: a later Enter or space bar must not press the same control unseen. */
export function dropPointerFocus(event: MouseEvent<HTMLElement>): void {
  if (event.detail > 0) event.currentTarget.blur();
}
