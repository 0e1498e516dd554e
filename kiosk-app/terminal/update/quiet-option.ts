// `--quiet-after-ms N` of both hosts: so long nobody must have been here before an update restarts the terminal.
import { BadTerminalConfig } from '../terminal-config.ts';
import { QUIET_AFTER_MS } from './host-signs.ts';

/** `given`: what stands behind the option; null where the option does not stand. Throws BadTerminalConfig. */
export function quietAfterMs(given: string | null): number {
  if (given === null) return QUIET_AFTER_MS;
  if (!/^\d{1,9}$/.test(given)) {
    throw new BadTerminalConfig(`--quiet-after-ms: a whole number of milliseconds, such as ${QUIET_AFTER_MS}`);
  }
  return Number(given);
}
