// When the bar asks for a look: somebody waits, the window is free, and a press would call them.
import { actionReasons, type Situation } from './button-rule.ts';

export function isFlashing(situation: Situation): boolean {
  const { ticket, next } = situation.calls;
  return ticket === null && next !== null && actionReasons(situation).callNext === null;
}
