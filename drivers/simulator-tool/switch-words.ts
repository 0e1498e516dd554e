// Words that a hand types for the switches of a simulator, `set NAME VALUE`: each switch with its kind of value, mistakes answered with the list.

interface Kind<T> {
  /** As it stands in the list. */
  readonly shows: string;
  /** Null for a word that is no such value. */
  readonly parse: (word: string) => { readonly value: T } | null;
}

export type SwitchTable<T> = { readonly [K in keyof T]?: Kind<T[K]> };

const given = <T>(isRight: boolean, value: T): { value: T } | null => (isRight ? { value } : null);

export const ON_OFF: Kind<boolean> = {
  shows: 'on|off',
  parse: (word) => given(word === 'on' || word === 'off', word === 'on'),
};

export const COUNT: Kind<number> = {
  shows: 'N',
  parse: (word) => given(/^\d{1,9}$/.test(word), Number(word)),
};

export const HEX_BYTE: Kind<number> = {
  shows: 'HEX',
  parse: (word) => given(/^[0-9a-f]{1,2}$/i.test(word), Number.parseInt(word, 16)),
};

export const BYTES: Kind<readonly number[]> = {
  shows: 'HEX|none',
  parse: (word) =>
    word === 'none' ? { value: [] } : given(/^(?:[0-9a-f]{2}){1,64}$/i.test(word), [...Buffer.from(word, 'hex')]),
};

const ESCAPES: Readonly<Record<string, string>> = { r: '\r', n: '\n', t: '\t', s: ' ', '\\': '\\' };

/** A blank is `\s`, because blanks part the words. */
export const TEXT: Kind<string> = {
  shows: 'TEXT|none',
  parse: (word) =>
    word === 'none'
      ? { value: '' }
      : given(
          word !== '',
          word.replaceAll(/\\([rnts\\])/g, (_, letter: string) => ESCAPES[letter] ?? ''),
        ),
};

/** Parted by commas. */
export const TEXTS: Kind<readonly string[]> = {
  shows: 'TEXT,TEXT|none',
  parse: (word) => (word === 'none' ? { value: [] } : given(word !== '', word.split(','))),
};

export function oneOf<const T>(values: Readonly<Record<string, T>>): Kind<T> {
  return {
    shows: Object.keys(values).join('|'),
    parse: (word) => {
      const value = Object.hasOwn(values, word) ? values[word] : undefined;
      return value === undefined ? null : { value };
    },
  };
}

/** `none` is null. */
export function orNone<T>({ shows, parse }: Kind<T>): Kind<T | null> {
  return { shows: `${shows}|none`, parse: (word) => (word === 'none' ? { value: null } : parse(word)) };
}

/** What `NAME VALUE` changes. Throws RangeError with the whole list for a name or value that is not in it. */
export function switchOf<T>(table: SwitchTable<T>, name: string, value: string): Partial<T> {
  const kinds: Readonly<Record<string, Kind<unknown> | undefined>> = table;
  const parsed = Object.hasOwn(kinds, name) ? kinds[name]?.parse(value) : undefined;
  if (parsed) return { [name]: parsed.value } as Partial<T>;
  const list = Object.entries(kinds).map(([each, kind]) => `${each} ${kind?.shows ?? ''}`);
  throw new RangeError(`NAME VALUE: ${list.join(', ')}`);
}
