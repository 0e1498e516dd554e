// A free text from the request to the disk: not in the journal, an answer, a view or a file, and readable by its surrogate alone.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Command } from '@jiaohao/contracts/commands';
import { Journal } from './journal/event-journal.ts';
import { commentText } from './journal/testing/temporary-journal.ts';
import { openHall } from './open-hall.ts';
import { prepareCommand } from './prepare-command.ts';
import { ADMIN, MONDAY_AT, smallHall } from './testing/testing-hall.ts';

const TEXT = '测试意见 13800000000';

test('what an applicant wrote stays outside everything but its own sealed row', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jiaohao-rating-'));
  const journal = Journal.open({ folder });
  const never = (error: unknown) => {
    throw error;
  };
  const clock = { now: () => MONDAY_AT + 9 * 3_600_000, after: () => () => undefined };
  const hall = openHall({ journal, clock, onFatal: never, onBug: never });
  onTestFinished(() => {
    hall.close();
    rmSync(folder, { recursive: true });
  });
  let requests = 0;
  const ask = (command: Command, requestId = `request-${++requests}`) =>
    hall.execute({ requestId, command, who: command.type === 'recordEvaluation' ? PAD : ADMIN });
  const PAD = { kind: 'terminal', terminalId: 't1' } as const;

  await ask({ type: 'configureHall', config: smallHall() });
  await ask({ type: 'signIn', windowId: 'w1', staffNo: '1' });
  await ask({ type: 'issueTicket', queueId: 'qa' });
  await ask({ type: 'callNext', windowId: 'w1' });
  await ask({ type: 'finishServing', windowId: 'w1' });
  const ticketId = hall.eventsAfter(0, 100).find((event) => event.type === 'TicketIssued')?.ticketId ?? 0;

  const rate: Command = { type: 'recordEvaluation', ticketId, rating: 1, reasons: [108], comment: `  ${TEXT}\n` };
  const first = await ask(rate, 'rating-0001');
  expect(first).toMatchObject({ ok: true });
  expect(await ask(rate, 'rating-0001')).toEqual(first);
  expect(await ask({ ...rate, comment: 'others' }, 'rating-0001')).toMatchObject({
    refusal: { code: 'requestIdReused' },
  });

  const events = hall.eventsAfter(0, 100);
  const recorded = events.filter((event) => event.type === 'EvaluationRecorded');
  expect(recorded).toHaveLength(1);
  expect(recorded[0]).toMatchObject({ rating: 1, reasons: [108] });
  expect(recorded[0]).not.toHaveProperty('comment');
  expect(commentText(folder, recorded[0]?.commentRef ?? '')).toBe(TEXT);

  const shown = hall.topics().map((topic) => hall.view(topic));
  expect(JSON.stringify([events, shown, first])).not.toContain('13800000000');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = Buffer.concat(files.map((file) => readFileSync(join(file.parentPath, file.name))));
  expect(bytes.includes(recorded[0]?.commentRef ?? '?')).toBe(true);
  expect(bytes.includes('13800000000')).toBe(false);
  expect(bytes.includes('测试意见')).toBe(false);
});

test('a text of nothing but spaces is none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jiaohao-rating-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const journal = Journal.open({ folder });
  const around = { journal, today: null, now: 1, isWatched: () => false };
  const prepared = prepareCommand({ type: 'recordEvaluation', ticketId: 1, rating: 1, comment: ' \n ' }, around);
  expect(prepared).toMatchObject({ ok: true, command: { type: 'recordEvaluation', ticketId: 1, rating: 1 } });
  expect(prepared.ok && 'commentRef' in prepared.command).toBe(false);
  journal.close();
});
