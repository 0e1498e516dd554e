// The two figures of waiting, or one sentence where no figure is left.
import type { ReactElement } from 'react';
import type { Pair } from '@jiaohao/look/language-pair';
import { waitMinutes } from './place.ts';
import type { Place } from './place.ts';
import { Second } from './second.tsx';
import { TEXTS } from './texts.ts';

export function WaitFacts({ place }: { readonly place: Place | null }): ReactElement {
  if (place !== null && place.peopleAhead === 0) {
    return (
      <div className="facts">
        <p className="fact sentence">
          <strong>{TEXTS.next.first}</strong>
          <Second of={TEXTS.next} />
          <span>{TEXTS.nextHint.first}</span>
        </p>
      </div>
    );
  }
  const wait = place?.estimatedWaitMs ?? null;
  return (
    <div className="facts">
      <Fact title={TEXTS.ahead} value={place === null ? null : aheadOf(place)} />
      <Fact title={TEXTS.estimate} value={wait === null ? null : TEXTS.minutes(String(waitMinutes(wait)))} />
    </div>
  );
}

function aheadOf({ peopleAhead, isAtLeast }: Place): Pair {
  return isAtLeast ? TEXTS.atLeast(peopleAhead) : TEXTS.people(String(peopleAhead));
}

function Fact({ title, value }: { readonly title: Pair; readonly value: Pair | null }): ReactElement {
  return (
    <p className="fact">
      <span className="fact-title">{title.first}</span>
      <Second of={title} />
      <Figure text={value?.first ?? '…'} />
    </p>
  );
}

/** `6 人`: the figure large, its unit beside it. */
function Figure({ text }: { readonly text: string }): ReactElement {
  const [, before = '', figure = '', after = ''] = /^(\D*)(\d*)(.*)$/.exec(text) ?? [];
  return (
    <span className="figure">
      {before}
      {figure !== '' && <strong className="number">{figure}</strong>}
      {after}
    </span>
  );
}
