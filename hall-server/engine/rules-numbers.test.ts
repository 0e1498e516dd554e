// Rules Q5 to Q8, Q16, Q17, Q20, Q25: numbers, priority, people ahead, printing, configuration.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ticketNumber } from './numbering.ts';
import { smallHall, TestingHall } from '../testing/testing-hall.ts';
import { peopleAhead } from './waiting.ts';

const issue = (queueId: string | null, more: object = {}) =>
  ({ type: 'issueTicket', queueId, serviceItemId: null, person: null, notAfter: null, ...more }) as const;

describe('issuing', () => {
  it('Q5 gives priority from 60 years on the card, not at 59, not without a card', () => {
    const hall = TestingHall.open();
    const classOf = (ticketId: number) => hall.state.tickets.get(ticketId)?.priorityClass;
    expect(classOf(hall.issue('qa', { ref: 'a', age: 59 }))).toBe('ordinary');
    expect(classOf(hall.issue('qa', { ref: 'b', age: 60 }))).toBe('priority');
    expect(classOf(hall.issue('qa'))).toBe('ordinary');
  });

  it('Q5 takes the age from the setting', () => {
    const hall = TestingHall.open({ policies: { priorityFromAgeYears: 70 } });
    expect(hall.state.tickets.get(hall.issue('qa', { ref: 'a', age: 69 }))?.priorityClass).toBe('ordinary');
    expect(hall.state.tickets.get(hall.issue('qa', { ref: 'b', age: 70 }))?.priorityClass).toBe('priority');
  });

  it('Q6 refuses a second open ticket of one person in one queue and names the first, until it has ended', () => {
    const hall = TestingHall.open();
    const first = hall.issue('qa', { ref: 'a', age: 30 });
    const again = hall.decide(issue('qa', { person: { personRef: 'p'.padEnd(24, '0') + 'a', ageYears: 30 } }));
    expect(again).toMatchObject({
      ok: false,
      refusal: { code: 'alreadyHolding', held: { ticketId: first, ticketNumber: 'A001' } },
    });
    hall.issue('qc', { ref: 'a', age: 30 });
    hall.callNext('w2');
    hall.do({ type: 'markMissed', windowId: 'w2', isWatched: false });
    expect(() => hall.issue('qa', { ref: 'a', age: 30 })).toThrow('alreadyHolding');
    hall.do({ type: 'requeueTicket', ticketId: first });
    hall.callNext('w2');
    hall.do({ type: 'finishServing', windowId: 'w2' });
    expect(hall.issue('qa', { ref: 'a', age: 30 })).toBeGreaterThan(first);
  });

  it('Q7 counts each queue from 001 and begins anew on the next day', () => {
    const hall = TestingHall.open();
    const numbers = ['qa', 'qc', 'qa'].map((queueId) => hall.do(issue(queueId)).ticket.ticketNumber);
    expect(numbers).toEqual(['A001', 'C001', 'A002']);
    hall.do({ type: 'closeDay' });
    hall.now += 86_400_000;
    hall.do({ type: 'openDay' });
    expect(hall.do(issue('qa')).ticket.ticketNumber).toBe('A001');
  });

  it('Q8 ends a series at 9999', () => {
    expect(ticketNumber('A', 9999)).toBe('A9999');
    expect(ticketNumber('A', 10_000)).toBeNull();
    const hall = TestingHall.open();
    const queue = hall.state.queues.get('qa');
    if (queue !== undefined) queue.lastNumber = 9999;
    expect(hall.refusal(issue('qa'))).toBe('numbersExhausted');
  });

  it('Q8 refuses a request that comes later than its notAfter', () => {
    const hall = TestingHall.open();
    expect(hall.refusal(issue('qa', { notAfter: hall.now - 1 }))).toBe('requestExpired');
    expect(hall.refusal(issue('qa', { notAfter: hall.now }))).toBeNull();
  });

  it('refuses what does not exist, what needs a card, and what is closed', () => {
    const hall = TestingHall.open();
    expect(hall.refusal(issue('nowhere'))).toBe('unknownQueue');
    expect(hall.refusal(issue(null))).toBe('queueOrServiceItemNeeded');
    expect(hall.refusal(issue(null, { serviceItemId: 'nothing' }))).toBe('unknownServiceItem');
    expect(hall.refusal(issue('qc', { serviceItemId: 'ia' }))).toBe('unknownServiceItem');
    expect(hall.refusal(issue('qe'))).toBe('idCardRequired');
    hall.do({ type: 'closeDay' });
    expect(hall.refusal(issue('qa'))).toBe('dayNotOpen');
  });
});

describe('people ahead and estimate', () => {
  /** The same order, played out one call at a time. */
  function playedOut(own: 'ordinary' | 'priority', sameAhead: number, others: number, inRowMax: number): number {
    let [ordinary, priority] = own === 'ordinary' ? [sameAhead, others] : [others, sameAhead];
    let run = 0;
    for (let ahead = 0; ; ahead++) {
      const ordinaryWaits = ordinary > 0 || own === 'ordinary';
      const priorityWaits = priority > 0 || own === 'priority';
      const takesPriority = priorityWaits && (!ordinaryWaits || run < inRowMax);
      if (takesPriority && own === 'priority' && priority === 0) return ahead;
      if (!takesPriority && own === 'ordinary' && ordinary === 0) return ahead;
      run = takesPriority && ordinaryWaits ? run + 1 : 0;
      if (takesPriority) priority--;
      else ordinary--;
    }
  }

  it('Q16 equals playing the alternation out', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('ordinary', 'priority'),
        fc.nat(40),
        fc.nat(40),
        fc.integer({ min: 1, max: 4 }),
        (own, same, others, k) => {
          expect(peopleAhead(own, same, others, k)).toBe(playedOut(own, same, others, k));
        },
      ),
    );
  });

  it('Q16 examples of the rule with two in a row', () => {
    expect(peopleAhead('ordinary', 0, 5, 2)).toBe(2);
    expect(peopleAhead('ordinary', 3, 1, 2)).toBe(4);
    expect(peopleAhead('priority', 0, 9, 2)).toBe(0);
    expect(peopleAhead('priority', 5, 9, 2)).toBe(7);
  });

  it('Q17 says no wait while a window is free, then people times serving time over open windows', () => {
    const hall = TestingHall.open();
    expect(hall.do(issue('qa')).ticket.estimatedWaitMs).toBeNull();
    hall.callNext('w1');
    const third = hall.do(issue('qa')).ticket;
    expect(third).toMatchObject({ peopleAhead: 0, estimatedWaitMs: null });
    hall.callNext('w2');
    expect(hall.do(issue('qa')).ticket).toMatchObject({ peopleAhead: 0, estimatedWaitMs: 300_000 });
    hall.do({ type: 'pauseWindow', windowId: 'w2', reason: 'meal' });
    expect(hall.do(issue('qa')).ticket).toMatchObject({ peopleAhead: 1, estimatedWaitMs: 1_200_000 });
  });
});

describe('printing', () => {
  it('Q20 keeps printed apart from issued, counts attempts, and settles each once', () => {
    const hall = TestingHall.open();
    const ticketId = hall.issue('qa');
    hall.do({ type: 'failTicketPrinting', ticketId, attempt: 1, failure: 'notPrinted', code: 'paperOut' });
    expect(hall.do({ type: 'reprintTicket', ticketId }).ticket).toMatchObject({ attempt: 2, ticketNumber: 'A001' });
    hall.do({ type: 'confirmTicketPrinted', ticketId, attempt: 2 });
    expect(
      hall.refusal({ type: 'failTicketPrinting', ticketId, attempt: 2, failure: 'unknown', code: 'portLost' }),
    ).toBe('printingNotPending');
    expect(hall.refusal({ type: 'confirmTicketPrinted', ticketId, attempt: 3 })).toBe('printingNotPending');
    expect(hall.refusal({ type: 'confirmTicketPrinted', ticketId: 999 })).toBe('unknownTicket');
    const seq = hall.state.seq;
    hall.do({ type: 'confirmTicketPrinted', ticketId });
    expect(hall.state.seq).toBe(seq);
  });

  it('Q20 a reprint tells the state of the ticket, so that nobody called or missed is sent to a free window', () => {
    const hall = TestingHall.open();
    const issued = hall.do(issue('qa')).ticket;
    const { ticketId } = issued;
    expect(issued.state).toBe('waiting');
    const reprintedState = () => hall.do({ type: 'reprintTicket', ticketId }).ticket.state;
    expect(reprintedState()).toBe('waiting');
    hall.callNext('w1', true);
    expect(reprintedState()).toBe('called');
    hall.do({ type: 'markMissed', windowId: 'w1', isWatched: false });
    expect(reprintedState()).toBe('missed');
    hall.do({ type: 'requeueTicket', ticketId });
    expect(reprintedState()).toBe('waiting');
  });

  it('Q20 does not reprint what has ended', () => {
    const hall = TestingHall.open();
    const ticketId = hall.issue('qa');
    hall.callNext('w1');
    hall.do({ type: 'finishServing', windowId: 'w1' });
    expect(hall.refusal({ type: 'reprintTicket', ticketId })).toBe('ticketEnded');
  });
});

describe('configuration', () => {
  const configured = (config: ReturnType<typeof smallHall>) =>
    ({ type: 'configureHall', config, configHash: 'other' }) as const;

  it('Q25 refuses to take away a queue with open tickets, a prefix in use, a window or clerk at work', () => {
    const hall = TestingHall.open();
    hall.issue('qc');
    const base = smallHall();
    const withoutQc = { ...base, queues: base.queues.filter((queue) => queue.queueId !== 'qc') };
    expect(hall.refusal(configured(withoutQc))).toBe('configurationInUse');
    const otherPrefix = {
      ...base,
      queues: base.queues.map((queue) => (queue.queueId === 'qc' ? { ...queue, prefix: 'X' } : queue)),
    };
    expect(hall.refusal(configured(otherPrefix))).toBe('configurationInUse');
    expect(hall.refusal(configured({ ...base, windows: base.windows.slice(1) }))).toBe('configurationInUse');
    expect(hall.refusal(configured({ ...base, staff: base.staff.slice(1) }))).toBe('configurationInUse');
    const withoutQe = { ...base, windows: base.windows.map((window) => ({ ...window, queueIds: ['qa'] })) };
    expect(hall.refusal(configured(withoutQe))).toBeNull();
  });

  it('Q25 keeps waiting tickets through a change', () => {
    const hall = TestingHall.open();
    const ticketId = hall.issue('qa');
    const base = smallHall();
    hall.do(configured({ ...base, windows: base.windows.map((window) => ({ ...window, queueIds: ['qa', 'qe'] })) }));
    expect(hall.callNext('w3')).toBe(ticketId);
  });

  it('Q25 a missed ticket outlives the window it was called to: the day still closes', () => {
    const hall = TestingHall.open();
    const ticketId = hall.issue('qa');
    hall.callNext('w2');
    hall.do({ type: 'markMissed', windowId: 'w2', isWatched: false });
    hall.do({ type: 'signOut', windowId: 'w2' });
    const base = smallHall();
    const terminals = base.terminals.filter((terminal) => terminal.terminalId !== 't2');
    hall.do(configured({ ...base, terminals, windows: base.windows.filter((window) => window.windowId !== 'w2') }));
    hall.do({ type: 'closeDay' });
    expect(hall.stateOf(ticketId)).toBe('expired');
  });

  it('Q25 a relabelled window takes its old calls off the boards', () => {
    const hall = TestingHall.open();
    hall.issue('qa');
    hall.callNext('w1');
    const base = smallHall();
    hall.do(
      configured({
        ...base,
        windows: base.windows.map((window) => (window.windowId === 'w1' ? { ...window, label: '9' } : window)),
      }),
    );
    expect(hall.state.boards.get('hall')).toEqual([]);
  });
});
