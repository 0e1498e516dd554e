// The same request twice, concurrently, with another body and after a restart; bad input at the door, in both languages.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHall } from './hall-program.ts';
import type { HallProgram } from './hall-program.ts';

let hall: HallProgram;
beforeAll(async () => {
  hall = await startHall();
});
afterAll(() => hall.remove());

const issue = { type: 'issueTicket', queueId: 'general' };

describe('requests over HTTP', () => {
  it('carries one request id out once, however often and concurrently it comes', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => hall.command({ ...issue, requestId: 'same-request-1' })),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
    expect(answers.every((answer) => answer.status === 200)).toBe(true);
  });

  it('refuses the same id with another body, keeps ids of different principals apart', async () => {
    await hall.command({ ...issue, requestId: 'same-request-2' });
    const reused = await hall.command({ ...issue, queueId: 'tax', requestId: 'same-request-2' });
    expect(reused).toMatchObject({ status: 409, body: { refusal: { code: 'requestIdReused' } } });
    const kiosk = await hall.credential('terminal', 'kiosk-1');
    expect((await hall.command({ ...issue, queueId: 'tax', requestId: 'same-request-2' }, kiosk)).status).toBe(200);
  });

  it('answers a repeated request after a restart as the first time', async () => {
    const first = await hall.command({ ...issue, requestId: 'same-request-3' });
    await hall.kill();
    await hall.startAgain();
    expect(await hall.command({ ...issue, requestId: 'same-request-3' })).toEqual(first);
  });

  it('lets two clerks who press together have two tickets or one of them none', async () => {
    for (const number of ['09', '10'])
      await hall.command({ type: 'signIn', windowId: `w${number}`, staffNo: `03${number}` });
    const calls = await Promise.all(['w09', 'w10'].map((windowId) => hall.command({ type: 'callNext', windowId })));
    const tickets = calls.map((answer) => (answer.body['ticket'] as { ticketId: number } | undefined)?.ticketId);
    expect(new Set(tickets).size).toBe(2);
  });

  it('says who acted for whom in the event', async () => {
    await hall.command({ ...issue, actingFor: { terminalId: 'kiosk-1' } });
    const last = (await hall.events()).findLast((event) => event['type'] === 'TicketIssued');
    expect(last).toMatchObject({
      who: { kind: 'admin', actingFor: { terminalId: 'kiosk-1' } },
      channel: 'kiosk',
      terminalId: 'kiosk-1',
    });
  });
});

describe('bad input over HTTP', () => {
  it.each([
    ['an unknown queue', { type: 'issueTicket', queueId: 'nowhere' }, 409, 'unknownQueue'],
    ['an unknown window', { type: 'callNext', windowId: 'w99' }, 409, 'unknownWindow'],
    ['an unknown ticket', { type: 'confirmTicketPrinted', ticketId: 999_999 }, 409, 'unknownTicket'],
    ['a state that does not allow it', { type: 'finishServing', windowId: 'w20' }, 409, 'notSignedIn'],
  ])('%s is refused in Chinese and English', async (_, body, status, code) => {
    const answer = await hall.command(body);
    expect(answer.status).toBe(status);
    expect(answer.body['refusal']).toMatchObject({
      code,
      zh: expect.stringMatching(/[一-鿿]/) as string,
      en: expect.stringMatching(/[a-z]/) as string,
    });
  });

  it.each([
    ['a missing field', { type: 'callNext' }, 'windowId'],
    ['a wrong type', { type: 'recordEvaluation', ticketId: 'x', rating: 5 }, 'ticketId'],
    ['a rating out of range', { type: 'recordEvaluation', ticketId: 1, rating: 6 }, 'rating'],
    ['an unknown field', { type: 'openDay', please: true }, 'please'],
    ['an unknown command', { type: 'sellTicket' }, 'type'],
  ])('%s is named', async (_, body, field) => {
    const answer = await hall.command(body);
    expect(answer).toMatchObject({ status: 400, body: { error: { field } } });
  });

  it('answers nothing without a credential, and not what another role may do', async () => {
    expect((await hall.command(issue, 'wrong')).status).toBe(401);
    expect((await hall.get('/api/v1/views/kiosk/hall', 'wrong')).status).toBe(401);
    const kiosk = await hall.credential('terminal', 'kiosk-1');
    expect((await hall.command({ type: 'callNext', windowId: 'w09' }, kiosk)).status).toBe(403);
    expect((await hall.get('/api/v1/events?after=0', kiosk)).status).toBe(403);
    const board = await hall.credential('display', 'board-hall');
    expect((await hall.command(issue, board)).status).toBe(403);
    expect((await hall.get('/healthz')).status).toBe(200);
  });
});
