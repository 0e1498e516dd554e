// The open half: what the ticket is for, what should be known, who is here, the full console and signing out.
import { LayoutPanelLeft, LogOut, TriangleAlert } from 'lucide-react';
import { nameIn } from '@jiaohao/look/language-pair';
import type { ReactElement } from 'react';
import { hallClock } from '@jiaohao/look/clock';
import type { CallerUpdate } from '../wire/caller.ts';
import { barTroubles } from './bar-troubles.ts';
import { useBar, useHallSeconds } from './bar-context.ts';
import { FitWords } from './fit-words.tsx';
import { keyOf } from './key-words.ts';
import { dropPointerFocus } from './pointer-focus.ts';
import type { CallerTexts } from './language-file.ts';

const MINUTE_MS = 60_000;

export function DetailsPart(): ReactElement {
  const { update, texts } = useBar();
  const now = useHallSeconds(update.clockOffsetMs);
  const troubles = [...linkTrouble(update, texts), ...barTroubles(update, texts)];
  return (
    <section className="details" aria-label={texts.more}>
      <p className="details-service drag">
        <FitWords className="details-fit">{serviceText(update, texts, now)}</FitWords>
      </p>
      <div className="details-known">
        {troubles.length === 0 ? (
          <FitWords className="details-fit">{quietWords(update, texts)}</FitWords>
        ) : (
          <p className="details-trouble" role="status">
            <TriangleAlert size={18} aria-hidden />
            <FitWords className="details-fit">{troubles.join(' · ')}</FitWords>
          </p>
        )}
      </div>
      <div className="details-foot">
        <p className="details-who">
          <FitWords className="details-fit">{whoWords(update, texts)}</FitWords>
        </p>
        <ConsoleControl />
        <SignOutControl />
      </div>
    </section>
  );
}

/** The item where there is one: it says more than its queue. Without a ticket how long the first in line waits. */
function serviceText({ work, language }: CallerUpdate, texts: CallerTexts, now: number): string {
  if (work === null) return '';
  const { ticket, longestWaitingSinceAt: since } = work;
  if (ticket !== null) return nameIn(language, ticket.serviceItemName ?? ticket.queueName);
  return since === null || work.waiting === 0 ? '' : texts.longest(Math.max(0, Math.floor((now - since) / MINUTE_MS)));
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
      <FitWords className="control-words">{texts.fullConsole}</FitWords>
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
      <FitWords className="control-words">{texts.signIn.signOut}</FitWords>
    </button>
  );
}
