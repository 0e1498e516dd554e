// How a replay is told: one JSON line for programs, a short table for people, and whether it was clean.
import { quantile } from './checker.ts';
import type { DayModel } from './day-model.ts';
import type { ReplayResult } from './replay.ts';

export function isClean(model: DayModel, result: ReplayResult): boolean {
  return (
    result.issued === model.visitors.length &&
    result.duplicateNumbers + result.doubleCalls + result.orderViolations + result.openTickets === 0 &&
    result.replayEqualsLive &&
    result.problems.length === 0
  );
}

export function resultLine(model: DayModel, seed: number, result: ReplayResult): string {
  const { problems, shiftMs, ...figures } = result;
  const { office, date } = model;
  return JSON.stringify({ office, date, seed, ...figures, shiftMs, problems: problems.length });
}

export function figuresTable(model: DayModel, seed: number, result: ReplayResult): string {
  const windows = model.queues.reduce((sum, queue) => sum + queue.windows, 0);
  const minutes = (ms: number | null) => (ms === null ? 'nobody' : `${(ms / 60_000).toFixed(1)} min`);
  const rows: [string, string][] = [
    ['issued', `${result.issued} (model ${model.visitors.length})`],
    ['called', String(result.called)],
    ['finished', String(result.finished)],
    ['missed', String(result.missed)],
    ['duplicate numbers', String(result.duplicateNumbers)],
    ['double calls', String(result.doubleCalls)],
    ['order violations', String(result.orderViolations)],
    ['open tickets', String(result.openTickets)],
    ['views equal after a restart', result.replayEqualsLive ? 'yes' : 'NO'],
    ['wait p50', `${minutes(result.waitP50Ms)} (without a hall's delays ${minutes(quantile(model.waitsMs, 0.5))})`],
    ['wait p90', `${minutes(result.waitP90Ms)} (without a hall's delays ${minutes(quantile(model.waitsMs, 0.9))})`],
    ['verdict', isClean(model, result) ? 'clean' : 'NOT CLEAN'],
  ];
  const moved = result.shiftMs === 0 ? '' : `, ${result.shiftMs / 60_000} min earlier than in the data`;
  const head = `${model.office} ${model.date}: ${model.queues.length} queues, ${windows} windows, seed ${seed}, speed ${result.speed}${moved}\n`;
  return head + rows.map(([name, value]) => `  ${name.padEnd(28)}${value}\n`).join('');
}
