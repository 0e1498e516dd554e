// A touch on a control: acts on release inside, not when the finger slips off; Enter and Space do the same.
import { useState } from 'react';
import type { KeyboardEvent, MouseEvent, PointerEvent } from 'react';

/** `handlers` go on the button. */
export function useTap(isDisabled: boolean, onTap: () => void) {
  const [isPressed, setPressed] = useState(false);
  const handlers = {
    onPointerDown: (event: PointerEvent<HTMLButtonElement>): void => {
      if (!event.isPrimary || event.button !== 0 || isDisabled) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      setPressed(true);
    },
    onPointerMove: (event: PointerEvent<HTMLButtonElement>): void => {
      if (event.currentTarget.hasPointerCapture(event.pointerId)) setPressed(isInside(event));
    },
    onPointerUp: (event: PointerEvent<HTMLButtonElement>): void => {
      const wasDownHere = event.currentTarget.hasPointerCapture(event.pointerId);
      setPressed(false);
      if (wasDownHere && isInside(event) && !isDisabled) onTap();
    },
    onPointerCancel: (): void => setPressed(false),
    // A click without a pointer: keyboard, or an assistive program. Pointers have acted on release already.
    onClick: (event: MouseEvent<HTMLButtonElement>): void => {
      if (event.detail === 0 && !isDisabled) onTap();
    },
    onKeyDown: (event: KeyboardEvent<HTMLButtonElement>): void => {
      if (event.repeat && (event.key === 'Enter' || event.key === ' ')) event.preventDefault();
    },
  };
  return { isPressed, handlers };
}

function isInside(event: PointerEvent<HTMLButtonElement>): boolean {
  const box = event.currentTarget.getBoundingClientRect();
  const { clientX: x, clientY: y } = event;
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}
