// The ticket printer: its paper, its cover, and the last tickets as they came out of it.
import type { ReactElement } from 'react';
import { Check, Printer, TriangleAlert } from 'lucide-react';
import { BENCH_TEXTS as TEXTS, type Words } from '../texts.ts';
import type { BenchAction, BenchState } from '../wire.ts';
import { Both } from './both.tsx';
import { PanelHead } from './panel-head.tsx';
import { TicketRoll } from './ticket-roll.tsx';

interface PrinterPanelProps {
  readonly printer: BenchState['printer'];
  readonly tickets: BenchState['tickets'];
  readonly act: (action: BenchAction) => void;
}

export function PrinterPanel({ printer, tickets, act }: PrinterPanelProps): ReactElement {
  const { isPaperOut, isCoverOpen, isNearEnd } = printer;
  const set = (part: 'isPaperOut' | 'isNearEnd' | 'isCoverOpen', value: boolean) => () =>
    act({ type: 'setPrinter', part, value });
  const isWell = !isPaperOut && !isCoverOpen && !isNearEnd;
  const StateIcon = isWell ? Check : TriangleAlert;
  return (
    <section className="panel">
      <PanelHead
        icon={Printer}
        title={TEXTS.printer}
        isPlugged={printer.isPlugged}
        onPlug={(isPlugged) => act({ type: 'plugPrinter', isPlugged })}
      />
      <p className={isWell ? 'printer-state state-ok' : 'printer-state state-warn'}>
        <StateIcon size="1.3em" aria-hidden />
        <Both words={conditionOf(printer)} />
      </p>
      <div className="printer-buttons">
        <Toggle
          isOn={isPaperOut}
          words={[TEXTS.takePaperOut, TEXTS.putPaperIn]}
          onPress={set('isPaperOut', !isPaperOut)}
        />
        <Toggle
          isOn={isCoverOpen}
          words={[TEXTS.openCover, TEXTS.closeCover]}
          onPress={set('isCoverOpen', !isCoverOpen)}
        />
        <Toggle isOn={isNearEnd} words={[TEXTS.nearEnd, TEXTS.notNearEnd]} onPress={set('isNearEnd', !isNearEnd)} />
      </div>
      <TicketRoll tickets={tickets} />
    </section>
  );
}

interface ToggleProps {
  readonly isOn: boolean;
  /** What pressing does: while off, while on. */
  readonly words: readonly [Words, Words];
  readonly onPress: () => void;
}

function Toggle({ isOn, words: [whileOff, whileOn], onPress }: ToggleProps): ReactElement {
  return (
    <button type="button" className="button printer-button" onClick={onPress}>
      <Both words={isOn ? whileOn : whileOff} />
    </button>
  );
}

function conditionOf({ isPaperOut, isCoverOpen, isNearEnd, uncutLines }: BenchState['printer']): Words {
  const isStopped = isPaperOut || isCoverOpen;
  if (isStopped && uncutLines > 0) return TEXTS.halfPrinted;
  if (isPaperOut) return TEXTS.printerOut;
  if (isCoverOpen) return TEXTS.printerOpen;
  if (uncutLines > 0) return TEXTS.printing;
  return isNearEnd ? TEXTS.printerNearEnd : TEXTS.printerWell;
}
