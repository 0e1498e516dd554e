// One fact about a ticket: its name in both languages, its value large.
import type { ReactElement } from 'react';
import type { Bilingual } from '@jiaohao/contracts/ids';
import { texts } from './texts.ts';
import { OneLine, Words } from './words.tsx';

interface CountFactProps {
  readonly title: Bilingual;
  readonly count: number;
  readonly unit: Bilingual;
}

export function CountFact({ title, count, unit }: CountFactProps): ReactElement {
  return (
    <div className="fact" data-fit="">
      <Words text={title} className="fact-title" />
      <div className="fact-value">
        <span className="number">{count}</span>
        <OneLine text={unit} className="fact-unit" />
      </div>
    </div>
  );
}

export function WordFact({ title, value }: { readonly title: Bilingual; readonly value: Bilingual }): ReactElement {
  return (
    <div className="fact" data-fit="">
      <Words text={title} className="fact-title" />
      <OneLine text={value} className="fact-words" />
    </div>
  );
}

/** A count of nobody is told as what it means. */
export function AheadFact({ peopleAhead }: { readonly peopleAhead: number }): ReactElement {
  if (peopleAhead === 0) return <WordFact title={texts.ticket.nobodyAhead} value={texts.ticket.youAreNext} />;
  return <CountFact title={texts.ticket.ahead} count={peopleAhead} unit={texts.ticket.peopleWaiting} />;
}

/** One sentence that says all. */
export function SentenceFact({ text }: { readonly text: Bilingual }): ReactElement {
  return (
    <div className="fact fact-wide" data-fit="">
      <Words text={text} />
    </div>
  );
}
