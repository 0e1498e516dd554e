// The number: the biggest thing on the page, at the same place and size wherever it stands.
import type { ReactElement } from 'react';
import { FitNumber } from '@jiaohao/look/fit-number';
import type { Bilingual } from '@jiaohao/contracts/ids';
import type { IssuedTicket } from '@jiaohao/contracts/ticket';
import type { KioskView } from '@jiaohao/contracts/views';
import { texts } from './texts.ts';
import { Words } from './words.tsx';

const NUMBER_MAX_PX = 340;
/** Above the name of a service that takes three lines. */
const NUMBER_OVER_LONG_PX = 270;
/** 85 % of the card. */
const NUMBER_WIDTH_PX = 810;
/** Letters, hanzi twice, that fit beside each other under the number. */
const LONG_SERVICE = 44;

interface NumberCardProps {
  readonly ticketNumber: string;
  /** What the number is for. */
  readonly service: Bilingual | null;
  readonly isPriority?: boolean;
  readonly className?: string;
}

export function NumberCard({ ticketNumber, service, isPriority = false, className }: NumberCardProps): ReactElement {
  const isLong = service !== null && service.zh.length * 2 + service.en.length > LONG_SERVICE;
  return (
    <section className={className === undefined ? 'number-card' : `number-card ${className}`}>
      <div className="number-card-title">
        <Words text={texts.ticket.number} className="in-a-row" />
        {isPriority && <Words text={texts.ticket.priority} className="in-a-row priority" />}
      </div>
      <div className="number-card-number">
        <FitNumber text={ticketNumber} maxPx={isLong ? NUMBER_OVER_LONG_PX : NUMBER_MAX_PX} widthPx={NUMBER_WIDTH_PX} />
      </div>
      {service !== null && <Words text={service} className={isLong ? 'service long' : 'in-a-row service'} />}
    </section>
  );
}

/** The name of what was chosen; a one-key ticket has the name of its queue. */
export function serviceOf(view: KioskView | null, ticket: IssuedTicket): Bilingual | null {
  const item = view?.serviceItems.find((one) => one.serviceItemId === ticket.serviceItemId);
  const queue = view?.queues.find((one) => one.queueId === ticket.queueId);
  return item?.name ?? queue?.name ?? null;
}
