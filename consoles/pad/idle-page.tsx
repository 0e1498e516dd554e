// Between two ratings: who serves at this window. Nothing can be touched, nothing is stored.
import { MessageSquareHeart } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import type { PadView } from '@jiaohao/contracts/views';
import type { Pair } from '@jiaohao/look/language-pair';
import { nameIn } from '@jiaohao/look/language-pair';
import { nameClass, servicesShown } from './clerk-card.ts';
import { Second } from './second.tsx';
import { TEXTS, firstLanguage } from './texts.ts';
import { TopBar } from './top-bar.tsx';

export function IdlePage({ view }: { readonly view: PadView }): ReactElement {
  const { staffName, staffNo, windowLabel } = view;
  const services = servicesShown(view.services.map((service) => nameIn(firstLanguage, service)));
  return (
    <>
      <TopBar windowLabel={windowLabel} isInterrupted={false}>
        {nameIn(firstLanguage, view.hallName)}
      </TopBar>
      <main className="idle">
        <Silhouette />
        <div className="clerk-card" data-fit="">
          <p className="welcome">
            {TEXTS.welcome.first} <Second of={TEXTS.welcome} />
          </p>
          {staffName === null ? null : <h1 className={`clerk-name ${nameClass(staffName)}`}>{staffName}</h1>}
          <dl>
            <Fact words={TEXTS.staffNo}>
              <span className="number">{staffNo}</span>
            </Fact>
            <Fact words={TEXTS.window}>
              <span className={services.isLong ? 'window-facts long' : 'window-facts'}>
                <span className="window-no">{TEXTS.windowNo(windowLabel).first}</span>
                {' ・ '}
                {services.text}
              </span>
            </Fact>
          </dl>
        </div>
      </main>
      <footer className="invite" data-fit="">
        <MessageSquareHeart aria-hidden className="icon" />
        <b>{TEXTS.invite.first}</b>
        <Second of={TEXTS.invite} />
      </footer>
    </>
  );
}

function Fact({ words, children }: { readonly words: Pair; readonly children: ReactNode }): ReactElement {
  return (
    <div className="fact">
      <dt>
        {words.first} <Second of={words} />
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

/** In the place of a photo: the hall keeps none. */
function Silhouette(): ReactElement {
  return (
    <svg className="silhouette" viewBox="0 0 400 500" aria-hidden>
      <circle cx="200" cy="208" r="86" />
      <path d="M40 500 C40 382 108 318 200 318 C292 318 360 382 360 500 Z" />
    </svg>
  );
}
