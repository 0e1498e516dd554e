// Where a text stops being JSON, without the parser's own sentence: that quotes the text, which may hold a secret.

/** Line and column, from one; null where the parser does not say, as for a text that ends too early. */
export function jsonPlace(error: unknown, text: string): { readonly line: number; readonly column: number } | null {
  const position = /at position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  if (position === undefined) return null;
  const lines = text.slice(0, Number(position)).split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
