// Every control on the glass: acts on release inside, not when the finger slips off; Enter and Space do the same.
import { useState } from 'react';
import type { KeyboardEvent, MouseEvent, PointerEvent, ReactElement, ReactNode } from 'react';
import { LoaderCircle } from 'lucide-react';
import { useKiosk } from './kiosk-context.ts';
import type { Touch } from './journey-state.ts';
import { texts } from './texts.ts';
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
  const [isPressed, setPressed] = useState(false);
  const isDisabled = isOff || ask !== null;
  const isSaidBusy = isBusy && slowness !== 'none';

  const onPointerDown = (event: PointerEvent<HTMLButtonElement>): void => {
    if (!event.isPrimary || event.button !== 0 || isDisabled) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setPressed(true);
  };
  const onPointerMove = (event: PointerEvent<HTMLButtonElement>): void => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) setPressed(isInside(event));
  };
  const onPointerUp = (event: PointerEvent<HTMLButtonElement>): void => {
    const wasDownHere = event.currentTarget.hasPointerCapture(event.pointerId);
    setPressed(false);
    if (wasDownHere && isInside(event) && !isDisabled) act(touch);
  };
  // A click without a pointer: keyboard, or an assistive program. Pointers have acted on release already.
  const onClick = (event: MouseEvent<HTMLButtonElement>): void => {
    if (event.detail === 0 && !isDisabled) act(touch);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>): void => {
    if (event.repeat && (event.key === 'Enter' || event.key === ' ')) event.preventDefault();
  };

  return (
    <button
      type="button"
      className={className}
      data-fit=""
      aria-disabled={isDisabled}
      data-off={isOff || (ask !== null && !isBusy && slowness !== 'none')}
      data-pressed={isPressed}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={() => setPressed(false)}
      onClick={onClick}
      onKeyDown={onKeyDown}
    >
      {isSaidBusy ? <BusyWords isPrinting={ask?.type === 'reprint'} /> : children}
    </button>
  );
}

function isInside(event: PointerEvent<HTMLButtonElement>): boolean {
  const box = event.currentTarget.getBoundingClientRect();
  const { clientX: x, clientY: y } = event;
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}

function BusyWords({ isPrinting }: { readonly isPrinting: boolean }): ReactElement {
  return (
    <>
      <LoaderCircle className="spinner" aria-hidden />
      <Words text={isPrinting ? texts.busy.printing : texts.busy.taking} />
    </>
  );
}
