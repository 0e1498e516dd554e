// The number: the biggest thing on the page, at the same place and size wherever it stands.
import type { ReactElement } from 'react';
import { FitNumber } from '@jiaohao/look/fit-number';
import type { Bilingual } from '@jiaohao/contracts/ids';
import type { IssuedTicket } from '@jiaohao/contracts/ticket';
import type { KioskView } from '@jiaohao/contracts/views';
import type { Form } from './form.ts';
import { useKiosk } from './kiosk-context.ts';
import { texts } from './texts.ts';
import { Words } from './words.tsx';

/** In reference px, as high as the card of each form allows; its width may make it smaller. */
const NUMBER_MAX_PX: Readonly<Record<Form, { readonly normal: number; readonly large: number }>> = {
  portrait: { normal: 340, large: 400 },
  wide: { normal: 280, large: 280 },
  small: { normal: 190, large: 170 },
};

interface NumberCardProps {
  readonly ticketNumber: string;
  /** What the number is for. */
  readonly service: Bilingual | null;
  readonly isPriority?: boolean;
  readonly className?: string;
}

export function NumberCard({ ticketNumber, service, isPriority = false, className }: NumberCardProps): ReactElement {
  const { form, journey } = useKiosk();
  const classes = ['number-card', service === null ? undefined : 'with-service', className];
  return (
    <section className={classes.filter((one) => one !== undefined).join(' ')}>
      <div className="number-card-title" data-fit="">
        <Words text={texts.ticket.number} className="in-a-row" />
        {isPriority && <Words text={texts.ticket.priority} className="in-a-row priority" />}
      </div>
      <div className="number-card-number">
        <FitNumber text={ticketNumber} maxPx={NUMBER_MAX_PX[form][journey.typeSize]} />
      </div>
      {service !== null && (
        <div className="service" data-fit="">
          <Words text={service} className="in-a-row" />
        </div>
      )}
    </section>
  );
}

/** The name of what was chosen; a one-key ticket has the name of its queue. */
export function serviceOf(view: KioskView | null, ticket: IssuedTicket): Bilingual | null {
  const item = view?.serviceItems.find((one) => one.serviceItemId === ticket.serviceItemId);
  const queue = view?.queues.find((one) => one.queueId === ticket.queueId);
  return item?.name ?? queue?.name ?? null;
}
