// Rule Q33: what a phone is told, that it finds the place which the hall would give it, and what makes its views another.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROGRESS_PLACES_MAX } from '@jiaohao/contracts/phone-views';
import { viewSchemas } from '@jiaohao/contracts/views';
import { placeIn } from '../../consoles/phone/place.ts';
import { TestingHall } from '../testing/testing-hall.ts';
import { dirtyTopics, ticketTopic } from './dirty-topics.ts';
import { present } from './invariant.ts';
import { viewOf } from './views.ts';
import { queueProgress, ticketView } from './views/phone.ts';
import { estimatedWaitMs, peopleAheadOf } from './waiting.ts';

const SHAPES = [
  'ordinary',
  'priority',
  'call w1',
  'call w2',
  'miss w1',
  'requeue',
  'pause w2',
  'resume w2',
  'finish w1',
] as const;
type Shape = (typeof SHAPES)[number];

/** One step, or nothing where the rules say no. */
function step(hall: TestingHall, shape: Shape, no: number): void {
  const windowId = shape.slice(-2);
  try {
    if (shape === 'ordinary') hall.issue('qa');
    else if (shape === 'priority') hall.issue('qa', { ref: String(no), age: 70 });
    else if (shape.startsWith('call')) hall.callNext(windowId);
    else if (shape.startsWith('miss')) hall.do({ type: 'markMissed', windowId, isWatched: false });
    else if (shape.startsWith('pause')) hall.do({ type: 'pauseWindow', windowId, reason: 'away' });
    else if (shape.startsWith('resume')) hall.do({ type: 'resumeWindow', windowId });
    else if (shape.startsWith('finish')) hall.do({ type: 'finishServing', windowId });
    else {
      const missed = [...present(hall.state.queues.get('qa'), 'queue').missed][0];
      if (missed !== undefined) hall.do({ type: 'requeueTicket', ticketId: missed });
    }
  } catch (error) {
    if (!(error instanceof Error) || !error.message.startsWith('refused: ')) throw error;
  }
  hall.now += 1_000;
}

const steps = fc.array(fc.constantFrom(...SHAPES), { maxLength: 60 });

describe('Q33 a phone', () => {
  it('finds the place and the wait that the hall would give its ticket', () => {
    fc.assert(
      fc.property(steps, (shapes) => {
        const hall = TestingHall.open();
        shapes.forEach((shape, no) => step(hall, shape, no));
        const queue = present(hall.state.queues.get('qa'), 'queue');
        const progress = viewSchemas.queueProgress.parse(queueProgress(hall.state, 'qa'));
        for (const ticket of hall.state.tickets.values()) {
          const place = placeIn(progress, ticket.ticketId);
          if (ticket.state !== 'waiting') {
            expect(place).toBeNull();
            continue;
          }
          const peopleAhead = peopleAheadOf(hall.state, ticket);
          expect(place?.peopleAhead).toBe(peopleAhead);
          const told = place?.estimatedWaitMs ?? null;
          const reckoned = estimatedWaitMs(hall.state, queue, peopleAhead);
          // What it is told of the serving time is rounded to a millisecond.
          if (told === null || reckoned === null) expect(told).toBe(reckoned);
          else expect(Math.abs(told - reckoned)).toBeLessThanOrEqual(peopleAhead + 1);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is told of its views whatever changes them: no event leaves one behind', () => {
    fc.assert(
      fc.property(steps, (shapes) => {
        const hall = TestingHall.open();
        let known = new Map<string, string>();
        shapes.forEach((shape, no) => {
          const seq = hall.state.seq;
          step(hall, shape, no);
          const told = new Set<string>();
          for (const event of hall.events.filter((each) => each.seq > seq)) {
            for (const topic of dirtyTopics(hall.state, event)) told.add(topic);
            const own = ticketTopic(event);
            if (own !== null) told.add(own);
          }
          const now = phoneViews(hall);
          for (const [topic, text] of now) {
            const before = known.get(topic);
            if (before !== undefined && before !== text) expect([...told]).toContain(topic);
          }
          known = now;
        });
      }),
      { numRuns: 40 },
    );
  });

  it('that waits behind the places that are told knows that there are at least so many', () => {
    const hall = TestingHall.open();
    const tickets = Array.from({ length: PROGRESS_PLACES_MAX + 3 }, () => hall.issue('qa'));
    const progress = viewSchemas.queueProgress.parse(queueProgress(hall.state, 'qa'));
    expect(progress.ordinary).toHaveLength(PROGRESS_PLACES_MAX);
    expect(placeIn(progress, tickets[PROGRESS_PLACES_MAX - 1] ?? 0)).toMatchObject({
      peopleAhead: 399,
      isAtLeast: false,
    });
    expect(placeIn(progress, tickets.at(-1) ?? 0)).toMatchObject({ peopleAhead: 400, isAtLeast: true });
  });

  it('sees its own ticket and nothing of a person', () => {
    const hall = TestingHall.open();
    const ticketId = hall.issue('qa', { ref: '7', age: 70 });
    const shown = () => viewSchemas.ticket.parse(ticketView(hall.state, String(ticketId)));
    expect(shown()).toMatchObject({
      state: 'waiting',
      call: null,
      waitingPlace: { floor: 1 },
      serviceName: { en: 'QA' },
    });
    hall.callNext('w1');
    hall.do({ type: 'recall', windowId: 'w1' });
    expect(shown()).toMatchObject({ state: 'called', call: { windowLabel: '1', callCount: 2, place: { floor: 1 } } });
    hall.do({ type: 'markMissed', windowId: 'w1', isWatched: false });
    expect(shown()).toMatchObject({ state: 'missed', call: null });
    hall.do({ type: 'requeueTicket', ticketId });
    expect(shown()).toMatchObject({ state: 'waiting', call: null });
    expect(JSON.stringify(shown())).not.toMatch(/person|priority|p0{10}/i);
    hall.do({ type: 'closeDay' });
    expect(shown()).toMatchObject({ state: 'expired' });
  });

  it.each(['', '0', '01', '1.0', '-1', 'abc', '9'.repeat(17), '1e0'])('there is no ticket "%s"', (id) => {
    const hall = TestingHall.open();
    hall.issue('qa');
    expect(viewOf(hall.state, `ticket/${id}`)).toBeNull();
  });
});

/** Without their seq, which every event changes. */
function phoneViews(hall: TestingHall): Map<string, string> {
  const topics = [...[...hall.state.tickets.keys()].map((id) => `ticket/${id}` as const), 'queueProgress/qa' as const];
  return new Map(topics.map((topic) => [topic, JSON.stringify({ ...viewOf(hall.state, topic), seq: 0 })]));
}
