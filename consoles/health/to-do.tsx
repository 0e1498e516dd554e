// What needs somebody, worst first: what is wrong, since when, and what to do about it.
import type { ReactElement } from 'react';
import { CircleCheck, Info, OctagonAlert, TriangleAlert } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { whenWords } from './when.ts';
import { Second } from './second.tsx';
import { TEXTS } from './texts.ts';
import type { Level, Trouble } from './troubles.ts';

const ICONS = { bad: OctagonAlert, warn: TriangleAlert, info: Info } as const satisfies Record<Level, LucideIcon>;

interface ToDoProps {
  readonly troubles: readonly Trouble[];
  readonly at: number;
  readonly timeZone: string;
}

export function ToDo({ troubles, at, timeZone }: ToDoProps): ReactElement {
  return (
    <section className="to-do" aria-labelledby="to-do-title">
      <h2 id="to-do-title">
        {TEXTS.needed.first} <span className="number">{troubles.length}</span>
        <Second text={TEXTS.needed} />
      </h2>
      {troubles.length === 0 && (
        <p className="all-well">
          <CircleCheck size={28} aria-hidden />
          <span>
            {TEXTS.nothing.first}
            <Second text={TEXTS.nothing} />
          </span>
        </p>
      )}
      <ul>
        {troubles.map((trouble) => (
          <TroubleCard key={trouble.key} trouble={trouble} at={at} timeZone={timeZone} />
        ))}
      </ul>
    </section>
  );
}

interface TroubleCardProps {
  readonly trouble: Trouble;
  readonly at: number;
  readonly timeZone: string;
}

function TroubleCard({ trouble, at, timeZone }: TroubleCardProps): ReactElement {
  const { level, title, todo, sinceAt } = trouble;
  const Icon = ICONS[level];
  return (
    <li className={`trouble trouble-${level}`}>
      <Icon size={26} aria-hidden />
      <div>
        <p className="trouble-level">
          {TEXTS.levels[level].first}
          {sinceAt !== null && <span>{TEXTS.since(whenWords(sinceAt, at, timeZone)).first}</span>}
        </p>
        <h3>
          {title.first}
          <Second text={title} />
        </h3>
        <p className="trouble-todo">
          {todo.first}
          <Second text={todo} />
        </p>
      </div>
    </li>
  );
}
