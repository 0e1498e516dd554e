// Office days as short text: what the replay does not need is left out, so that the data can travel with the code.
import { MalformedFile, clockTimeOf, isDate, minutesOf } from './office-day.ts';
import type { OfficeDay, QueueDay } from './office-day.ts';

/**
 * A line for the day, one for its steps (the first time, then minutes to each next), one for each queue:
 * `queue A 158 waiting 0 counters 1x20 2x55 arrivals 1:5 3 4:2` (step:count, a lone step stands for one person;
 * `waiting 3@12` when the queue was first seen at step 12).
 */
export function writeCompactDays(days: readonly OfficeDay[]): string {
  return days.map((day) => `${[`day ${day.date}`, steps(day), ...day.queues.map(queueLine)].join('\n')}\n`).join('');
}

function steps({ stepMinutes }: OfficeDay): string {
  const gaps = stepMinutes.slice(1).map((minutes, at) => minutes - (stepMinutes[at] ?? 0));
  return ['steps', clockTimeOf(stepMinutes[0] ?? 0), ...gaps].join(' ');
}

function queueLine(queue: QueueDay): string {
  const waiting = queue.openingStep === 0 ? '' : `@${queue.openingStep}`;
  return [
    `queue ${queue.letter} ${queue.queueId} waiting ${queue.waitingAtOpening}${waiting}`,
    'counters',
    ...[...queue.openCounters].map(([counters, rows]) => `${counters}x${rows}`),
    'arrivals',
    ...queue.arrivals.map(({ step, count }) => (count === 1 ? `${step}` : `${step}:${count}`)),
  ].join(' ');
}

/** Throws MalformedFile. Lines that begin with # are for people. */
export function readCompactDays(office: string, text: string): OfficeDay[] {
  const days: { date: string; stepMinutes: number[]; queues: QueueDay[] }[] = [];
  text.split('\n').forEach((line, at) => {
    if (line === '' || line.startsWith('#')) return;
    const wrong = () => new MalformedFile(`line ${at + 1}: "${line.slice(0, 40)}" is not a line of a compact day`);
    const [word = '', ...rest] = line.split(' ');
    const day = days.at(-1);
    if (word === 'day' && isDate(rest[0] ?? '')) days.push({ date: rest[0] ?? '', stepMinutes: [], queues: [] });
    else if (word === 'steps' && day !== undefined) day.stepMinutes = readSteps(rest) ?? fail(wrong());
    else if (word === 'queue' && day !== undefined) day.queues.push(readQueue(line) ?? fail(wrong()));
    else throw wrong();
  });
  return days.map((day) => ({ office, ...day }));
}

function fail(error: Error): never {
  throw error;
}

function readSteps([first = '', ...gaps]: string[]): number[] | null {
  let at = minutesOf(first);
  if (at === null || gaps.some((gap) => !/^\d{1,4}$/.test(gap))) return null;
  const minutes = [at];
  for (const gap of gaps) minutes.push((at += Number(gap)));
  return minutes;
}

function readQueue(line: string): QueueDay | null {
  const parts =
    /^queue (\S+) (\S+) waiting (\d+)(?:@(\d+))? counters((?: \d+x\d+)*) arrivals((?: \d+(?::\d+)?)*)$/.exec(line);
  if (parts === null) return null;
  const [, letter = '', queueId = '', waiting, step, counters = '', arrivals = ''] = parts;
  return {
    queueId,
    letter,
    waitingAtOpening: Number(waiting),
    openingStep: Number(step ?? 0),
    openCounters: new Map(pairs(counters, 'x').map(([number, rows]) => [number, rows])),
    arrivals: pairs(arrivals, ':').map(([at, count]) => ({ step: at, count })),
  };
}

function pairs(text: string, between: string): [number, number][] {
  return text
    .split(' ')
    .filter((each) => each !== '')
    .map((each) => {
      const [left, right = '1'] = each.split(between);
      return [Number(left), Number(right)];
    });
}
