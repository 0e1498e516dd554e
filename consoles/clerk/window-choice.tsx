// One window to sign in to: its number, what it serves, who is there.
import { Check, User } from 'lucide-react';
import type { ReactElement } from 'react';
import { FitNumber } from '@jiaohao/look/fit-number';
import { nameIn } from '@jiaohao/look/language-pair';
import type { WindowsView } from '@jiaohao/contracts/views';
import { consoleLanguage, TEXTS } from '../texts.ts';

interface WindowChoiceProps {
  readonly window: WindowsView['windows'][number];
  readonly staffNo: string | null;
  readonly isLast: boolean;
  readonly isWorking: boolean;
  readonly onChoose: () => void;
}

export function WindowChoice({ window, staffNo, isLast, isWorking, onChoose }: WindowChoiceProps): ReactElement {
  const isTaken = window.staffNo !== null && window.staffNo !== staffNo;
  const isDisabled = isTaken || isWorking;
  return (
    <li>
      <button
        type="button"
        className="window-choice"
        aria-disabled={isDisabled}
        autoFocus={isLast && !isTaken}
        onClick={() => {
          if (!isDisabled) onChoose();
        }}
      >
        <span className="window-choice-number">
          <FitNumber text={window.label} maxPx={52} widthPx={92} />
        </span>
        <span className="window-choice-facts">
          <span className="window-choice-zone">
            {nameIn(consoleLanguage, window.zoneName)}
            {isLast && <span className="tag tag-plain">{TEXTS.choose.last}</span>}
          </span>
          <span className="window-choice-services">
            {window.services.map((service) => nameIn(consoleLanguage, service)).join(TEXTS.comma)}
          </span>
          <span className="window-choice-state">
            {window.staffNo === null ? <Check size={20} aria-hidden /> : <User size={20} aria-hidden />}
            {stateText(window.staffNo, staffNo)}
          </span>
        </span>
      </button>
    </li>
  );
}

function stateText(there: string | null, me: string | null): string {
  if (there === null) return TEXTS.choose.free;
  return there === me ? TEXTS.choose.mine : TEXTS.choose.taken(there);
}
