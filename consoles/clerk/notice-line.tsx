// One place for what the hall said to the last press; else why some controls cannot be used now.
import { CircleCheck, Hourglass, Info } from 'lucide-react';
import type { ReactElement } from 'react';
import { TroubleWords } from '../ui/entry-form.tsx';
import { ACTION_TEXTS, TEXTS, firstWords, saidTwice } from '../texts.ts';
import { groupReasons } from './actions.ts';
import type { ActionReasons } from './actions.ts';
import type { ActionName } from './keys.ts';
import type { Notice } from './notice-of.ts';

/** callNext says its reason itself. */
const ORDER: readonly ActionName[] = [
  'startServing',
  'finishServing',
  'recall',
  'markMissed',
  'requestEvaluation',
  'missedList',
  'pauseOrResume',
];

export function NoticeLine({
  reasons,
  notice,
}: {
  readonly reasons: ActionReasons;
  readonly notice: Notice | null;
}): ReactElement {
  return (
    <div className="notice-line">
      {/* Always there, so that what comes into it is read out; the reasons are read at their controls. */}
      <div className="notice" role="status">
        {notice !== null && <NoticeWords notice={notice} />}
      </div>
      {notice === null && <Reasons reasons={reasons} />}
    </div>
  );
}

const ICONS = { done: CircleCheck, waiting: Hourglass, notDone: Info } as const;

function NoticeWords({ notice }: { readonly notice: Notice }): ReactElement {
  if (notice.tone === 'trouble') return <TroubleWords said={saidTwice(notice.words)} />;
  const Icon = ICONS[notice.tone];
  return (
    <p className="info-words">
      <Icon size={22} aria-hidden />
      {firstWords(notice.words)}
    </p>
  );
}

function Reasons({ reasons }: { readonly reasons: ActionReasons }): ReactElement | null {
  const groups = groupReasons(reasons, ORDER);
  if (groups.length === 0) return null;
  return (
    <div className="reasons">
      <Info size={20} aria-hidden />
      <ul>
        {groups.map(({ reason, actions }) => (
          <li key={reason.zh}>{TEXTS.notNow(namesOf(actions), firstWords(reason))}</li>
        ))}
      </ul>
    </div>
  );
}

function namesOf(actions: readonly ActionName[]): string {
  if (actions.length === ORDER.length) return TEXTS.allActions;
  return actions.map((action) => ACTION_TEXTS[action]).join(TEXTS.comma);
}
