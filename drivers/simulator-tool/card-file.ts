// A card for the simulated reader, from a JSON file that a person wrote: every field checked and every mistake named by its path.
import type { SimulatedCard } from '../id-card-reader/sdt/simulated-card.ts';
import { nationCodeOf, sexCodeOf } from '../tool/card-codes.ts';
import { ToolTrouble } from '../tool/tool-trouble.ts';

type Fields = Readonly<Record<string, unknown>>;
type Kind = SimulatedCard['kind'];

const COMMON = ['kind', 'name', 'sex', 'birth', 'idNumber', 'validFrom', 'validTo'];
const KNOWN: Readonly<Record<Kind, readonly string[]>> = {
  resident: [...COMMON, 'nation', 'address', 'issuer'],
  hkMacaoTaiwan: [...COMMON, 'address', 'issuer', 'passNumber', 'issueCount'],
  foreigner2017: [...COMMON, 'englishName', 'nationality'],
  foreigner2023: [...COMMON, 'englishName', 'nationality', 'renewalCount'],
};
const NUMBERS: Readonly<Record<Kind, readonly [RegExp, string]>> = {
  resident: [/^\d{17}[\dXx]$/, '17 digits and a digit or X'],
  hkMacaoTaiwan: [/^\d{17}[\dXx]$/, '17 digits and a digit or X'],
  foreigner2017: [/^[A-Za-z]{3}\d{12}$/, '3 letters and 12 digits'],
  foreigner2023: [/^\d{17}[\dXx]$/, '17 digits and a digit or X'],
};
const LONG_TERM = ['长期', 'longTerm'];

/** Throws ToolTrouble `cardFile` with one line a mistake: `path: what is expected`. Values are not repeated. */
export function parseCardFile(text: string): SimulatedCard {
  const fields = objectOf(text);
  const reader = new FieldReader(fields);
  const card = cardOf(reader, reader.oneOf('kind', Object.keys(KNOWN) as Kind[], 'resident'));
  if (reader.mistakes.length > 0) throw wrongCard(reader.mistakes);
  return card;
}

function objectOf(text: string): Fields {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  } catch (error) {
    // What JSON.parse throws; its message may repeat the file, so it is not handed on.
    if (!(error instanceof SyntaxError)) throw error;
    throw wrongCard(['(whole file): JSON']);
  }
  throw wrongCard(['(whole file): an object {"name": ..., "idNumber": ...}']);
}

function cardOf(reader: FieldReader, kind: Kind): SimulatedCard {
  reader.onlyKnown(KNOWN[kind]);
  const idNumber = reader.pattern('idNumber', ...NUMBERS[kind]).toUpperCase();
  const isCitizenLike = kind === 'resident' || kind === 'hkMacaoTaiwan';
  const common = {
    idNumber,
    sexCode: reader.code('sex', sexCodeOf, isCitizenLike ? sexOfNumber(idNumber) : '1', '男, 女, 0, 1, 2 or 9'),
    birth: reader.date('birth', isCitizenLike && idNumber !== '' ? idNumber.slice(6, 14) : '19900101'),
    validFrom: reader.date('validFrom', '20200101'),
    validTo: LONG_TERM.includes(String(reader.raw('validTo'))) ? '长期' : reader.date('validTo', '20400101'),
  };
  const asResident = (): { name: string; address: string; authority: string } => ({
    name: reader.text('name', 15),
    address: reader.text('address', 35, ''),
    authority: reader.text('issuer', 15, ''),
  });
  switch (kind) {
    case 'resident': {
      const nationCode = reader.code('nation', nationCodeOf, '01', 'a nation of GB/T 3304, e.g. 汉 or 01');
      return { kind, ...common, ...asResident(), nationCode };
    }
    case 'hkMacaoTaiwan':
      return {
        kind,
        ...common,
        ...asResident(),
        passNumber: reader.text('passNumber', 9),
        issueCount: reader.text('issueCount', 2, '01'),
      };
    case 'foreigner2017':
      return { kind, ...common, ...foreigner(reader, 60) };
    case 'foreigner2023':
      return { kind, ...common, ...foreigner(reader, 46), renewalCount: reader.text('renewalCount', 2, '00') };
  }
}

function foreigner(
  reader: FieldReader,
  longest: number,
): { englishName: string; chineseName: string; nationality: string } {
  return {
    englishName: reader.text('englishName', longest),
    chineseName: reader.text('name', 15, ''),
    nationality: reader.pattern('nationality', /^[A-Z]{3}$/, '3 capital letters (GB/T 2659)'),
  };
}

/** The 17th digit is odd for a man. */
function sexOfNumber(idNumber: string): string {
  return Number(idNumber[16]) % 2 === 1 ? '1' : '2';
}

class FieldReader {
  readonly mistakes: string[] = [];
  readonly #fields: Fields;

  constructor(fields: Fields) {
    this.#fields = fields;
  }

  raw(name: string): unknown {
    return this.#fields[name];
  }

  onlyKnown(known: readonly string[]): void {
    for (const name of Object.keys(this.#fields)) {
      if (!known.includes(name)) this.mistakes.push(`${name}: not a field of this card; known: ${known.join(', ')}`);
    }
  }

  oneOf<T extends string>(name: string, known: readonly T[], otherwise: T): T {
    const value = this.#fields[name] ?? otherwise;
    const found = known.find((each) => each === value);
    return found ?? this.#wrong(name, `one of ${known.join(', ')}`, otherwise);
  }

  text(name: string, longest: number, otherwise?: string): string {
    const value = this.#fields[name] ?? otherwise;
    if (typeof value === 'string' && value.length <= longest && (value !== '' || otherwise !== undefined)) return value;
    return this.#wrong(name, `a text of at most ${longest} characters`);
  }

  pattern(name: string, pattern: RegExp, expected: string): string {
    const value = this.#fields[name];
    return typeof value === 'string' && pattern.test(value) ? value : this.#wrong(name, expected);
  }

  code(name: string, codeOf: (text: string) => string | null, otherwise: string, expected: string): string {
    const value = this.#fields[name] ?? otherwise;
    const code = typeof value === 'string' ? codeOf(value) : null;
    return code ?? this.#wrong(name, expected);
  }

  /** YYYYMMDD, from that or from YYYY-MM-DD. */
  date(name: string, otherwise: string): string {
    const value = this.#fields[name] ?? otherwise;
    const digits = typeof value === 'string' ? (/^(\d{4})-?(\d{2})-?(\d{2})$/.exec(value)?.slice(1) ?? []) : [];
    const iso = digits.join('-');
    const at = Date.parse(`${iso}T00:00:00Z`);
    const isDay = iso !== '' && !Number.isNaN(at) && new Date(at).toISOString().startsWith(iso);
    const orLongTerm = name === 'validTo' ? ', or 长期' : '';
    return isDay ? digits.join('') : this.#wrong(name, `a day, YYYYMMDD or YYYY-MM-DD${orLongTerm}`);
  }

  #wrong<T extends string>(name: string, expected: string, otherwise?: T): T {
    this.mistakes.push(`${name}: ${expected}`);
    return otherwise ?? ('' as T);
  }
}

function wrongCard(mistakes: readonly string[]): ToolTrouble {
  return new ToolTrouble('cardFile', {
    zh: `卡片文件不能用：\n${mistakes.join('\n')}`,
    en: `The card file cannot be used:\n${mistakes.join('\n')}`,
  });
}
