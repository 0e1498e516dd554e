// The simulation bench: reader, printer and pads side by side, as they would stand on a table.
import type { ReactElement } from 'react';
import type { BenchAction, BenchState, Screens } from '../wire.ts';
import { PadsPanel } from './pads-panel.tsx';
import { PrinterPanel } from './printer-panel.tsx';
import { ReaderPanel } from './reader-panel.tsx';

interface BenchPageProps {
  readonly screens: Screens;
  readonly bench: BenchState;
  readonly act: (action: BenchAction) => void;
  /** The demo does not answer: nothing can be done. */
  readonly isIdle: boolean;
}

export function BenchPage({ screens, bench, act, isIdle }: BenchPageProps): ReactElement {
  return (
    <main className="bench-main">
      <fieldset className="bench" disabled={isIdle}>
        <ReaderPanel reader={bench.reader} cards={screens.cards} act={act} />
        <PrinterPanel printer={bench.printer} tickets={bench.tickets} act={act} />
        <PadsPanel pads={bench.pads} usualWindowId={screens.firstWindowId} act={act} />
      </fieldset>
    </main>
  );
}
