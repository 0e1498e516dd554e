// What the pad shows and what it owes the hall, as a function of what happened: no clock, no network, no screen.
import { isPoor } from '@jiaohao/contracts/evaluation-reasons';
import type { Rating } from '@jiaohao/contracts/evaluation';
import type { PadView } from '@jiaohao/contracts/views';

export type Asked = NonNullable<PadView['evaluationDue']>;

/** A rating or a lapse that the hall has not acknowledged. The free text is not in it: what is in it lies on the tablet's disk. */
export type Owed =
  | {
      readonly kind: 'record';
      readonly requestId: string;
      readonly evaluationId: number;
      readonly ticketId: number;
      readonly rating: Rating;
      readonly reasons: readonly number[];
      readonly ratedAt: number | null;
    }
  | {
      readonly kind: 'lapse';
      readonly requestId: string;
      readonly evaluationId: number;
      /** A later asking of the same evaluation is not lapsed by it. */
      readonly asking: number;
      readonly reason: 'timeout' | 'skipped';
    };

/** A level that was touched and may still get reasons, or be changed. `requestId` was made at the touch. */
export interface Touched {
  readonly asked: Asked;
  readonly requestId: string;
  readonly rating: Rating;
  readonly reasons: readonly number[];
  /** By the hall's clock: a line that is dead for hours makes no rating too late. Null in what a page that did not note it left behind. */
  readonly ratedAt: number | null;
}

export type Stage =
  | { readonly kind: 'idle' }
  /** `isReturned`: a level was touched and taken back, so that the hall's own lapse does not close the page. */
  | { readonly kind: 'levels'; readonly asked: Asked; readonly endsAt: number; readonly isReturned: boolean }
  | { readonly kind: 'reasons'; readonly touched: Touched; readonly endsAt: number; readonly isWriting: boolean }
  | { readonly kind: 'thanks'; readonly endsAt: number };

export interface PadModel {
  readonly stage: Stage;
  readonly owed: readonly Owed[];
  /** The asking that was answered or lapsed here; the hall's view may still show it for a moment. */
  readonly settled: { readonly evaluationId: number; readonly asking: number } | null;
}

/** `now` is the hall's clock, epoch ms, in each of these. */
export type Happening =
  | { readonly type: 'viewed'; readonly due: PadView['evaluationDue'] }
  | { readonly type: 'levelTouched'; readonly rating: Rating; readonly requestId: string }
  | { readonly type: 'reasonTouched'; readonly code: number }
  | { readonly type: 'writingBegun' }
  | { readonly type: 'writingEnded' }
  /** Any sign of a person: a key, a finger. */
  | { readonly type: 'stirred' }
  | { readonly type: 'returned' }
  | { readonly type: 'submitted' }
  | { readonly type: 'skipped'; readonly requestId: string }
  /** `requestId` is for a lapse, should one be due. */
  | { readonly type: 'timePassed'; readonly requestId: string }
  | { readonly type: 'answered'; readonly requestId: string };

/** screens.md has 4 s: long enough to be read, short enough for whoever is next. */
export const THANKS_MS = 4_000;
/** A rating that is to reach the hall before it is too late leaves this much earlier. */
const DELIVERY_MS = 2_000;
const IDLE: Stage = { kind: 'idle' };
export const EMPTY: PadModel = { stage: IDLE, owed: [], settled: null };

export function padAfter(model: PadModel, happening: Happening, now: number): PadModel {
  switch (happening.type) {
    case 'viewed':
      return viewed(model, happening.due, now);
    case 'levelTouched':
      return levelTouched(model, happening.rating, happening.requestId, now);
    case 'skipped':
      return model.stage.kind === 'levels' ? lapsed(model, model.stage.asked, happening.requestId, 'skipped') : model;
    case 'timePassed':
      return timePassed(model, happening.requestId, now);
    case 'answered':
      return { ...model, owed: model.owed.filter(({ requestId }) => requestId !== happening.requestId) };
    default:
      return model.stage.kind === 'reasons' ? inReasons(model, model.stage, happening, now) : model;
  }
}

/** A new asking replaces whatever stands there: a level already touched is recorded, one that was not is the hall's to lapse. */
function viewed(before: PadModel, due: PadView['evaluationDue'], now: number): PadModel {
  const model = due === null ? before : withoutOutdatedLapse(before, due);
  const { stage } = model;
  const isOwed = due !== null && model.owed.some(({ evaluationId }) => evaluationId === due.evaluationId);
  if (due === null || isOwed || isSameAsking(due, model.settled)) {
    return stage.kind === 'levels' && !stage.isReturned ? { ...model, stage: IDLE } : model;
  }
  if (stage.kind === 'levels' && isSameAsking(due, stage.asked)) return model;
  if (stage.kind === 'reasons') {
    if (stage.touched.asked.evaluationId === due.evaluationId) return model;
    return asking(recorded(model, stage.touched, []), due, now);
  }
  return asking(model, due, now);
}

/** Asked once more by the clerk before the hall heard of the lapse: what lapsed is over, and the new asking stands. */
function withoutOutdatedLapse(model: PadModel, due: Asked): PadModel {
  const owed = model.owed.filter(
    (each) => each.kind !== 'lapse' || each.evaluationId !== due.evaluationId || each.asking >= due.asking,
  );
  return owed.length === model.owed.length ? model : { ...model, owed };
}

/** An asking whose time is over by the hall's clock is not begun: the hall lapses it itself. */
function asking(model: PadModel, asked: Asked, now: number): PadModel {
  if (now >= asked.lapsesAt) return { ...model, stage: IDLE };
  return { ...model, stage: { kind: 'levels', asked, endsAt: asked.lapsesAt, isReturned: false } };
}

function levelTouched(model: PadModel, rating: Rating, requestId: string, now: number): PadModel {
  if (model.stage.kind !== 'levels') return model;
  const touched: Touched = { asked: model.stage.asked, requestId, rating, reasons: [], ratedAt: now };
  const endsAt = isPoor(rating) ? limitOf(touched.asked, now) : now + THANKS_MS;
  return { ...model, stage: { kind: 'reasons', touched, endsAt, isWriting: false } };
}

type InReasons = Extract<Stage, { kind: 'reasons' }>;
type ReasonsHappening = Exclude<Happening, { type: 'viewed' | 'levelTouched' | 'skipped' | 'timePassed' | 'answered' }>;

function inReasons(model: PadModel, stage: InReasons, happening: ReasonsHappening, now: number): PadModel {
  const { touched } = stage;
  const endsAt = limitOf(touched.asked, now);
  switch (happening.type) {
    case 'reasonTouched': {
      const { code } = happening;
      const isChosen = touched.reasons.includes(code);
      const reasons = isChosen ? touched.reasons.filter((each) => each !== code) : [...touched.reasons, code];
      return { ...model, stage: { ...stage, touched: { ...touched, reasons }, endsAt } };
    }
    case 'stirred':
      return { ...model, stage: { ...stage, endsAt } };
    case 'writingBegun':
      return { ...model, stage: { ...stage, isWriting: true, endsAt } };
    case 'writingEnded':
      return { ...model, stage: { ...stage, isWriting: false, endsAt } };
    case 'returned':
      return { ...model, stage: { kind: 'levels', asked: touched.asked, endsAt, isReturned: true } };
    case 'submitted':
      return thanked(recorded(model, touched, touched.reasons), now);
  }
}

/** Without a touch it is not rated; a level already touched is recorded, without reasons that were not submitted. */
function timePassed(model: PadModel, requestId: string, now: number): PadModel {
  const { stage } = model;
  if (stage.kind === 'idle' || now < stage.endsAt) return model;
  switch (stage.kind) {
    case 'levels':
      return lapsed(model, stage.asked, requestId, 'timeout');
    case 'reasons':
      return isPoor(stage.touched.rating)
        ? thanked(recorded(model, stage.touched, []), now)
        : { ...recorded(model, stage.touched, []), stage: IDLE };
    case 'thanks':
      return { ...model, stage: IDLE };
  }
}

function recorded(model: PadModel, touched: Touched, reasons: readonly number[]): PadModel {
  const { asked, requestId, rating, ratedAt } = touched;
  const { evaluationId, ticketId } = asked;
  return settled(model, asked, { kind: 'record', requestId, evaluationId, ticketId, rating, reasons, ratedAt });
}

function lapsed(model: PadModel, asked: Asked, requestId: string, reason: 'timeout' | 'skipped'): PadModel {
  const { evaluationId, asking: count } = asked;
  return { ...settled(model, asked, { kind: 'lapse', requestId, evaluationId, asking: count, reason }), stage: IDLE };
}

function settled(model: PadModel, { evaluationId, asking: count }: Asked, owed: Owed): PadModel {
  return { ...model, owed: [...model.owed, owed], settled: { evaluationId, asking: count } };
}

function thanked(model: PadModel, now: number): PadModel {
  return { ...model, stage: { kind: 'thanks', endsAt: now + THANKS_MS } };
}

/** As long again as the hall gives for a level, but never so long that it would no longer take the rating. */
function limitOf({ requestedAt, lapsesAt, acceptedUntilAt }: Asked, now: number): number {
  return Math.min(now + (lapsesAt - requestedAt), Math.max(lapsesAt, acceptedUntilAt) - DELIVERY_MS);
}

function isSameAsking(a: { evaluationId: number; asking: number }, b: PadModel['settled']): boolean {
  return a.evaluationId === b?.evaluationId && a.asking === b.asking;
}
