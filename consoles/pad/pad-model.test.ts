// The pad's behaviour without a pad: what is recorded, what lapses, what is forgotten, and when.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rating } from '@jiaohao/contracts/evaluation';
import { EVALUATION_REASONS } from '@jiaohao/contracts/evaluation-reasons';
import { EMPTY, THANKS_MS, padAfter } from './pad-model.ts';
import type { Asked, Happening, PadModel } from './pad-model.ts';

const AT = 1_795_000_000_000;
const TIMEOUT_MS = 60_000;
const asked = (change: Partial<Asked> = {}): Asked => ({
  evaluationId: 7,
  ticketId: 3,
  ticketNumber: 'A012',
  staffNo: '0316',
  requestedAt: AT,
  lapsesAt: AT + TIMEOUT_MS,
  acceptedUntilAt: AT + 86_400_000,
  asking: 1,
  ...change,
});
const viewed = (due: Asked | null): Happening => ({ type: 'viewed', due });
const touched = (rating: Rating, requestId = 'touch-01'): Happening => ({ type: 'levelTouched', rating, requestId });
const time: Happening = { type: 'timePassed', requestId: 'lapse-01' };

/** Happenings, each with ms since AT. */
function after(...steps: readonly (readonly [number, Happening])[]): PadModel {
  return steps.reduce((model, [ms, happening]) => padAfter(model, happening, AT + ms), EMPTY);
}
const record = { kind: 'record', requestId: 'touch-01', evaluationId: 7, ticketId: 3 } as const;

describe('five levels', () => {
  it('stand when the hall asks, go when it asks no more, and never begin too late', () => {
    expect(after([0, viewed(asked())]).stage).toMatchObject({ kind: 'levels', endsAt: AT + TIMEOUT_MS });
    expect(after([0, viewed(asked())], [10, viewed(null)])).toMatchObject({ stage: { kind: 'idle' }, owed: [] });
    expect(after([TIMEOUT_MS, viewed(asked())])).toMatchObject({ stage: { kind: 'idle' }, owed: [] });
  });

  it('nobody touches: not rated, once, at the limit and not before; the late view asks nothing again', () => {
    const waiting = after([0, viewed(asked())], [TIMEOUT_MS - 1, time]);
    expect(waiting.owed).toEqual([]);
    const over = padAfter(waiting, time, AT + TIMEOUT_MS);
    const lapse = { kind: 'lapse', requestId: 'lapse-01', evaluationId: 7, reason: 'timeout' };
    expect(over).toMatchObject({ stage: { kind: 'idle' }, owed: [lapse] });
    const again = [viewed(asked()), time].reduce((model, each) => padAfter(model, each, AT + TIMEOUT_MS + 5), over);
    expect(again).toMatchObject({ stage: { kind: 'idle' }, owed: [lapse] });
  });

  it('暂不评价 lapses as skipped, under the id of the touch', () => {
    expect(after([0, viewed(asked())], [5, { type: 'skipped', requestId: 'skip-0001' }])).toMatchObject({
      stage: { kind: 'idle' },
      owed: [{ kind: 'lapse', requestId: 'skip-0001', reason: 'skipped' }],
    });
  });

  it('asked once more by the clerk: the time begins anew', () => {
    const again = asked({ asking: 2, requestedAt: AT + 30_000, lapsesAt: AT + 90_000 });
    expect(after([0, viewed(asked())], [30_000, viewed(again)]).stage).toMatchObject({ endsAt: AT + 90_000 });
  });
});

describe('a level that was touched', () => {
  it.each([5, 4, 3] as const)('%d is thanked for; four seconds later it is recorded and the pad is free', (rating) => {
    const thanks = after([0, viewed(asked())], [1_000, touched(rating)]);
    expect(thanks.owed).toEqual([]);
    expect(padAfter(thanks, time, AT + 1_000 + THANKS_MS)).toMatchObject({
      stage: { kind: 'idle' },
      owed: [{ ...record, rating, reasons: [] }],
    });
  });

  it('a good one with reasons takes its time as soon as one is chosen', () => {
    const [{ code }] = EVALUATION_REASONS[5];
    const chosen = after(
      [0, viewed(asked())],
      [0, touched(5)],
      [3_000, { type: 'reasonTouched', code }],
      [9_000, time],
    );
    expect(chosen.stage.kind).toBe('reasons');
    const done = padAfter(chosen, { type: 'submitted' }, AT + 9_000);
    expect(done).toMatchObject({ stage: { kind: 'thanks' }, owed: [{ ...record, rating: 5, reasons: [code] }] });
  });

  it.each([2, 1] as const)('%d asks for reasons; none need be chosen', (rating) => {
    expect(after([0, viewed(asked())], [0, touched(rating)], [9_000, { type: 'submitted' }])).toMatchObject({
      stage: { kind: 'thanks', endsAt: AT + 9_000 + THANKS_MS },
      owed: [{ ...record, rating, reasons: [] }],
    });
  });

  it('a reason touched twice is not chosen', () => {
    const twice: Happening = { type: 'reasonTouched', code: 209 };
    const other: Happening = { type: 'reasonTouched', code: 214 };
    const steps = [viewed(asked()), touched(2), twice, other, twice, { type: 'submitted' } as const];
    expect(after(...steps.map((each) => [0, each] as const)).owed).toMatchObject([{ reasons: [214] }]);
  });

  it('is recorded when its reasons time out, without those that were not submitted, also after the hall’s own lapse', () => {
    const left = after(
      [0, viewed(asked())],
      [50_000, touched(1)],
      [55_000, { type: 'reasonTouched', code: 108 }],
      [70_000, viewed(null)],
    );
    expect(left.stage.kind).toBe('reasons');
    expect(padAfter(left, time, AT + 55_000 + TIMEOUT_MS)).toMatchObject({
      stage: { kind: 'thanks' },
      owed: [{ ...record, rating: 1, reasons: [] }],
    });
  });

  it('where the hall takes no supplement it goes out before the lapse', () => {
    const strict = asked({ acceptedUntilAt: AT + TIMEOUT_MS });
    const { stage } = after([0, viewed(strict)], [50_000, touched(1)]);
    expect(stage).toMatchObject({ kind: 'reasons' });
    expect(stage.kind === 'reasons' && stage.endsAt < AT + TIMEOUT_MS).toBe(true);
  });

  it('can be taken back: then nothing is recorded, and the hall’s lapse does not close the page', () => {
    const back = after([0, viewed(asked())], [0, touched(1)], [9_000, { type: 'returned' }], [9_500, viewed(null)]);
    expect(back.stage.kind).toBe('levels');
    expect(padAfter(back, touched(4, 'touch-02'), AT + 9_900).stage).toMatchObject({
      touched: { rating: 4, requestId: 'touch-02', reasons: [] },
    });
    expect(padAfter(back, time, AT + 9_000 + TIMEOUT_MS).owed).toMatchObject([{ kind: 'lapse', reason: 'timeout' }]);
  });
});

describe('the next applicant', () => {
  const next = asked({ evaluationId: 9, ticketId: 8, ticketNumber: 'A013' });

  it('replaces the levels of the one before, who has not touched them', () => {
    expect(after([0, viewed(asked())], [10, viewed(next)])).toMatchObject({
      stage: { kind: 'levels', asked: { evaluationId: 9 } },
      owed: [],
    });
  });

  it('replaces reasons; the level of the one before is recorded for the one before', () => {
    const steps = [viewed(asked()), touched(2), { type: 'reasonTouched', code: 207 } as const, viewed(next)];
    expect(after(...steps.map((each) => [10, each] as const))).toMatchObject({
      stage: { kind: 'levels', asked: { evaluationId: 9 } },
      owed: [{ ...record, rating: 2, reasons: [] }],
    });
  });

  it('does not wait for the thanks', () => {
    const steps = [viewed(asked()), touched(2), { type: 'submitted' } as const, viewed(next)];
    expect(after(...steps.map((each) => [10, each] as const)).stage.kind).toBe('levels');
  });

  it('an evaluation whose rating is still on its way is not asked for again', () => {
    const rated = after([0, viewed(asked())], [0, touched(2)], [0, { type: 'submitted' }], [9_000, time]);
    const oncemore = asked({ asking: 2, lapsesAt: AT + 90_000 });
    expect(padAfter(rated, viewed(oncemore), AT + 9_001).stage.kind).toBe('idle');
  });

  it('an evaluation whose lapse is still on its way is asked for again: that lapse is no longer owed', () => {
    const skipped = after([0, viewed(asked())], [0, { type: 'skipped', requestId: 'skip-0001' }]);
    expect(padAfter(skipped, viewed(asked()), AT + 1)).toMatchObject({
      stage: { kind: 'idle' },
      owed: [{ asking: 1 }],
    });
    const oncemore = asked({ asking: 2, lapsesAt: AT + 90_000 });
    expect(padAfter(skipped, viewed(oncemore), AT + 9_001)).toMatchObject({
      stage: { kind: 'levels', asked: { asking: 2 } },
      owed: [],
    });
    const another = asked({ evaluationId: 9, asking: 2 });
    expect(padAfter(skipped, viewed(another), AT + 9_001).owed).toHaveLength(1);
  });
});

it('whatever happens in whatever order: one answer an evaluation at most, and never a rating that nobody touched', () => {
  const happening = fc.oneof(
    fc
      .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 2 }))
      .map(([id, asking]) => viewed(asked({ evaluationId: id, ticketId: id, asking }))),
    fc.constant(viewed(null)),
    fc.constantFrom<Rating>(1, 2, 3, 4, 5).map((rating) => touched(rating, `touch-${rating}`)),
    fc.constantFrom(207, 108, 510).map((code): Happening => ({ type: 'reasonTouched', code })),
    fc
      .constantFrom<Happening['type']>('returned', 'submitted', 'stirred', 'writingBegun', 'writingEnded')
      .map((type) => ({ type }) as Happening),
    fc.constant<Happening>({ type: 'skipped', requestId: 'skip-0001' }),
    fc.constant(time),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(happening, fc.integer({ min: 0, max: 40_000 })), { maxLength: 40 }), (steps) => {
      let now = AT;
      let model = EMPTY;
      const levels = new Set<string>();
      for (const [each, ms] of steps) {
        now += ms;
        if (each.type === 'levelTouched' && model.stage.kind === 'levels') {
          levels.add(`${model.stage.asked.evaluationId} ${each.rating}`);
        }
        model = padAfter(model, each, now);
      }
      for (const owed of model.owed) {
        if (owed.kind === 'record') expect(levels).toContain(`${owed.evaluationId} ${owed.rating}`);
      }
      const ids = model.owed.map(({ evaluationId }) => evaluationId);
      expect(new Set(ids).size).toBe(ids.length);
    }),
  );
});
