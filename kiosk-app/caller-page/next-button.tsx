// The one filled button. Its words are what it will do: whom it calls, and what it closes before.
import { LoaderCircle, Megaphone } from 'lucide-react';
import type { ReactElement } from 'react';
import type { CallNextEffect } from '../wire/caller.ts';
import { useBar } from './bar-context.ts';
import { keyOf } from './key-words.ts';
import { dropPointerFocus } from './pointer-focus.ts';
import type { CallerTexts } from './texts.ts';
import { useIsSlow } from './use-is-slow.ts';

export function NextButton(): ReactElement {
  const { desk, update, texts } = useBar();
  const { work, working, hotKeys } = update;
  const isSlow = useIsSlow(working === 'callNext');
  const reason = work === null ? 'linkLost' : work.reasons.callNext;
  const words = work === null ? null : effectWords(work.effect, texts);
  const key = keyOf(hotKeys.callNext);
  const Icon = isSlow ? LoaderCircle : Megaphone;
  return (
    <button
      type="button"
      className="next"
      // Not `disabled`: it stays in the order of Tab and its reason is read out.
      aria-disabled={reason !== null}
      aria-busy={isSlow}
      {...(key === null ? {} : { 'aria-keyshortcuts': key, title: key })}
      onClick={(event) => {
        dropPointerFocus(event);
        if (reason === null) desk.press('callNext');
      }}
    >
      <span className="next-title">
        <Icon className={isSlow ? 'turning' : undefined} size={22} aria-hidden />
        <b>{reason === null && words !== null ? words.title : texts.callNext}</b>
        {reason === null && work?.effect.calls?.isPriority === true && <span className="tag">{texts.priority}</span>}
      </span>
      <span className="next-effect">
        {isSlow ? texts.working : reason === null ? words?.line : texts.refusal(reason)}
      </span>
    </button>
  );
}

export function effectWords(
  { closes, calls }: CallNextEffect,
  texts: CallerTexts,
): { readonly title: string; readonly line: string } {
  if (closes === null) return { title: calls === null ? texts.callNext : texts.call(calls.ticketNumber), line: '' };
  const isFinish = closes.how === 'finish';
  const no = closes.ticketNumber;
  if (calls === null)
    return { title: isFinish ? texts.finish(no) : texts.miss(no), line: isFinish ? texts.finishOnly : texts.missOnly };
  return { title: texts.call(calls.ticketNumber), line: isFinish ? texts.finishFirst(no) : texts.missFirst(no) };
}
