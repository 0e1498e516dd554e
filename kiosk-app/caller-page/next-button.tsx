// The one filled button. Its words are what it will do: whom it calls, and what it closes before.
import { LoaderCircle } from 'lucide-react';
import type { ReactElement } from 'react';
import type { RefusalCode } from '@jiaohao/contracts/refusals';
import type { CallNextEffect, CallerWork } from '../wire/caller.ts';
import { useBar } from './bar-context.ts';
import { FitWords } from './fit-words.tsx';
import { keyOf } from './key-words.ts';
import { dropPointerFocus } from './pointer-focus.ts';
import type { CallerTexts } from './language-file.ts';
import { useIsSlow } from './use-is-slow.ts';

export function NextButton(): ReactElement {
  const { desk, update, texts } = useBar();
  const { work, working, hotKeys } = update;
  const isSlow = useIsSlow(working === 'callNext');
  const reason = work === null ? 'linkLost' : work.reasons.callNext;
  const words = work === null ? null : effectWords(work.effect, texts);
  const key = keyOf(hotKeys.callNext);
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
      <FitWords className="next-words">
        <span className="next-title">
          {isSlow && <LoaderCircle className="turning" size={20} aria-hidden />}
          <b>{reason === null && words !== null ? words.title : texts.callNext}</b>
        </span>
        <span className="next-effect">{isSlow ? texts.working : lineOf(work, reason, texts)}</span>
      </FitWords>
    </button>
  );
}

/** The second line: what happens besides the call, or why nothing can. */
function lineOf(work: CallerWork | null, reason: RefusalCode | null, texts: CallerTexts): string {
  if (work === null || reason !== null) return texts.refusal(reason ?? 'linkLost');
  const isPriority = work.effect.calls?.isPriority === true;
  return [...(isPriority ? [texts.priority] : []), effectWords(work.effect, texts).line].filter(Boolean).join(' · ');
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
