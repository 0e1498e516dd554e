// The hall board: one scene between top bar and notice strip.
import { useSyncExternalStore } from 'react';
import type { ReactElement } from 'react';
import type { BoardStatus } from '@jiaohao/contracts/views';
import { callsOnShow } from '../board-model.ts';
import type { Scene } from '../board-model.ts';
import { ObstacleNotice } from '../obstacle-notice.tsx';
import { useScreenShape } from '../screen-shape.ts';
import type { ScreenShape } from '../screen-shape.ts';
import type { ScreenStore } from '../screen-store.ts';
import { usePainted } from '../use-painted.tsx';
import type { ShownBoard } from './board-store.ts';
import { CallList } from './call-list.tsx';
import { CallPanelView } from './call-panel-view.tsx';
import { NoticeStrip } from './notice-strip.tsx';
import type { Notice } from './notice-strip.tsx';
import { QueueList } from './queue-list.tsx';
import { StaleView } from './stale-view.tsx';
import { TopBar } from './top-bar.tsx';

interface HallBoardProps {
  readonly store: ScreenStore<ShownBoard>;
  readonly painted: (callSeq: number) => void;
}

export function HallBoard({ store, painted }: HallBoardProps): ReactElement {
  const shown = useSyncExternalStore(store.subscribe, store.shown);
  const shape = useScreenShape();
  const { picture, status, hallOffsetMs, obstacle } = shown;
  const { scene } = picture;
  const notice = noticeFor(scene, status);
  usePainted(obstacle === null ? callsOnShow(scene) : [], painted);
  if (obstacle !== null && hasNothing(scene)) {
    return (
      <main className="stage">
        <ObstacleNotice obstacle={obstacle} />
      </main>
    );
  }
  return (
    <div className="stage">
      <TopBar status={status} hallOffsetMs={hallOffsetMs ?? 0} isInterrupted={picture.isInterrupted} shape={shape} />
      <main className="scene">
        <SceneView shown={shown} scene={scene} shape={shape} />
      </main>
      {notice === null ? null : <NoticeStrip notice={notice} shape={shape} />}
    </div>
  );
}

/** Nothing was ever received: the obstacle is the whole story. */
function hasNothing(scene: Scene): boolean {
  return scene.kind === 'starting' || (scene.kind === 'stale' && scene.asOf === null);
}

/** Null where there is nothing to wait for: no view yet, or no open day. */
function noticeFor(scene: Scene, status: BoardStatus | null): Notice | null {
  if (scene.kind === 'stale') return 'stale';
  if (scene.kind === 'starting' || status?.isDayOpen === false) return null;
  return status?.isTicketing === false ? 'noTickets' : 'usual';
}

interface SceneViewProps {
  readonly shown: ShownBoard;
  readonly scene: Scene;
  readonly shape: ScreenShape;
}

function SceneView({ shown, scene, shape }: SceneViewProps): ReactElement | null {
  const isDayOpen = shown.status?.isDayOpen !== false;
  switch (scene.kind) {
    case 'starting':
      return null;
    case 'panel':
      return <CallPanelView rows={scene.rows} below={scene.below} fade={scene.fade} shape={shape} />;
    case 'stale':
      return <StaleView scene={scene} timeZone={shown.status?.timeZone ?? null} shape={shape} />;
    case 'list':
      return (
        <>
          {scene.fadingOver.length > 0 ? (
            <CallPanelView rows={scene.fadingOver} below={[]} fade={null} shape={shape} />
          ) : null}
          <div className={scene.fadingOver.length > 0 ? 'normal coming' : 'normal'}>
            <CallList calls={scene.calls} isDayOpen={isDayOpen} shape={shape} />
            {isDayOpen ? <QueueList queues={shown.queues} shape={shape} /> : null}
          </div>
        </>
      );
  }
}
