// The one question before 过号 and before 暂停, asked in place: Enter or a digit answers, Esc goes back.
import type { ReactElement } from 'react';
import type { ClerkCalls } from '@jiaohao/contracts/views';
import { KeyCap } from '../ui/key-cap.tsx';
import { KEEPS_PAGE } from '../ui/page-renewal.ts';
import { PAUSE_REASON_TEXTS, TEXTS } from '../texts.ts';
import { PAUSE_REASONS } from './use-console.ts';
import type { ConsoleControls } from './use-console.ts';

interface QuestionPanelProps {
  readonly panel: 'markMissed' | 'pause';
  readonly calls: ClerkCalls;
  readonly controls: ConsoleControls;
}

export function QuestionPanel({ panel, calls, controls }: QuestionPanelProps): ReactElement {
  return (
    <section className="question" aria-label={questionWords(panel, calls)} {...KEEPS_PAGE}>
      {panel === 'markMissed' ? (
        <MissedQuestion calls={calls} controls={controls} />
      ) : (
        <PauseQuestion controls={controls} />
      )}
      <Answer label={TEXTS.ask.back} keyLabel={TEXTS.ask.escape} shortcut="Escape" onPress={controls.closePanel} />
    </section>
  );
}

export function questionWords(panel: QuestionPanelProps['panel'], calls: ClerkCalls): string {
  return panel === 'pause' ? TEXTS.ask.pause : TEXTS.ask.missed(calls.ticket?.ticketNumber ?? '');
}

function MissedQuestion({
  calls,
  controls,
}: {
  readonly calls: ClerkCalls;
  readonly controls: ConsoleControls;
}): ReactElement {
  return (
    <>
      <p className="question-words">
        <b>{questionWords('markMissed', calls)}</b>
        {calls.ticket?.isSeen === false && <span>{TEXTS.ask.missedNotSeen}</span>}
      </p>
      <Answer label={TEXTS.ask.missedYes} keyLabel={TEXTS.ask.enter} onPress={controls.confirmMissed} />
    </>
  );
}

function PauseQuestion({ controls }: { readonly controls: ConsoleControls }): ReactElement {
  return (
    <>
      <p className="question-words">
        <b>{TEXTS.ask.pause}</b>
      </p>
      {PAUSE_REASONS.map((reason, index) => (
        <Answer
          key={reason}
          label={PAUSE_REASON_TEXTS[reason]}
          keyLabel={String(index + 1)}
          onPress={() => controls.pause(reason)}
        />
      ))}
    </>
  );
}

interface AnswerProps {
  readonly label: string;
  readonly keyLabel: string;
  /** The key by its name in KeyboardEvent.key, where the cap shows another. */
  readonly shortcut?: string;
  readonly onPress: () => void;
}

function Answer({ label, keyLabel, shortcut = keyLabel, onPress }: AnswerProps): ReactElement {
  return (
    <button type="button" className="answer" aria-keyshortcuts={shortcut} onClick={onPress}>
      {label}
      <KeyCap label={keyLabel} />
    </button>
  );
}
