// The number and what it is for: the biggest thing on every page but the call.
import type { ReactElement } from 'react';
import { FitNumber } from '@jiaohao/look/fit-number';
import type { TicketView } from '@jiaohao/contracts/views';
import { Second } from './second.tsx';
import { TEXTS } from './texts.ts';
import { nameOf } from './words.ts';

const NUMBER_MAX_PX = 128;

export function NumberCard({ ticket }: { readonly ticket: TicketView }): ReactElement {
  const service = nameOf(ticket.serviceName);
  return (
    <section className="number-card">
      <h1>
        <span className="number-title">
          {TEXTS.yourNumber.first} <Second of={TEXTS.yourNumber} />
        </span>
        <span className="number-box">
          <FitNumber text={ticket.ticketNumber} maxPx={NUMBER_MAX_PX} />
        </span>
      </h1>
      <p className="service">
        {service.first} <Second of={service} />
      </p>
    </section>
  );
}
