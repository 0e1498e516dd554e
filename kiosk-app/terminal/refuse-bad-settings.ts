// A start ends where the drivers refuse a setting: the technician is told by position, as for every other mistake of the file.
import type { SettingRefused } from './devices-link.ts';
import { BadTerminalConfig } from './terminal-config.ts';

/** Throws BadTerminalConfig unless nothing was refused. */
export function refuseBadSettings(refused: readonly SettingRefused[]): void {
  if (refused.length === 0) return;
  const mistakes = refused.map(({ index, reason }) => `devices[${index}]: ${reason}`);
  throw new BadTerminalConfig(`The terminal's configuration cannot be used.\n${mistakes.join('\n')}`);
}
