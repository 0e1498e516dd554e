// The bar: who is signed in decides what it is. Compact is one row; open has the details below the same row.
import { useEffect, useSyncExternalStore } from 'react';
import type { ReactElement } from 'react';
import { ActionGrid } from './action-grid.tsx';
import { BarContext } from './bar-context.ts';
import type { BarDesk } from './bar-desk.ts';
import { DetailsPart } from './details-part.tsx';
import { FormButton } from './form-button.tsx';
import { NextButton } from './next-button.tsx';
import { NoticePart } from './notice-part.tsx';
import { QuestionPart } from './question-part.tsx';
import { SignedOutPart } from './signed-out-part.tsx';
import { textsOf } from './texts.ts';
import { TicketPart } from './ticket-part.tsx';
import { useBarKeys } from './use-bar-keys.ts';

export function Bar({ desk }: { readonly desk: BarDesk }): ReactElement | null {
  const { update, isHostLost } = useSyncExternalStore(desk.subscribe, desk.snapshot);
  const texts = textsOf(update?.language ?? 'zh');
  useBarKeys(desk);
  useEffect(() => {
    document.documentElement.lang = texts.htmlLang;
    document.title = texts.title;
  }, [texts]);

  if (isHostLost || update === null) {
    return (
      <main className="bar bar-lost" role="status">
        {isHostLost && texts.hostLost}
      </main>
    );
  }
  const isOpen = update.form === 'open';
  return (
    <BarContext value={{ desk, update, texts }}>
      <main className={`bar bar-${update.form}${update.isFlashing ? ' bar-flash' : ''}`}>
        <h1 className="unseen">{texts.title}</h1>
        {update.session.state === 'signedIn' ? <SignedInRow /> : <SignedOutPart />}
        {isOpen && update.session.state === 'signedIn' && <DetailsPart />}
      </main>
    </BarContext>
  );
}

/** A question takes the place of all controls: it is answered before anything else is pressed. */
function SignedInRow(): ReactElement {
  const small = (
    <>
      <ActionGrid />
      <FormButton />
    </>
  );
  const controls = (
    <>
      <NextButton />
      <NoticePart otherwise={small} />
    </>
  );
  return (
    <div className="bar-row">
      <TicketPart />
      <QuestionPart otherwise={controls} />
    </div>
  );
}
