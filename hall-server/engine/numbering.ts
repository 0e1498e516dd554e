// Numbers of a queue (rules Q7, Q8): prefix and a counter from 001 each business day.

export const LARGEST_NUMBER = 9999;

/** `A` and 12 make `A012`; null when the series of the day is used up. */
export function ticketNumber(prefix: string, counter: number): string | null {
  return counter > LARGEST_NUMBER ? null : prefix + String(counter).padStart(3, '0');
}
