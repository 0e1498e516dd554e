// A birth date of two-digit years: whoever holds the paper was born in the last hundred years (docs/protocols/document-scanner.md).

/**
 * `YYMMDD` as YYYY-MM-DD: this century unless that lies in the future. Null for what is no day of the calendar. Somebody of more
 * than a hundred years is taken for a child.
 */
export function scannedBirth(digits: string, nowAt: number): string | null {
  const [year, month, day] = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6)];
  const today = new Date(nowAt).toISOString().slice(0, 10);
  const days = [`20${year}-${month}-${day}`, `19${year}-${month}-${day}`];
  return days.find((text) => isDay(text) && text <= today) ?? null;
}

function isDay(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
