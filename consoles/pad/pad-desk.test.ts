// The pad at work against a hall in the test's hand: answered once, kept over a reload, no free text on the tablet's disk.
import { expect, it } from 'vitest';
import type { CommandInput } from '@jiaohao/contracts/commands';
import type { RefusalCode } from '@jiaohao/contracts/refusals';
import { REFUSAL_TEXTS } from '@jiaohao/contracts/refusals';
import type { PadView } from '@jiaohao/contracts/views';
import type { HallConnection } from '../ui/hall-connection.ts';
import type { AskOutcome } from '../ui/kept-requests.ts';
import { PadDesk } from './pad-desk.ts';

const AT = 1_795_000_000_000;
const keyAt = (windowId: string) => `jiaohao.pad.kept ${windowId}:/pad/`;
const TEXT = '测试意见 13800000000';

/** A tablet whose page can be loaded anew; the hall answers when the test says so. */
class Tablet {
  now = AT;
  lastHeardAt: number | null = AT;
  readonly disk = new Map<string, string>();
  asked: { readonly command: CommandInput; readonly requestId: string; readonly answer: (o: AskOutcome) => void }[] =
    [];
  later: (() => void)[] = [];
  desk = this.load();

  load(): PadDesk {
    this.asked = [];
    this.later = [];
    const connection: Pick<HallConnection, 'ask' | 'hallNow' | 'snapshot'> = {
      hallNow: () => this.now,
      snapshot: () => ({ lastHeardAt: this.lastHeardAt }) as ReturnType<HallConnection['snapshot']>,
      ask: (command: CommandInput, requestId?: string) =>
        new Promise((answer) => void this.asked.push({ command, requestId: requestId ?? '', answer })),
    };
    const storage = {
      getItem: (key: string) => this.disk.get(key) ?? null,
      setItem: (key: string, text: string) => void this.disk.set(key, text),
      removeItem: (key: string) => void this.disk.delete(key),
    };
    this.desk = new PadDesk({ connection, storage, storedAs: keyAt, later: (_ms, action) => this.later.push(action) });
    return this.desk;
  }

  /** The hall's answer to the only request that waits. */
  async answer(outcome: AskOutcome): Promise<void> {
    this.asked.pop()?.answer(outcome);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const DUE: NonNullable<PadView['evaluationDue']> = {
  ...{ evaluationId: 7, ticketId: 3, ticketNumber: 'A012', staffNo: '0316', requestedAt: AT, asking: 1 },
  ...{ lapsesAt: AT + 60_000, acceptedUntilAt: AT + 86_400_000 },
};
const VIEW: PadView = {
  seq: 1,
  windowId: 'w5',
  windowLabel: '5',
  hallName: { zh: '大厅', en: 'Hall' },
  services: [],
  staffNo: '0316',
  staffName: '李文静',
  phase: 'free',
  evaluationDue: DUE,
};
const NOTHING_DUE: PadView = { ...VIEW, evaluationDue: null };
const DONE: AskOutcome = { kind: 'done', result: { evaluationId: 7 } };
const refused = (code: RefusalCode): AskOutcome => ({ kind: 'refused', refusal: { code, ...REFUSAL_TEXTS[code] } });

function rated(): Tablet {
  const tablet = new Tablet();
  tablet.desk.viewed(VIEW);
  tablet.desk.happens({ type: 'levelTouched', rating: 2, requestId: 'touch-01' });
  tablet.desk.happens({ type: 'reasonTouched', code: 209 });
  tablet.desk.submit(`${TEXT} `);
  return tablet;
}

it('sends level, reasons and free text under the id of the touch, and forgets them when they are answered', async () => {
  const tablet = rated();
  expect(tablet.asked).toMatchObject([
    {
      requestId: 'touch-01',
      command: { type: 'recordEvaluation', ticketId: 3, evaluationId: 7, rating: 2, reasons: [209], comment: TEXT },
    },
  ]);
  expect([...tablet.disk.values()].join()).toContain('touch-01');
  expect([...tablet.disk.values()].join()).not.toContain('13800000000');
  await tablet.answer(DONE);
  expect(tablet.disk.size).toBe(0);
  expect(tablet.desk.snapshot().owed).toEqual([]);
});

it('asks again under the same id until the hall has answered, also over a reload, which takes the free text along', async () => {
  const tablet = rated();
  for (const passing of [{ kind: 'unanswered' } as const, refused('storageFull'), refused('internalError')]) {
    await tablet.answer(passing);
    expect(tablet.asked).toEqual([]);
    tablet.later.pop()?.();
    expect(tablet.asked).toMatchObject([{ requestId: 'touch-01', command: { comment: TEXT } }]);
  }
  tablet.load().viewed(VIEW);
  expect(tablet.asked).toMatchObject([{ requestId: 'touch-01', command: { rating: 2, reasons: [209] } }]);
  expect(tablet.asked[0]?.command).not.toHaveProperty('comment');
  // Taken before the reload, with its text: the id alone tells.
  await tablet.answer(refused('requestIdReused'));
  expect(tablet.disk.size).toBe(0);
});

it('says when the level was touched, by the hall’s clock, however late it is delivered, the same after a reload', async () => {
  const tablet = new Tablet();
  tablet.desk.viewed(VIEW);
  tablet.now = AT + 3_000;
  tablet.desk.happens({ type: 'levelTouched', rating: 1, requestId: 'touch-01' });
  tablet.now = AT + 20_000;
  tablet.load().viewed(VIEW);
  tablet.desk.submit('');
  const given = { requestId: 'touch-01', command: { rating: 1, ratedAt: AT + 3_000 } };
  expect(tablet.asked).toMatchObject([given]);
  await tablet.answer({ kind: 'unanswered' });
  tablet.now = AT + 86_400_000;
  tablet.later.pop()?.();
  expect(tablet.asked).toMatchObject([given]);
  tablet.load().viewed(NOTHING_DUE);
  expect(tablet.asked).toMatchObject([given]);
});

it('a level that is changed was given when it was touched last', () => {
  const tablet = new Tablet();
  tablet.desk.viewed(VIEW);
  tablet.desk.happens({ type: 'levelTouched', rating: 1, requestId: 'touch-01' });
  tablet.desk.happens({ type: 'returned' });
  tablet.now = AT + 9_000;
  tablet.desk.happens({ type: 'levelTouched', rating: 4, requestId: 'touch-02' });
  tablet.desk.submit('');
  expect(tablet.asked).toMatchObject([{ requestId: 'touch-02', command: { rating: 4, ratedAt: AT + 9_000 } }]);
});

it('a rating that an older page left without its instant is sent without it', () => {
  const tablet = new Tablet();
  const owed = { kind: 'record', requestId: 'touch-01', evaluationId: 7, ticketId: 3, rating: 2, reasons: [] };
  tablet.disk.set(keyAt('w5'), JSON.stringify({ owed: [owed], touched: null }));
  tablet.load().viewed(NOTHING_DUE);
  expect(tablet.asked).toMatchObject([{ requestId: 'touch-01', command: { rating: 2 } }]);
  expect(tablet.asked[0]?.command).not.toHaveProperty('ratedAt');
});

it.each(['alreadyEvaluated', 'evaluationExpired', 'unknownEvaluation'] as const)('%s ends it', async (code) => {
  const tablet = rated();
  await tablet.answer(refused(code));
  expect(tablet.disk.size).toBe(0);
  expect(tablet.later).toEqual([]);
});

it('a token that is being renewed loses no rating; a request that is malformed is not asked for ever', async () => {
  const tablet = rated();
  await tablet.answer({ kind: 'rejected', error: { code: 'forbidden', zh: '', en: '' } });
  expect(tablet.desk.snapshot().owed).toHaveLength(1);
  tablet.later.pop()?.();
  await tablet.answer({ kind: 'rejected', error: { code: 'invalidField', zh: '', en: '' } });
  expect(tablet.desk.snapshot().owed).toEqual([]);
});

it('a reload in the middle of the reasons goes on there; limits begin when the hall has told the time', () => {
  const tablet = new Tablet();
  tablet.desk.viewed(VIEW);
  tablet.desk.happens({ type: 'levelTouched', rating: 1, requestId: 'touch-01' });
  tablet.desk.happens({ type: 'reasonTouched', code: 108 });
  tablet.lastHeardAt = null;
  // The tablet's own clock is a day ahead until then.
  tablet.now = AT + 86_400_000;
  tablet.load();
  tablet.desk.lookAtClock();
  expect(tablet.desk.snapshot().stage.kind).toBe('idle');
  tablet.now = AT + 5_000;
  tablet.lastHeardAt = tablet.now;
  tablet.desk.lookAtClock();
  tablet.desk.viewed(VIEW);
  tablet.desk.lookAtClock();
  expect(tablet.desk.snapshot().stage).toMatchObject({
    ...{ kind: 'reasons', touched: { rating: 1, reasons: [108] }, endsAt: AT + 65_000 },
  });
});

it('moved to another window it neither sends nor shows what it owes the one before, and sends it when it is back', async () => {
  const tablet = rated();
  const elsewhere: PadView = { ...NOTHING_DUE, windowId: 'w6' };
  // Asked while the view of the new window was on its way.
  await tablet.answer(refused('notYourWindow'));
  tablet.desk.viewed(elsewhere);
  tablet.later.pop()?.();
  expect([tablet.asked, tablet.desk.snapshot().owed]).toEqual([[], []]);
  tablet.load().viewed(elsewhere);
  tablet.desk.lookAtClock();
  expect([tablet.asked, tablet.desk.snapshot()]).toMatchObject([[], { stage: { kind: 'idle' }, owed: [] }]);
  tablet.desk.viewed(NOTHING_DUE);
  expect(tablet.asked).toMatchObject([{ requestId: 'touch-01', command: { rating: 2 } }]);
});

it('a level touched at one window is not restored at another', () => {
  const tablet = new Tablet();
  tablet.desk.viewed(VIEW);
  tablet.desk.happens({ type: 'levelTouched', rating: 1, requestId: 'touch-01' });
  tablet.load().viewed({ ...NOTHING_DUE, windowId: 'w6' });
  expect(tablet.desk.snapshot().stage.kind).toBe('idle');
  tablet.load().viewed(NOTHING_DUE);
  expect(tablet.desk.snapshot().stage).toMatchObject({ kind: 'reasons', touched: { requestId: 'touch-01' } });
});

it('a lapse says which asking it is of, and is not asked again when the clerk has asked once more', async () => {
  const tablet = new Tablet();
  tablet.desk.viewed(VIEW);
  tablet.desk.happens({ type: 'skipped', requestId: 'skip-0001' });
  expect(tablet.asked).toMatchObject([{ command: { type: 'lapseEvaluation', evaluationId: 7, asking: 1 } }]);
  await tablet.answer({ kind: 'unanswered' });
  tablet.desk.viewed({ ...VIEW, evaluationDue: { ...DUE, asking: 2 } });
  tablet.later.pop()?.();
  expect([tablet.asked, tablet.desk.snapshot().stage]).toMatchObject([[], { kind: 'levels', asked: { asking: 2 } }]);
});

it('has no limit while a finger is down', () => {
  const tablet = new Tablet();
  tablet.desk.viewed(VIEW);
  tablet.desk.fingers(true);
  tablet.now = AT + 61_000;
  tablet.desk.lookAtClock();
  expect(tablet.desk.snapshot().stage.kind).toBe('levels');
  tablet.desk.fingers(false);
  tablet.desk.lookAtClock();
  expect(tablet.asked).toMatchObject([{ command: { type: 'lapseEvaluation', evaluationId: 7, reason: 'timeout' } }]);
});

it.each(['', 'no json', '{}', '{"owed":[{"kind":"record"}],"touched":null}', '[]'])(
  'does not believe what it cannot read: %s',
  (left) => {
    const tablet = new Tablet();
    tablet.disk.set(keyAt('w5'), left);
    tablet.load().viewed(NOTHING_DUE);
    expect(tablet.desk.snapshot()).toMatchObject({ stage: { kind: 'idle' }, owed: [] });
    expect(tablet.asked).toEqual([]);
  },
);
