// The open half: what the ticket is for, what should be known, who is here, the full console and signing out.
import { LayoutPanelLeft, LogOut, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { hallClock } from '@jiaohao/look/clock';
import type { CallerUpdate } from '../wire/caller.ts';
import { barTroubles } from './bar-troubles.ts';
import { useBar } from './bar-context.ts';
import { keyOf } from './key-words.ts';
import { dropPointerFocus } from './pointer-focus.ts';
import type { CallerTexts } from './texts.ts';

export function DetailsPart(): ReactElement {
  const { update, texts } = useBar();
  const troubles = [...linkTrouble(update, texts), ...barTroubles(update, texts)];
  return (
    <section className="details" aria-label={texts.more}>
      <p className="details-service drag">{serviceText(update)}</p>
      <div className="details-known">
        {troubles.length === 0 ? (
          <p>{quietWords(update, texts)}</p>
        ) : (
          <p className="details-trouble" role="status">
            <TriangleAlert size={18} aria-hidden />
            <span>{troubles.join(' · ')}</span>
          </p>
        )}
      </div>
      <div className="details-foot">
        <span className="details-who">{whoWords(update, texts)}</span>
        <ConsoleControl />
        <SignOutControl />
      </div>
    </section>
  );
}

/** The item where there is one: it says more than its queue. */
function serviceText({ work, language }: CallerUpdate): string {
  const ticket = work?.ticket ?? null;
  if (ticket === null) return '';
  return (ticket.serviceItemName ?? ticket.queueName)[language];
}

function linkTrouble({ lostAt, timeZone }: CallerUpdate, texts: CallerTexts): string[] {
  if (lostAt === null) return [];
  const zone = timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  return [texts.lostSince(hallClock(lostAt, zone).time)];
}

function quietWords({ hotKeys, pad }: CallerUpdate, texts: CallerTexts): string {
  const key = keyOf(hotKeys.callNext);
  return [...(key === null ? [] : [texts.key(texts.callNext, key)]), texts.pad[pad.state]].join(' · ');
}

function whoWords({ windowLabel, session }: CallerUpdate, texts: CallerTexts): string {
  const window = windowLabel === null ? texts.noWindow : texts.windowOf(windowLabel);
  if (session.state !== 'signedIn') return window;
  return [window, session.staffName, session.staffNo].filter((part) => part !== null).join(' · ');
}

function ConsoleControl(): ReactElement {
  const { desk, update, texts } = useBar();
  const words = (
    <>
      <LayoutPanelLeft size={18} aria-hidden />
      <span>{texts.fullConsole}</span>
    </>
  );
  if (update.consoleUrl !== null) {
    return (
      <a className="control" href={update.consoleUrl} target="_blank" rel="noopener noreferrer">
        {words}
      </a>
    );
  }
  return (
    <button
      type="button"
      className="control"
      onClick={(event) => {
        dropPointerFocus(event);
        desk.send({ type: 'openConsole' });
      }}
    >
      {words}
    </button>
  );
}

function SignOutControl(): ReactElement {
  const { desk, update, texts } = useBar();
  const isPossible = update.link === 'up';
  return (
    <button
      type="button"
      className="control"
      aria-disabled={!isPossible}
      onClick={(event) => {
        dropPointerFocus(event);
        if (isPossible) desk.signOut();
      }}
    >
      <LogOut size={18} aria-hidden />
      <span>{texts.signIn.signOut}</span>
    </button>
  );
}
