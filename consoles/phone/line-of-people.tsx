// The line as a drawing: the applicant leftmost, the window at the right end, at most seven people between.
import type { ReactElement } from 'react';
import { ArrowRight, UserRound } from 'lucide-react';
import { TEXTS } from './texts.ts';

const DRAWN_MAX = 6;

/** A picture of the number beside it: nothing new for a screen reader. */
export function LineOfPeople({ peopleAhead }: { readonly peopleAhead: number }): ReactElement {
  const drawn = Math.min(peopleAhead, DRAWN_MAX);
  const more = peopleAhead - drawn;
  return (
    <div className="line-of-people" aria-hidden>
      <span className="me">
        <UserRound className="icon" />
      </span>
      {Array.from({ length: drawn }, (_, at) => (
        <UserRound key={at} className="icon" />
      ))}
      {more > 0 && <span className="more">+{more}</span>}
      <ArrowRight className="icon" />
      <span className="to-window">{TEXTS.toWindow.first}</span>
    </div>
  );
}
