// Reads a table of queue states (the columns of the Warsaw file) and cuts it into office days. Strict: a wrong cell is named.
import { MalformedFile, isDate, minutesOf } from './office-day.ts';
import type { OfficeDay, QueueDay } from './office-day.ts';

export const COLUMNS = [
  'office',
  'date',
  'time',
  'queue',
  'queue_id',
  'open_counters',
  'waiting',
  'last_called_no',
  'called_since_prev',
  'arrived_since_prev_est',
] as const;
type Column = (typeof COLUMNS)[number];

interface Row {
  readonly office: string;
  readonly date: string;
  readonly minutes: number;
  readonly letter: string;
  readonly queueId: string;
  readonly openCounters: number;
  readonly waiting: number;
  readonly arrived: number;
}

/** Throws MalformedFile. Rows may come in any order, columns too; columns beside the known ones are not looked at. */
export function readQueueTable(text: string): OfficeDay[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const header = cellsOf(lines[0] ?? '', 1);
  const places = COLUMNS.map((column) => [column, header.indexOf(column)] as const);
  const missing = places.filter(([, at]) => at === -1).map(([column]) => column);
  if (missing.length > 0) throw new MalformedFile(`line 1: the column ${missing.join(', ')} is missing`);
  const columnAt = new Map<Column, number>(places);
  const rows = lines.flatMap((line, at) =>
    at === 0 || line.trim() === '' ? [] : [readRow(line, at + 1, header.length, columnAt)],
  );
  const days = Map.groupBy(rows, (row) => `${row.office}\n${row.date}`);
  return [...days.values()].map(officeDay);
}

function readRow(line: string, number: number, width: number, columnAt: ReadonlyMap<Column, number>): Row {
  const cells = cellsOf(line, number);
  if (cells.length !== width) {
    throw new MalformedFile(`line ${number}: ${width} columns expected, ${cells.length} found`);
  }
  const cell = (column: Column) => cells[columnAt.get(column) ?? -1] ?? '';
  const wrong = (column: Column, expected: string): never => {
    throw new MalformedFile(`line ${number}, column ${column}: ${expected} expected, "${cell(column)}" found`);
  };
  const text = (column: Column) => (cell(column) === '' ? wrong(column, 'a text') : cell(column));
  const count = (column: Column) =>
    /^\d{1,6}$/.test(cell(column)) ? Number(cell(column)) : wrong(column, 'a whole number from 0');
  if (cell('last_called_no') !== '') count('last_called_no');
  count('called_since_prev');
  return {
    office: text('office'),
    date: isDate(cell('date')) ? cell('date') : wrong('date', 'a day YYYY-MM-DD'),
    minutes: minutesOf(cell('time')) ?? wrong('time', 'a time HH:MM'),
    letter: text('queue'),
    queueId: /^[A-Za-z0-9_-]{1,24}$/.test(cell('queue_id'))
      ? cell('queue_id')
      : wrong('queue_id', '1 to 24 letters, digits, - or _'),
    openCounters: count('open_counters'),
    waiting: count('waiting'),
    arrived: count('arrived_since_prev_est'),
  };
}

/** Cells of one line; a cell in double quotes may hold commas, and a doubled quote stands for one (RFC 4180). */
function cellsOf(line: string, number: number): string[] {
  const cells: string[] = [];
  let rest = line;
  for (;;) {
    const cell = /^(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/.exec(rest);
    if (cell === null) throw new MalformedFile(`line ${number}, column ${cells.length + 1}: a stray quotation mark`);
    cells.push((cell[1]?.replaceAll('""', '"') ?? cell[2] ?? '').trim());
    if (cell[3] === '') return cells;
    rest = rest.slice(cell[0].length);
  }
}

function officeDay(rows: readonly Row[]): OfficeDay {
  const stepMinutes = [...new Set(rows.map((row) => row.minutes))].sort((a, b) => a - b);
  const stepAt = new Map(stepMinutes.map((minutes, step) => [minutes, step]));
  const byQueue = Map.groupBy(
    rows.toSorted((a, b) => a.minutes - b.minutes),
    (row) => row.queueId,
  );
  const queues = [...byQueue].map(([queueId, own]) => queueDay(queueId, own, (row) => stepAt.get(row.minutes) ?? 0));
  const [first] = rows;
  return {
    office: first?.office ?? '',
    date: first?.date ?? '',
    stepMinutes,
    queues: queues.sort((a, b) => a.queueId.localeCompare(b.queueId, 'en', { numeric: true })),
  };
}

function queueDay(queueId: string, rows: readonly Row[], stepOf: (row: Row) => number): QueueDay {
  const [first] = rows;
  const openCounters = new Map<number, number>();
  for (const row of rows) {
    if (row.openCounters > 0) openCounters.set(row.openCounters, (openCounters.get(row.openCounters) ?? 0) + 1);
  }
  return {
    queueId,
    letter: first?.letter ?? '',
    waitingAtOpening: first?.waiting ?? 0,
    openingStep: first === undefined ? 0 : stepOf(first),
    openCounters: new Map([...openCounters].sort(([a], [b]) => a - b)),
    arrivals: rows.flatMap((row) => (row.arrived > 0 ? [{ step: stepOf(row), count: row.arrived }] : [])),
  };
}
