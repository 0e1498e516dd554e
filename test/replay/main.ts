// `npm run replay -- [--file CSV] --office O --date D [--speed N] [--seed N] [--json]`: a real day through a real server.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { readCompactDays } from './compact-days.ts';
import { dayModel } from './day-model.ts';
import { NotReplayable, SPEED_MAX } from './hall-plan.ts';
import { MalformedFile } from './office-day.ts';
import type { OfficeDay } from './office-day.ts';
import { readQueueTable } from './queue-table.ts';
import { replayDay } from './replay.ts';
import { figuresTable, isClean, resultLine } from './result.ts';

const DATA = join(import.meta.dirname, '..', 'data', 'warsaw');

class Usage extends Error {
  override readonly name = 'Usage';
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof Usage || error instanceof MalformedFile || error instanceof NotReplayable)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

async function main(): Promise<number> {
  const options = readOptions();
  const model = dayModel(findDay(options), options.seed);
  const { json } = options;
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  const result = await replayDay(model, options.speed, say);
  for (const problem of result.problems.slice(0, 20)) say(problem);
  process.stdout.write(
    json ? `${resultLine(model, options.seed, result)}\n` : figuresTable(model, options.seed, result),
  );
  return isClean(model, result) ? 0 : 1;
}

interface Options {
  readonly file: string | null;
  readonly office: string;
  readonly date: string;
  readonly speed: number | null;
  readonly seed: number;
  readonly json: boolean;
}

function readOptions(): Options {
  const values = parsed();
  const { office, date } = values;
  if (office === undefined || date === undefined) {
    throw new Usage(`--office and --date are needed. In the data: ${knownDays(allDays(values.file ?? null))}`);
  }
  return {
    file: values.file ?? null,
    office,
    date,
    speed: values.speed === undefined ? null : numberIn(values.speed, '--speed', 1, SPEED_MAX),
    seed: numberIn(values.seed, '--seed', 0, 4_294_967_295),
    json: values.json,
  };
}

function parsed() {
  try {
    return parseArgs({
      options: {
        file: { type: 'string' },
        office: { type: 'string' },
        date: { type: 'string' },
        speed: { type: 'string' },
        seed: { type: 'string', default: '1' },
        json: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new Usage(error instanceof Error ? error.message : 'The options cannot be read.', { cause: error });
  }
}

function numberIn(text: string, option: string, least: number, most: number): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isInteger(value) || value < least || value > most) {
    throw new Usage(`${option} must be a whole number from ${least} to ${most}, not "${text}".`);
  }
  return value;
}

function findDay({ file, office, date }: Options): OfficeDay {
  const days = allDays(file);
  const day = days.find((each) => each.office === office && each.date === date);
  if (day === undefined) throw new Usage(`There is no ${office} on ${date}. In the data: ${knownDays(days)}`);
  return day;
}

function allDays(file: string | null): OfficeDay[] {
  if (file === null) {
    const names = readdirSync(DATA).filter((name) => name.endsWith('.txt'));
    return names.flatMap((name) => readCompactDays(basename(name, '.txt'), readFileSync(join(DATA, name), 'utf8')));
  }
  if (!existsSync(file)) throw new Usage(`There is no file ${file}.`);
  try {
    return readQueueTable(readFileSync(file, 'utf8'));
  } catch (error) {
    if (!(error instanceof MalformedFile)) throw error;
    throw new MalformedFile(`${file}, ${error.message}`, { cause: error });
  }
}

function knownDays(days: readonly OfficeDay[]): string {
  const offices = Map.groupBy(days, (day) => day.office);
  return [...offices].map(([office, own]) => `${office} ${own.map((day) => day.date).join(' ')}`).join('; ');
}
