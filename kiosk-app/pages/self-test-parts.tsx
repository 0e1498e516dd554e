// What the staff's pages are made of: a text in both languages, a button, and the end when nobody touches them.
import { useEffect } from 'react';
import type { ReactElement } from 'react';
import type { LucideIcon } from 'lucide-react';
import type { Fingers } from './fingers.ts';
import type { Pair } from './self-test-texts.ts';
import { runStaffLimit } from './staff-limit.ts';
import { useTap } from './use-tap.ts';

export function Both({ text }: { readonly text: Pair }): ReactElement {
  return (
    <span className="both">
      <span lang="zh-CN">{text.zh}</span> <span lang="en">{text.en}</span>
    </span>
  );
}

interface StaffButtonProps {
  readonly text: Pair;
  readonly icon?: LucideIcon;
  readonly onTap: () => void;
  readonly isOff?: boolean;
  /** Of a button that stays in: whether it is. */
  readonly isChosen?: boolean;
  readonly className?: string;
}

export function StaffButton({
  text,
  icon: Icon,
  onTap,
  isOff = false,
  isChosen,
  className = '',
}: StaffButtonProps): ReactElement {
  const { isPressed, handlers } = useTap(isOff, onTap);
  return (
    <button
      type="button"
      className={`button staff-button ${className}`}
      aria-disabled={isOff}
      aria-pressed={isChosen}
      data-off={isOff}
      data-pressed={isPressed}
      {...handlers}
    >
      {Icon !== undefined && <Icon aria-hidden />}
      <Both text={text} />
    </button>
  );
}

/** Calls `onOver` when nobody has touched the page or a key for so long, and on Esc. */
export function useStaffLeave(limitMs: number, fingers: Fingers, onOver: () => void): void {
  useEffect(() => runStaffLimit(limitMs, fingers, onOver), [limitMs, fingers, onOver]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.repeat) onOver();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onOver]);
}
