// From the answers of an Android pad to one level, or to none. Pure.
import type { Rating } from '../contract.ts';
import { DIMENSIONS, type Answers, type Dimension } from './codec.ts';

/** `lowest`: the poorest of what was answered, so that no complaint is averaged away; or one of the four questions alone. */
export const LEVEL_SOURCES = ['lowest', ...DIMENSIONS] as const;
export type LevelSource = (typeof LEVEL_SOURCES)[number];

/**
 * Null records nothing: nothing was answered (0 is "not answered"), or an answer stands that the map does not know, which
 * means that the map is wrong.
 */
export function levelOf(answers: Answers, levels: ReadonlyMap<number, Rating>, source: LevelSource): Rating | null {
  const asked: readonly (Dimension | 'overall')[] = source === 'lowest' ? DIMENSIONS : [source];
  const values = answers.has('overall') ? [answers.get('overall')] : asked.map((name) => answers.get(name));
  let lowest: Rating | null = null;
  for (const value of values) {
    if (value === undefined || value === 0) continue;
    const level = value === 'unreadable' ? undefined : levels.get(value);
    if (level === undefined) return null;
    if (lowest === null || level < lowest) lowest = level;
  }
  return lowest;
}
