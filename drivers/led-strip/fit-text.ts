// Which wording of a message a strip has room for: pure, in half-width columns, because every font of these cards is a grid.

/** A Latin letter or digit is half as wide as a hanzi. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += widthOf(character);
  return columns;
}

/** `columns` of half width, at least 2. The first wording of which every page fits; else the last, broken wherever it must be. */
export function fitPages(wordings: readonly (readonly string[])[], columns: number): readonly string[] {
  const fitting = wordings.find((pages) => pages.every((page) => columnsOf(page) <= columns));
  return fitting ?? (wordings.at(-1) ?? []).flatMap((page) => broken(page, columns));
}

/** In the middle of a line that counts from the left only. */
export function centredBySpaces(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, Math.floor((columns - columnsOf(text)) / 2))) + text;
}

function broken(text: string, columns: number): string[] {
  const pages: string[] = [];
  let page = '';
  for (const character of text) {
    if (columnsOf(page) + widthOf(character) > columns) {
      pages.push(page.trimEnd());
      page = '';
    }
    // A page does not begin with the space that parted two words.
    if (page !== '' || character !== ' ') page += character;
  }
  return [...pages, page].filter((each) => each !== '');
}

function widthOf(character: string): 1 | 2 {
  return (character.codePointAt(0) ?? 0) < 0x80 ? 1 : 2;
}
