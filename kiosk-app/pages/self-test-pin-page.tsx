// Staff's PIN by touch, before the self-test. It is looked at in the terminal, and goes away when nobody touches it.
import { useCallback, useEffect, useState } from 'react';
import type { MouseEvent, ReactElement } from 'react';
import type { StaffView } from '../wire/self-test.ts';
import type { Fingers } from './fingers.ts';
import type { SelfTestDesk } from './self-test-desk.ts';
import { Both, StaffButton, useStaffLeave } from './self-test-parts.tsx';
import { pinTroubleText, SELF_TEST_TEXTS as TEXTS } from './self-test-texts.ts';

const LONGEST_PIN = 12;
const NOBODY_AFTER_MS = 20_000;
const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

interface PinPageProps {
  readonly view: Extract<StaffView, { state: 'askPin' }>;
  readonly desk: Pick<SelfTestDesk, 'wish' | 'tryPin'>;
  readonly fingers: Fingers;
}

export function SelfTestPinPage({ view, desk, fingers }: PinPageProps): ReactElement {
  const [pin, setPin] = useState('');
  const close = useCallback(() => {
    // Where the page stays, nothing of a PIN does.
    setPin('');
    desk.wish('close');
  }, [desk]);
  useStaffLeave(NOBODY_AFTER_MS, fingers, close);
  const add = (digit: string): void => setPin((given) => (given.length < LONGEST_PIN ? given + digit : given));
  const enter = (): void => {
    if (pin === '' || view.isChecking) return;
    setPin('');
    desk.tryPin(pin);
  };
  usePinKeys(add, () => setPin(''), enter);
  const digit = (key: string): ReactElement => (
    <StaffButton key={key} text={{ zh: key, en: '' }} className="digit" onTap={() => add(key)} />
  );
  return (
    <main className="page self-test-pin">
      <h1>
        <Both text={TEXTS.pinTitle} />
      </h1>
      <p className="pin-dots" aria-hidden="true">
        {'●'.repeat(pin.length)}
      </p>
      <p className="pin-word" role="alert">
        {view.trouble !== null && pin === '' && <Both text={pinTroubleText(view.trouble)} />}
        {view.isChecking && <Both text={TEXTS.pinChecking} />}
      </p>
      <p className="unseen" role="status">
        <Both text={TEXTS.pinGiven(pin.length)} />
      </p>
      <div className="pin-keys" onMouseDown={keepFocus}>
        {DIGITS.map(digit)}
        <StaffButton text={TEXTS.erase} onTap={() => setPin('')} />
        {digit('0')}
        <StaffButton text={TEXTS.enter} className="filled" isOff={pin === '' || view.isChecking} onTap={enter} />
        <StaffButton text={TEXTS.back} className="pin-back" onTap={close} />
      </div>
    </main>
  );
}

/** A pointer gives a key no focus: Enter after it is the keyboard's own, and not that key once more. */
function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}

/** The keys of a keyboard do what the keys on the glass do. Enter on one of those is a press of it alone. */
function usePinKeys(add: (digit: string) => void, erase: () => void, enter: () => void): void {
  useEffect(() => {
    const onKey = ({ key, repeat, target }: KeyboardEvent): void => {
      if (repeat) return;
      if (/^[0-9]$/.test(key)) add(key);
      if (key === 'Backspace') erase();
      if (key === 'Enter' && !(target instanceof HTMLButtonElement)) enter();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
}
