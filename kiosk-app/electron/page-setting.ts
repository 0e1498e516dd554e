// A page may die while it is being set up: its shell brings it back, and what it could not be told is no bug.
import type { Log } from '../terminal/log.ts';
import { bugFacts } from './bug-facts.ts';

/** `setting` is what Electron answers when it is asked to change a page; it rejects when the page has gone meanwhile. */
export function applySetting(setting: Promise<unknown>, log: Log): void {
  setting.catch((error: unknown) => log.warn(bugFacts(error), 'A page was gone before it was set up'));
}
