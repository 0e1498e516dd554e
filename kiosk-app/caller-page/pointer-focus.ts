// After a mouse click the focus goes: a later Enter or space bar must not press the same control unseen.
import type { MouseEvent } from 'react';

export function dropPointerFocus(event: MouseEvent<HTMLElement>): void {
  if (event.detail > 0) event.currentTarget.blur();
}
