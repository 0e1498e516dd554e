// The reasons of a level that was touched: eight official ones, none needed. The level stays in the bar and can be changed.
import { ArrowLeft, Check, Pencil } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { EVALUATION_REASONS, isPoor } from '@jiaohao/contracts/evaluation-reasons';
import type { Pair } from '@jiaohao/look/language-pair';
import type { Touched } from './pad-model.ts';
import { Second } from './second.tsx';
import { TEXTS } from './texts.ts';
import { TopBar } from './top-bar.tsx';

interface ReasonsPageProps {
  readonly windowLabel: string;
  readonly touched: Touched;
  readonly isInterrupted: boolean;
  readonly hasComment: boolean;
  readonly onReason: (code: number) => void;
  readonly onBack: () => void;
  readonly onWrite: () => void;
  readonly onSubmit: () => void;
}

export function ReasonsPage(props: ReasonsPageProps): ReactElement {
  const { rating, reasons } = props.touched;
  return (
    <>
      <TopBar windowLabel={props.windowLabel} isInterrupted={props.isInterrupted} isSlim>
        {TEXTS.chosen.first}
        <b className="chosen-level">{TEXTS.levels[rating].first}</b>
      </TopBar>
      <main className={isPoor(rating) ? 'reasons-page' : 'reasons-page thanked'}>
        <div className="reasons-head" data-fit="">
          {isPoor(rating) ? <ReasonsTitle of={TEXTS.reasons} /> : <ThanksTitle />}
        </div>
        <div className="reasons">
          {EVALUATION_REASONS[rating].map(({ code }) => (
            <Reason key={code} code={code} isChosen={reasons.includes(code)} onTouch={() => props.onReason(code)} />
          ))}
        </div>
        <div className="reasons-foot">
          <FootButton icon={ArrowLeft} words={TEXTS.back} onPress={props.onBack} />
          <FootButton
            icon={props.hasComment ? Check : Pencil}
            words={props.hasComment ? TEXTS.commentWritten : TEXTS.commentTitle}
            onPress={props.onWrite}
          />
          <FootButton icon={Check} words={TEXTS.submit} isFilled onPress={props.onSubmit} />
        </div>
      </main>
    </>
  );
}

function ReasonsTitle({ of }: { readonly of: Pair }): ReactElement {
  return (
    <h1>
      {of.first} <Second of={of} />
    </h1>
  );
}

function ThanksTitle(): ReactElement {
  return (
    <div role="status">
      <h1 className="thanks-title">
        {TEXTS.thanksReasons.first}
        <Second of={TEXTS.thanksReasons} />
      </h1>
    </div>
  );
}

interface ReasonProps {
  readonly code: number;
  readonly isChosen: boolean;
  readonly onTouch: () => void;
}

function Reason({ code, isChosen, onTouch }: ReasonProps): ReactElement {
  const words = TEXTS.reasonsOf[code];
  return (
    <button
      type="button"
      role="checkbox"
      aria-checked={isChosen}
      className="reason"
      data-fit="reason"
      onClick={onTouch}
    >
      <span className="box" aria-hidden>
        {isChosen ? <Check className="icon" /> : null}
      </span>
      <span className="reason-words" data-words={words?.first}>
        <span>{words?.first}</span>
      </span>
    </button>
  );
}

interface FootButtonProps {
  readonly icon: LucideIcon;
  readonly words: Pair;
  readonly isFilled?: boolean;
  readonly onPress: () => void;
}

export function FootButton({ icon: Icon, words, isFilled = false, onPress }: FootButtonProps): ReactElement {
  return (
    <button
      type="button"
      className={isFilled ? 'foot-button filled' : 'foot-button plain'}
      data-fit="foot"
      onClick={onPress}
    >
      <Icon aria-hidden className="icon" />
      <span>
        <b>{words.first}</b>
        <Second of={words} />
      </span>
    </button>
  );
}
