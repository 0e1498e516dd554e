// Tells the shell's own pages, by their address, which languages this machine speaks; what they do not know they leave out.
import { LANGUAGES_SETTING } from '../terminal/languages.ts';
import type { PageHost } from '../wire/shell.ts';

/** `?languages=xx,zh`; empty for pages that choose by themselves, and where nothing is set. */
export function languageQuery(host: PageHost): string {
  const setting = process.env[LANGUAGES_SETTING];
  if ((host !== 'staff' && host !== 'setup') || setting === undefined || setting === '') return '';
  return `?${new URLSearchParams({ languages: setting }).toString()}`;
}
