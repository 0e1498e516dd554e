// Which page of the pad is up: a rating under way goes before everything, then what keeps the pad from asking, then the clerk card.
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { ReactElement } from 'react';
import type { PadView } from '@jiaohao/contracts/views';
import type { HallConnection, HallSnapshot } from '../ui/hall-connection.ts';
import { viewOf } from '../ui/newest-views.ts';
import type { PageRenewal } from '../ui/page-renewal.ts';
import { KEEPS_PAGE } from '../ui/page-renewal.ts';
import { newRequestId } from '../ui/request-id.ts';
import { useHall } from '../ui/use-hall.ts';
import { usePageRenewal } from '../ui/use-page-renewal.ts';
import { CommentPage } from './comment-page.tsx';
import { Glass } from './glass.tsx';
import { IdlePage } from './idle-page.tsx';
import { LevelsPage } from './levels-page.tsx';
import { NoticePage } from './notice-page.tsx';
import type { Notice } from './notice-page.tsx';
import type { PadDesk } from './pad-desk.ts';
import type { Stage } from './pad-model.ts';
import { ReasonsPage } from './reasons-page.tsx';
import type { TapGuard } from './tap-guard.ts';
import { ThanksPage } from './thanks-page.tsx';

interface AppProps {
  readonly connection: HallConnection;
  readonly desk: PadDesk;
  readonly guard: TapGuard;
  readonly renewal: PageRenewal;
}

export function App({ connection, desk, guard, renewal }: AppProps): ReactElement {
  const hall = useHall(connection);
  const { stage } = useSyncExternalStore(desk.subscribe, desk.snapshot);
  const windowId = hall.welcome?.place?.windowId ?? null;
  const view = windowId === null ? undefined : viewOf(hall.views, 'pad', windowId);

  usePageRenewal(connection, hall, renewal);
  useEffect(() => {
    if (windowId !== null) connection.watch([`pad/${windowId}`]);
  }, [connection, windowId]);
  useEffect(() => {
    if (view !== undefined) desk.viewed(view);
  }, [desk, view]);

  const label = view?.windowLabel ?? '';
  const isInterrupted = hall.link !== 'connected';
  if (stage.kind === 'idle') return <Waiting hall={hall} view={view} />;
  return (
    <Glass {...KEEPS_PAGE}>
      <Rating stage={stage} desk={desk} guard={guard} windowLabel={label} isInterrupted={isInterrupted} />
    </Glass>
  );
}

interface RatingProps {
  readonly stage: Exclude<Stage, { kind: 'idle' }>;
  readonly desk: PadDesk;
  readonly guard: TapGuard;
  readonly windowLabel: string;
  readonly isInterrupted: boolean;
}

function Rating({ stage, desk, guard, ...bar }: RatingProps): ReactElement {
  switch (stage.kind) {
    case 'levels':
      return (
        <LevelsPage
          {...bar}
          asked={stage.asked}
          onLevel={guard.page((rating) => desk.happens({ type: 'levelTouched', rating, requestId: newRequestId() }))}
          onSkip={guard.page(() => desk.happens({ type: 'skipped', requestId: newRequestId() }))}
        />
      );
    case 'reasons':
      // By its request: another applicant never finds the words of the one before.
      return <Reasons key={stage.touched.requestId} stage={stage} desk={desk} guard={guard} {...bar} />;
    case 'thanks':
      return <ThanksPage {...bar} />;
  }
}

function Reasons({
  stage,
  desk,
  guard,
  ...bar
}: RatingProps & { stage: Extract<Stage, { kind: 'reasons' }> }): ReactElement {
  const [comment, setComment] = useState('');
  if (stage.isWriting) {
    return (
      <CommentPage
        text={comment}
        onText={(text) => {
          setComment(text);
          desk.happens({ type: 'stirred' });
        }}
        onDone={guard.page(() => desk.happens({ type: 'writingEnded' }))}
        onBack={guard.page(() => {
          setComment('');
          desk.happens({ type: 'writingEnded' });
        })}
      />
    );
  }
  return (
    <ReasonsPage
      {...bar}
      touched={stage.touched}
      hasComment={comment.trim() !== ''}
      onReason={guard.each((code) => desk.happens({ type: 'reasonTouched', code }))}
      onBack={guard.page(() => desk.happens({ type: 'returned' }))}
      onWrite={guard.page(() => desk.happens({ type: 'writingBegun' }))}
      onSubmit={guard.page(() => desk.submit(comment))}
    />
  );
}

function Waiting({ hall, view }: { readonly hall: HallSnapshot; readonly view: PadView | undefined }): ReactElement {
  const notice = noticeOf(hall, view);
  if (notice === null && view !== undefined) {
    return (
      <Glass>
        <IdlePage view={view} />
      </Glass>
    );
  }
  return (
    <Glass>
      <NoticePage notice={notice ?? 'connecting'} windowLabel={view?.windowLabel ?? null} />
    </Glass>
  );
}

/** Null when the clerk card may be shown. */
function noticeOf(hall: HallSnapshot, view: PadView | undefined): Notice | null {
  if (hall.connectRefusal === 'unauthorised') return 'unauthorised';
  if (hall.connectRefusal === 'protocolMismatch') return 'outdated';
  if (hall.welcome !== null && hall.welcome.role !== 'pad') return 'notPad';
  if (hall.link === 'lost') return 'lost';
  if (view === undefined) return 'connecting';
  if (view.phase === 'closed') return 'closed';
  return view.phase === 'paused' ? 'paused' : null;
}
