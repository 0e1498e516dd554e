// Breaks text at the real column width: a Latin character is one column, any other two, and none is ever split.

/** Columns a text takes at size 1: 12-dot characters below U+0080, 24-dot ones above (docs/protocols/ticket-printer.md, "Columns"). */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += character < '\u0080' ? 1 : 2;
  return columns;
}

/** Marks that close what stands before them and so never begin a line in Chinese setting. */
const CLOSING = new Set('，。、；：？！）》〉】」』”’…');

/** Cuts a word that is wider than a whole line, beginning behind what the line already holds. */
function cutLongWord(word: string, line: string, columns: number): string[] {
  const lines: string[] = [];
  let current = line;
  for (const character of word) {
    if (columnsOf(current + character) > columns) {
      lines.push(current);
      current = '';
    }
    current += character;
  }
  return [...lines, current];
}

/** What goes to the next line together with a closing mark: the Chinese character before it, if the line keeps something else. */
function carriedBy(mark: string, line: string, columns: number): string {
  const characters = Array.from(line);
  const last = characters.at(-1) ?? '';
  const mayMove = CLOSING.has(mark) && columnsOf(last) === 2 && !CLOSING.has(last);
  return mayMove && characters.length > 1 && columnsOf(last + mark) <= columns ? last : '';
}

function wrapParagraph(paragraph: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const token of paragraph.match(/ +|[!-~]+|[^ -~]/gu) ?? []) {
    if (columnsOf(line + token) <= columns) {
      line += token;
    } else if (token.startsWith(' ')) {
      lines.push(line);
      line = '';
    } else if (columnsOf(token) > columns) {
      const cut = cutLongWord(token, line, columns);
      line = cut.pop() ?? '';
      lines.push(...cut);
    } else {
      const carried = carriedBy(token, line, columns);
      lines.push(line.slice(0, line.length - carried.length).trimEnd());
      line = carried + token;
    }
  }
  return [...lines, line];
}

/** Lines of at most `columns` columns each (at least 2). Breaks at spaces, between Chinese characters, and inside over-long words. */
export function wrapText(text: string, columns: number): string[] {
  return text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph, columns));
}
