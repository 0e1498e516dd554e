// The page's half of staff at the glass: what the terminal says of it, what staff touch, and that an applicant comes first.
import type { PageMessage } from '../wire/page.ts';
import type { StaffView, StaffWish } from '../wire/self-test.ts';
import type { Journey } from './journey-state.ts';

export interface SelfTestDesk {
  /** What stands on the glass instead of the journey; null: the journey does. */
  readonly shown: () => Exclude<StaffView, { state: 'offered' }> | null;
  /** The corners were tapped as only staff know: nothing happens while an applicant is at it. */
  readonly gesture: () => void;
  readonly wish: (wish: StaffWish) => void;
  readonly tryPin: (pin: string) => void;
}

export interface SelfTestInside {
  readonly desk: SelfTestDesk;
  /** From the terminal; null too when the terminal itself is gone. */
  readonly heard: (staff: StaffView | null) => void;
  readonly journeyMoved: () => void;
}

export function openSelfTestDesk(
  send: (message: PageMessage) => void,
  journey: () => Journey,
  onChange: () => void,
): SelfTestInside {
  let staff: StaffView | null = null;
  const isFree = (): boolean => journey().page.type === 'start';
  const wish = (wished: StaffWish): void => send({ type: 'staff', wish: wished });

  const settle = (): void => {
    if (staff?.state === 'offered' && isFree()) wish('open');
    // A card laid while staff type: its person goes first.
    if (staff?.state === 'askPin' && !isFree()) wish('close');
  };
  return {
    desk: {
      shown: () => (staff === null || staff.state === 'offered' || !isFree() ? null : staff),
      gesture: () => {
        if (isFree()) wish('gesture');
      },
      wish,
      tryPin: (pin) => send({ type: 'staffPin', pin }),
    },
    heard: (view) => {
      staff = view;
      settle();
      onChange();
    },
    journeyMoved: settle,
  };
}
