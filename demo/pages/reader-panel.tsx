// The ID-card reader: what lies on it, and the dozen cards that can be laid.
import type { ReactElement } from 'react';
import { IdCard } from 'lucide-react';
import { BENCH_TEXTS as TEXTS, CARD_KIND_WORDS } from '../texts.ts';
import type { BenchAction, BenchCard, BenchState } from '../wire.ts';
import { Both } from './both.tsx';
import { PanelHead } from './panel-head.tsx';

interface ReaderPanelProps {
  readonly reader: BenchState['reader'];
  readonly cards: readonly BenchCard[];
  readonly act: (action: BenchAction) => void;
}

export function ReaderPanel({ reader, cards, act }: ReaderPanelProps): ReactElement {
  const laid = cards.find(({ cardId }) => cardId === reader.cardId);
  return (
    <section className="panel">
      <PanelHead
        icon={IdCard}
        title={TEXTS.reader}
        isPlugged={reader.isPlugged}
        onPlug={(isPlugged) => act({ type: 'plugReader', isPlugged })}
      />
      <div className={laid === undefined ? 'plate' : 'plate plate-taken'}>
        <p>
          <b>{laid === undefined ? TEXTS.noCard.zh : laid.name}</b>
          <Both words={laid === undefined ? TEXTS.layOne : reader.isRead ? TEXTS.cardRead : TEXTS.cardLies} />
        </p>
        {laid !== undefined && (
          <button type="button" className="button" onClick={() => act({ type: 'liftCard' })}>
            <Both words={TEXTS.lift} />
          </button>
        )}
      </div>
      <ul className="cards">
        {cards.map((card) => (
          <li key={card.cardId}>
            <CardButton
              card={card}
              isLaid={card.cardId === reader.cardId}
              onLay={() => act({ type: 'layCard', cardId: card.cardId })}
            />
          </li>
        ))}
      </ul>
      <p className="quiet panel-foot">
        <Both words={TEXTS.notReal} />
      </p>
    </section>
  );
}

interface CardButtonProps {
  readonly card: BenchCard;
  readonly isLaid: boolean;
  readonly onLay: () => void;
}

function CardButton({ card, isLaid, onLay }: CardButtonProps): ReactElement {
  const kind = CARD_KIND_WORDS[card.kind];
  return (
    <button type="button" className="card" aria-pressed={isLaid} onClick={onLay}>
      <span className="card-name">
        <b>{card.name}</b>
        {card.isSenior && <span className="tag">{TEXTS.senior.zh}</span>}
      </span>
      <span className="card-kind">{kind === null ? TEXTS.bornIn(card.birthYear) : kind.zh}</span>
      <span className="code">{card.idNumber}</span>
    </button>
  );
}
