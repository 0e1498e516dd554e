// What a table of texts holds, for tests that hold one language against another.

/** `effect.finishAndCall(2)`: the place of every text and how many values it takes, sorted. */
export function placesOf(table: object): readonly string[] {
  return entriesOf(table)
    .map(([place, text]) => (typeof text === 'function' ? `${place}(${text.length})` : place))
    .sort();
}

/** Places of the texts with hanzi in them, also in what a text is made of. */
export function hanziIn(table: object): readonly string[] {
  return entriesOf(table)
    .filter(([, text]) => /[\u4e00-\u9fff]/.test(String(text)))
    .map(([place]) => place);
}

function entriesOf(table: object, before = ''): [place: string, text: unknown][] {
  return Object.entries(table).flatMap(([key, text]: [string, unknown]) =>
    typeof text === 'object' && text !== null
      ? entriesOf(text, `${before}${key}.`)
      : [[`${before}${key}`, text] as [string, unknown]],
  );
}
