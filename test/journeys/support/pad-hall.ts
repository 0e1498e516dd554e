// A real hall with one window, its clerk and its tablet pad, and a person who is served there as often as a test asks.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HallConfigInput } from '@jiaohao/contracts/hall-config';
import type { PadView } from '@jiaohao/contracts/views';
import { startHall } from '../hall-program.ts';
import type { HallProgram } from '../hall-program.ts';
import { HALL_TIME } from './hall-stage.ts';

const both = (zh: string, en: string) => ({ zh, en });

const CONFIG: HallConfigInput = {
  hall: { hallId: 'anhe', name: both('安和市政务服务大厅', 'Anhe Government Service Hall') },
  zones: [{ zoneId: 'a', name: both('A 区', 'Area A'), floor: 1 }],
  queues: [{ queueId: 'social', name: both('社会保险', 'Social insurance'), prefix: 'A', zoneId: 'a' }],
  serviceItems: [{ serviceItemId: 'pension', name: both('养老', 'Pension'), queueId: 'social' }],
  windows: [{ windowId: 'w5', label: '5', zoneId: 'a', queueIds: ['social'] }],
  hours: {},
  terminals: [{ terminalId: 'tablet-5', role: 'pad', windowId: 'w5' }],
  staff: [{ staffNo: '0316', name: '李文静' }],
};

/** What a hall says to a pad that nobody rates on, for a stage in the hall's place. */
export function padView(change: Partial<PadView> = {}): PadView {
  return {
    seq: 1,
    windowId: 'w5',
    windowLabel: '5',
    hallName: both('安和市政务服务大厅', 'Anhe Government Service Hall'),
    services: [both('社会保险', 'Social insurance'), both('医疗保障', 'Medical insurance')],
    staffNo: '0316',
    staffName: '李文静',
    phase: 'free',
    evaluationDue: null,
    ...change,
  };
}

/** Asked for a rating at the stage's own time. */
export const ASKED: NonNullable<PadView['evaluationDue']> = {
  evaluationId: 1,
  ticketId: 1,
  ticketNumber: 'A012',
  staffNo: '0316',
  requestedAt: HALL_TIME,
  lapsesAt: HALL_TIME + 60_000,
  acceptedUntilAt: HALL_TIME + 3_600_000,
  asking: 1,
};

export interface PadHall {
  readonly program: HallProgram;
  /** Opens the pad of window 5, on this address or on one that leads there. */
  readonly token: string;
  /** Issues a number, calls it and finishes it: the next request stands on the pad. Its id. */
  serve(): Promise<number>;
  command(body: Readonly<Record<string, unknown>>): Promise<void>;
  /** Newest event of an evaluation's end: the rating, or the reason of its lapse. */
  readonly lastOutcome: () => Promise<Readonly<Record<string, unknown>> | undefined>;
  remove(): Promise<void>;
}

export async function startPadHall(change: Partial<HallConfigInput> = {}): Promise<PadHall> {
  const folder = mkdtempSync(join(tmpdir(), 'jiaohao-pad-'));
  const file = join(folder, 'hall.json');
  writeFileSync(file, JSON.stringify({ ...CONFIG, ...change }));
  const program = await startHall(file);
  const command = async (body: Readonly<Record<string, unknown>>) => {
    const { status, body: answer } = await program.command(body);
    if (status !== 200) throw new Error(`${JSON.stringify(body)}: ${status} ${JSON.stringify(answer)}`);
  };
  await command({ type: 'openDay' });
  await command({ type: 'signIn', windowId: 'w5', staffNo: '0316' });
  return {
    program,
    token: await program.credential('terminal', 'tablet-5'),
    command,
    serve: async () => {
      await command({ type: 'issueTicket', queueId: 'social' });
      await command({ type: 'callNext', windowId: 'w5' });
      const { body } = await program.command({ type: 'finishServing', windowId: 'w5' });
      return (body as { evaluation: { evaluationId: number } }).evaluation.evaluationId;
    },
    lastOutcome: async () => {
      const events = await program.events();
      return events.filter(({ type }) => type === 'EvaluationRecorded' || type === 'EvaluationLapsed').at(-1);
    },
    remove: async () => {
      await program.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
