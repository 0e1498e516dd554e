// Every control on the glass: acts on release inside, not when the finger slips off; Enter and Space do the same.
import type { ReactElement, ReactNode } from 'react';
import { LoaderCircle } from 'lucide-react';
import { useKiosk } from './kiosk-context.ts';
import type { Touch } from './journey-state.ts';
import { texts } from './texts.ts';
import { useTap } from './use-tap.ts';
import { Words } from './words.tsx';

interface TapButtonProps {
  readonly touch: Touch;
  readonly className: string;
  /** Not available now; stays visible and focusable, the reason stands in it or beside it. */
  readonly isOff?: boolean;
  /** Its own question is under way: after 300 ms it says so in its own place. */
  readonly isBusy?: boolean;
  readonly children: ReactNode;
}

export function TapButton({ touch, className, isOff = false, isBusy = false, children }: TapButtonProps): ReactElement {
  const { ask, slowness, touch: act } = useKiosk();
  const isDisabled = isOff || ask !== null;
  const isSaidBusy = isBusy && slowness !== 'none';
  const { isPressed, handlers } = useTap(isDisabled, () => act(touch));

  return (
    <button
      type="button"
      className={className}
      data-fit=""
      aria-disabled={isDisabled}
      data-off={isOff || (ask !== null && !isBusy && slowness !== 'none')}
      data-pressed={isPressed}
      {...handlers}
    >
      {isSaidBusy ? <BusyWords isPrinting={ask?.type === 'reprint'} /> : children}
    </button>
  );
}

function BusyWords({ isPrinting }: { readonly isPrinting: boolean }): ReactElement {
  return (
    <>
      <LoaderCircle className="spinner" aria-hidden />
      <Words text={isPrinting ? texts.busy.printing : texts.busy.taking} />
    </>
  );
}
