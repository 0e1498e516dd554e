// One step of the walk: its number, what to do, and the screens it needs.
import type { ReactElement, ReactNode } from 'react';
import type { LucideIcon } from 'lucide-react';
import type { Words } from '../texts.ts';

interface StepCardProps {
  readonly place: number;
  readonly icon: LucideIcon;
  readonly title: Words;
  readonly note: Words;
  readonly children: ReactNode;
}

export function StepCard({ place, icon: Icon, title, note, children }: StepCardProps): ReactElement {
  return (
    <li className="step">
      <p className="step-place">
        <span className="number">{place}</span>
        <Icon size="2.25rem" aria-hidden />
      </p>
      <h3>{title.zh}</h3>
      <p className="step-en" lang="en">
        {title.en}
      </p>
      <p className="step-note">{note.zh}</p>
      <p className="step-note quiet" lang="en">
        {note.en}
      </p>
      <div className="step-links">{children}</div>
    </li>
  );
}
