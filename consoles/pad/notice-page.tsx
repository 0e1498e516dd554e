// When the pad has nobody to rate or nobody to tell: which of that it is, and what to do instead.
import { CloudOff, LoaderCircle, Minus, OctagonAlert, Pause } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Pair } from '@jiaohao/look/language-pair';
import { Second } from './second.tsx';
import { TEXTS } from './texts.ts';
import { TopBar } from './top-bar.tsx';

export type Notice = 'connecting' | 'lost' | 'paused' | 'closed' | 'unauthorised' | 'notPad' | 'outdated';

const WORDS = TEXTS.notices;
const NOTICES: Readonly<Record<Notice, { readonly icon: LucideIcon; readonly words: Pair; readonly next: Pair }>> = {
  connecting: { icon: LoaderCircle, words: WORDS.connecting, next: WORDS.connectingNext },
  lost: { icon: CloudOff, words: WORDS.lost, next: WORDS.lostNext },
  paused: { icon: Pause, words: WORDS.paused, next: WORDS.pausedNext },
  closed: { icon: Minus, words: WORDS.closed, next: WORDS.closedNext },
  unauthorised: { icon: OctagonAlert, words: WORDS.unauthorised, next: WORDS.askAdministrator },
  notPad: { icon: OctagonAlert, words: WORDS.notPad, next: WORDS.askAdministrator },
  outdated: { icon: LoaderCircle, words: WORDS.outdated, next: WORDS.outdatedNext },
};

interface NoticePageProps {
  readonly notice: Notice;
  /** Null where the pad does not know its window yet. */
  readonly windowLabel: string | null;
}

export function NoticePage({ notice, windowLabel }: NoticePageProps): ReactElement {
  const { icon: Icon, words, next } = NOTICES[notice];
  return (
    <>
      {windowLabel === null ? null : <TopBar windowLabel={windowLabel} isInterrupted={notice === 'lost'} />}
      <main className="notice-page" data-fit="">
        <div role="status">
          <Icon aria-hidden className="icon" />
          <h1>{words.first}</h1>
          <p>
            <Second of={words} />
          </p>
          <p className="notice-next">
            {next.first}
            <Second of={next} />
          </p>
        </div>
      </main>
    </>
  );
}
