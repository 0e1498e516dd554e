// The picture of what to do: a card over the reader, sinking onto it.
import type { ReactElement } from 'react';
import { texts } from './texts.ts';
import { OneLine } from './words.tsx';

export function CardDrawing({ isStill }: { readonly isStill: boolean }): ReactElement {
  return (
    <div className="drawing" data-still={isStill}>
      <svg viewBox="0 0 952 638" aria-hidden>
        <g className="drawing-reader">
          <path className="reader-plate" d="M181 471 H773 L873 601 H81 Z" />
          <path className="reader-area" d="M301 497 H653 L694 575 H259 Z" />
        </g>
        <g className="drawing-arrow">
          <path d="M477 347 V449 M436 404 L477 449 L518 404" />
        </g>
        <g className="drawing-card">
          <rect className="card-body" x="267" y="57" width="421" height="264" rx="22" />
          <rect className="card-line" x="298" y="105" width="136" height="16" rx="8" />
          <rect className="card-line" x="298" y="149" width="196" height="16" rx="8" />
          <rect className="card-line" x="298" y="193" width="216" height="16" rx="8" />
          <rect className="card-line" x="298" y="269" width="356" height="16" rx="8" />
          <rect className="card-photo" x="543" y="105" width="113" height="140" rx="12" />
          <circle className="card-person" cx="599" cy="153" r="24" />
          <path className="card-person" d="M557 237 C557 205 574 190 599 190 C624 190 641 205 641 237 Z" />
        </g>
      </svg>
      <OneLine text={texts.card.readingArea} className="drawing-label" />
    </div>
  );
}
