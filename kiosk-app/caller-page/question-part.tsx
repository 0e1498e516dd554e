// The one question before 过号 and before 暂停, in the place of the controls: Enter or a button answers, Esc goes back.
import type { ReactElement, ReactNode } from 'react';
import { PauseReason, type CallerQuestion } from '../wire/caller.ts';
import { useBar } from './bar-context.ts';
import { FitWords } from './fit-words.tsx';
import { dropPointerFocus } from './pointer-focus.ts';

export function QuestionPart({ otherwise }: { readonly otherwise: ReactNode }): ReactNode {
  const { update } = useBar();
  const { question } = update;
  if (question === null) return otherwise;
  return question.about === 'markMissed' ? <MissedQuestion question={question} /> : <PauseQuestion />;
}

function MissedQuestion({
  question,
}: {
  readonly question: Extract<CallerQuestion, { about: 'markMissed' }>;
}): ReactElement {
  const { desk, texts } = useBar();
  const words = texts.askMissed(question.ticketNumber);
  return (
    <section className="question" aria-label={words}>
      <p className="question-words" role="status">
        <FitWords className="question-fit">
          <b>{words}</b>
          {!question.isSeen && <span>{texts.askMissedNotSeen}</span>}
        </FitWords>
      </p>
      <div className="question-answers">
        <Answer label={texts.missedYes} keyLabel="Enter" onPress={desk.confirmMissed} />
        <BackAnswer />
      </div>
    </section>
  );
}

function PauseQuestion(): ReactElement {
  const { desk, texts } = useBar();
  return (
    <section className="question question-pause" aria-label={texts.askPause}>
      <p className="question-words" role="status">
        <FitWords className="question-fit">
          <b>{texts.askPause}</b>
        </FitWords>
      </p>
      {PauseReason.options.map((reason) => (
        <Answer key={reason} label={texts.pauseReason[reason]} onPress={() => desk.pause(reason)} />
      ))}
      <BackAnswer />
    </section>
  );
}

function BackAnswer(): ReactElement {
  const { desk, texts } = useBar();
  return <Answer label={texts.back} keyLabel="Esc" onPress={() => desk.send({ type: 'dismiss' })} />;
}

interface AnswerProps {
  readonly label: string;
  readonly keyLabel?: string;
  readonly onPress: () => void;
}

function Answer({ label, keyLabel, onPress }: AnswerProps): ReactElement {
  return (
    <button
      type="button"
      className="control"
      onClick={(event) => {
        dropPointerFocus(event);
        onPress();
      }}
    >
      <FitWords className="control-words">{label}</FitWords>
      {keyLabel !== undefined && (
        <kbd aria-hidden className="key-cap">
          {keyLabel}
        </kbd>
      )}
    </button>
  );
}
