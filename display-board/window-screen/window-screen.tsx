// The screen above a window: which window on the left, what it does now on the right, who should get ready below.
import { useSyncExternalStore } from 'react';
import type { ReactElement } from 'react';
import { FitNumber } from '@jiaohao/look/fit-number';
import { ObstacleNotice } from '../obstacle-notice.tsx';
import type { ScreenStore } from '../screen-store.ts';
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
  const { scene, isInterrupted } = picture;
  usePainted(callOnShow(scene), painted);
  if (obstacle !== null && hasNothing(scene)) {
    return (
      <div className="stage">
        <ObstacleNotice obstacle={obstacle} />
      </div>
    );
  }
  return (
    <div className="stage">
      <WindowColumn status={status} isInterrupted={isInterrupted} />
      <StatePanel scene={scene} timeZone={status?.timeZone ?? null} />
      {namesTheNext(scene) && status !== null && status.getReady.length > 0 ? (
        <GetReady numbers={status.getReady} />
      ) : null}
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

function GetReady({ numbers }: { readonly numbers: readonly string[] }): ReactElement {
  return (
    <section className="get-ready">
      <div>
        <b>{texts.window.getReady.zh}</b>
        <p lang="en">{texts.window.getReady.en}</p>
      </div>
      {numbers.map((number) => (
        <span className="next-number" key={number}>
          <FitNumber text={number} maxPx={152} widthPx={400} />
        </span>
      ))}
    </section>
  );
}
