// The bar above every page of the pad: whose window it is, and at the right what the page is about.
import { CloudOff } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { TEXTS } from './texts.ts';

interface TopBarProps {
  readonly windowLabel: string;
  readonly isInterrupted: boolean;
  /** Where the page below needs every row. */
  readonly isSlim?: boolean;
  readonly children?: ReactNode;
}

export function TopBar({ windowLabel, isInterrupted, isSlim = false, children }: TopBarProps): ReactElement {
  return (
    <header className={isSlim ? 'top-bar slim' : 'top-bar'} data-fit="">
      <b className="own-window">{TEXTS.windowOf(windowLabel).first}</b>
      {isInterrupted ? (
        <span className="interrupted" role="status">
          <CloudOff aria-hidden className="icon" />
          {TEXTS.interrupted.first}
        </span>
      ) : null}
      <span className="top-right">{children}</span>
    </header>
  );
}
