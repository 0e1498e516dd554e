// How a row of the column holds a queue's name: beside the number, below it, or below it on several lines. Never cut.
import { nameIn } from '@jiaohao/look/language-pair';
import { TEXTS, consoleLanguage } from '../texts.ts';

interface QueueName {
  readonly zh: string;
  readonly en: string;
}

export type RowLayout = 'beside' | 'below' | 'tall';

/** Width in em that fits in two lines beside a number and the mark 优先, and in one line below them. */
const BESIDE_EM = 6;
/** A language whose marks are wider than this needs the first line for them. */
const MARKS_EM = 6.5;
const BELOW_EM = 16.5;

export function rowLayout(queueName: QueueName): RowLayout {
  const em = emOf(nameIn(consoleLanguage, queueName));
  if (em <= BESIDE_EM && !areMarksWide()) return 'beside';
  return em <= BELOW_EM ? 'below' : 'tall';
}

function areMarksWide(): boolean {
  return emOf(TEXTS.ticket.priority) + emOf(TEXTS.minutes(100)) > MARKS_EM;
}

/** A tall row takes the height of two. */
export function rowsTaken(queueName: QueueName): number {
  return rowLayout(queueName) === 'tall' ? 2 : 1;
}

function emOf(text: string): number {
  let em = 0;
  for (const character of text) em += (character.codePointAt(0) ?? 0) > 0x2e7f ? 1 : 0.58;
  return em;
}
