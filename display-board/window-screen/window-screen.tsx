// The screen above a window: which window on the left, what it does now on the right, who should get ready below.
import { useSyncExternalStore } from 'react';
import type { ReactElement } from 'react';
import { FitNumber } from '@jiaohao/look/fit-number';
import { ObstacleNotice } from '../obstacle-notice.tsx';
import { useScreenShape } from '../screen-shape.ts';
import type { ScreenShape } from '../screen-shape.ts';
import type { ScreenStore } from '../screen-store.ts';
import { Second } from '../second.tsx';
import { texts } from '../texts.ts';
import { usePainted } from '../use-painted.tsx';
import type { WindowScene } from '../window-model.ts';
import { StatePanel } from './state-panel.tsx';
import { WindowColumn } from './window-column.tsx';
import type { ShownWindow } from './window-store.ts';

interface WindowScreenProps {
  readonly store: ScreenStore<ShownWindow>;
  readonly painted: (callSeq: number) => void;
}

export function WindowScreen({ store, painted }: WindowScreenProps): ReactElement {
  const { picture, status, obstacle } = useSyncExternalStore(store.subscribe, store.shown);
  const shape = useScreenShape();
  const { scene, isInterrupted } = picture;
  usePainted(callOnShow(scene), painted);
  if (obstacle !== null && hasNothing(scene)) {
    return (
      <main className="stage">
        <ObstacleNotice obstacle={obstacle} />
      </main>
    );
  }
  return (
    <div className="stage">
      <WindowColumn status={status} isInterrupted={isInterrupted} shape={shape} />
      <main>
        <StatePanel scene={scene} timeZone={status?.timeZone ?? null} shape={shape} />
        {namesTheNext(scene) && status !== null && status.getReady.length > 0 ? (
          <GetReady numbers={status.getReady} shape={shape} />
        ) : null}
      </main>
    </div>
  );
}

/** Nothing was ever received: the obstacle is the whole story. */
function hasNothing(scene: WindowScene): boolean {
  return scene.kind === 'starting' || (scene.kind === 'stale' && scene.asOf === null);
}

function callOnShow(scene: WindowScene): readonly number[] {
  return scene.kind === 'called' && scene.callSeq !== null ? [scene.callSeq] : [];
}

/** A window that serves nobody now, or whose screen may be wrong, names no numbers. */
function namesTheNext({ kind }: WindowScene): boolean {
  return kind === 'called' || kind === 'serving' || kind === 'free';
}

const READY_SIZES = [
  { sizePx: 44, lines: 1 },
  { sizePx: 36, lines: 2 },
] as const;
const READY_NUMBER_PX = { landscape: 400, portrait: 284 };
const READY_WORD_PX = { landscape: 280, portrait: 258 };

function GetReady({ numbers, shape }: { readonly numbers: readonly string[]; readonly shape: ScreenShape }) {
  return (
    <section className="get-ready">
      <div>
        <b>{texts.window.getReady.first}</b>
        <Second of={texts.window.getReady} as="p" fit={{ widthPx: READY_WORD_PX[shape], sizes: READY_SIZES }} />
      </div>
      {numbers.map((number) => (
        <span className="next-number" key={number}>
          <FitNumber text={number} maxPx={152} widthPx={READY_NUMBER_PX[shape]} />
        </span>
      ))}
    </section>
  );
}
