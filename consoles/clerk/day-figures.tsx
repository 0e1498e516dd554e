// The clerk's own day, and whether the last applicant has rated: asked, received or lapsed, never the rating.
import type { ReactElement } from 'react';
import type { ClerkCalls, ClerkStatus } from '@jiaohao/contracts/views';
import { EVALUATION_TEXTS, TEXTS } from '../texts.ts';
import { shortTime, wholeMinutes } from './timers.ts';

interface DayFiguresProps {
  readonly today: ClerkStatus['today'];
  readonly evaluation: ClerkCalls['evaluation'];
  readonly now: number;
}

export function DayFigures({ today, evaluation, now }: DayFiguresProps): ReactElement {
  const { figures } = TEXTS;
  const pausedMs = today.pausedMs + (today.pausedSinceAt === null ? 0 : Math.max(0, now - today.pausedSinceAt));
  return (
    <dl className="figures">
      <Figure caption={figures.finished} value={String(today.finished)} unit={figures.finishedUnit} />
      <Figure caption={figures.average} value={averageOf(today)} unit="" />
      <Figure
        caption={figures.participationOf(today.evaluationsRecorded, today.evaluationsRequested)}
        value={participationOf(today)}
        unit={today.evaluationsRequested === 0 ? '' : '%'}
      />
      <Figure caption={figures.paused} value={String(wholeMinutes(pausedMs))} unit={figures.pausedUnit} />
      <div className="figure figure-wide">
        <dt>{evaluation === null ? figures.evaluation : figures.evaluationOf(evaluation.ticketNumber)}</dt>
        <dd className="figure-words">
          <span role="status">{evaluation === null ? figures.noEvaluation : EVALUATION_TEXTS[evaluation.state]}</span>
        </dd>
      </div>
    </dl>
  );
}

function Figure({
  caption,
  value,
  unit,
}: {
  readonly caption: string;
  readonly value: string;
  readonly unit: string;
}): ReactElement {
  return (
    <div className="figure">
      <dt>{caption}</dt>
      <dd>
        <span className="number">{value}</span> {unit}
      </dd>
    </div>
  );
}

function averageOf({ finished, servingMsTotal }: ClerkStatus['today']): string {
  return finished === 0 ? TEXTS.dash : shortTime(servingMsTotal / finished);
}

function participationOf({ evaluationsRequested, evaluationsRecorded }: ClerkStatus['today']): string {
  return evaluationsRequested === 0
    ? TEXTS.dash
    : String(Math.round((evaluationsRecorded / evaluationsRequested) * 100));
}
