// Of a terminal that runs: that it goes on serving, what cannot be tried meanwhile, and which of its windows is under test.
import type { ReactElement } from 'react';
import { X } from 'lucide-react';
import type { RunningTestMessage, RunningWindows } from '../../wire/devices-page.ts';
import type { Fingers } from '../fingers.ts';
import { Both, StaffButton, useStaffLeave } from '../self-test-parts.tsx';
import type { Pair } from '../self-test-texts.ts';
import { DEVICES_PAGE_TEXTS as TEXTS } from './texts.ts';

/** As the page says. Longer than at a kiosk: whoever tries pads walks to them. */
const NOBODY_AFTER_MS = 5 * 60_000;

interface RunningPartProps {
  readonly running: RunningWindows;
  readonly isOff: boolean;
  readonly fingers: Fingers;
  readonly send: (message: RunningTestMessage) => void;
  readonly leave: () => void;
}

export function RunningPart({ running, isOff, fingers, send, leave }: RunningPartProps): ReactElement {
  const { windows, underTest } = running;
  useStaffLeave(NOBODY_AFTER_MS, fingers, leave);
  return (
    <>
      <p className="runs">
        <Both text={TEXTS.runs} />
      </p>
      <p className="runs">
        <Both text={TEXTS.notWhileRunning} />
      </p>
      <div className="windows" role="group" aria-label={TEXTS.windows}>
        {windows.map(({ windowId, label }) => (
          <StaffButton
            key={windowId}
            text={windowText(windowId, label)}
            isOff={isOff}
            isChosen={windowId === underTest}
            className={windowId === underTest ? 'filled' : ''}
            onTap={() => send({ type: 'takeWindow', windowId: windowId === underTest ? null : windowId })}
          />
        ))}
        <StaffButton text={TEXTS.end} icon={X} onTap={leave} />
      </div>
      <p className="now" role="status">
        {wordsNow(running).map((text) => (
          <Both key={text.en} text={text} />
        ))}
      </p>
    </>
  );
}

function windowText(windowId: string, label: string | null): Pair {
  if (windowId === '') return TEXTS.ownWindow;
  return TEXTS.window(label ?? windowId);
}

function wordsNow({ windows, underTest }: RunningWindows): Pair[] {
  const window = windows.find(({ windowId }) => windowId === underTest);
  if (window === undefined) return [TEXTS.chooseFirst];
  const { windowId, label, isRatingAsked } = window;
  const words = TEXTS.underTest(label ?? windowId);
  return isRatingAsked ? [words, TEXTS.ratingAsked] : [words];
}
