// One business on the list: drawing, name, and what waiting for it means now.
import type { ReactElement } from 'react';
import type { KioskView } from '@jiaohao/contracts/views';
import { ItemIcon } from './item-icon.tsx';
import { mayType } from './journey-number-pad.ts';
import { useKiosk } from './kiosk-context.ts';
import { canScan, readerWords } from './reader-words.ts';
import { TapButton } from './tap-button.tsx';
import { texts } from './texts.ts';
import { WaitFacts } from './wait-facts.tsx';
import { OneLine, Words } from './words.tsx';

type ServiceItem = KioskView['serviceItems'][number];

export function ItemCard({ item }: { readonly item: ServiceItem }): ReactElement {
  const { journey, ask } = useKiosk();
  const queue = journey.update?.view?.queues.find((one) => one.queueId === item.queueId);
  const needsCard = queue?.idCard === 'required';
  const isWaysOff = needsCard && !canScan(journey.update) && !mayType(journey.update);
  const noCard = isWaysOff ? readerWords(journey.update?.reader ?? null) : null;
  const isBusy = ask?.type === 'take' && ask.request.serviceItemId === item.serviceItemId;
  return (
    <TapButton
      className="button item"
      touch={{ type: 'chooseItem', serviceItemId: item.serviceItemId }}
      isOff={noCard !== null}
      isBusy={isBusy}
    >
      <ItemIcon name={item.icon} />
      {noCard !== null ? (
        <OneLine text={texts.reader.needsCard} className="item-reason" />
      ) : (
        queue !== undefined && <WaitFacts waiting={queue.waiting} estimatedWaitMs={queue.estimatedWaitMs} />
      )}
      <Words text={item.name} className="item-name" />
    </TapButton>
  );
}
