// Everything readable on a card, for the installer's look at a reader: the tickets' driver passes most of it over (card-text.ts).
// Offsets in bytes: docs/protocols/id-card-reader.md, "Text block"; address, nation, issuer and passes: GA/T 490 and the trial rules.
import type { IdCardDoubt, IdCardKind } from '../id-card-reader/contract.ts';
import { decodeCardText } from '../id-card-reader/sdt/card-text.ts';
import { nationWord, sexWord } from './card-codes.ts';

/** Null: a card of this kind does not have it, or it is blank. */
export interface CardFields {
  readonly kind: IdCardKind;
  readonly name: string;
  readonly sex: string;
  readonly nation: string | null;
  /** YYYY-MM-DD. */
  readonly birth: string | null;
  readonly address: string | null;
  readonly idNumber: string;
  readonly issuer: string | null;
  readonly validFrom: string | null;
  /** YYYY-MM-DD or 长期. */
  readonly validTo: string | null;
  readonly englishName: string | null;
  readonly nationality: string | null;
  readonly passNumber: string | null;
  readonly issueCount: string | null;
  readonly doubts: readonly IdCardDoubt[];
}

type Field = readonly [number, number];
type Extra = 'sex' | 'nation' | 'address' | 'issuer' | 'englishName' | 'nationality' | 'passNumber' | 'issueCount';

const RESIDENT = { sex: [[30, 2]], nation: [[32, 4]], address: [[52, 70]], issuer: [[158, 30]] } as const;
const FIELDS: Readonly<Record<IdCardKind, Readonly<Partial<Record<Extra, readonly Field[]>>>>> = {
  resident: RESIDENT,
  hkMacaoTaiwan: {
    sex: RESIDENT.sex,
    address: RESIDENT.address,
    issuer: RESIDENT.issuer,
    passNumber: [[220, 18]],
    issueCount: [[238, 4]],
  },
  foreigner2017: { sex: [[120, 2]], englishName: [[0, 120]], nationality: [[152, 6]] },
  foreigner2023: {
    sex: [[30, 2]],
    englishName: [
      [52, 70],
      [220, 22],
    ],
    nationality: [[242, 6]],
    issueCount: [[32, 4]],
  },
};
const VALID_FROM: readonly Field[] = [[188, 16]];

/** Null for a block that is no card we know. */
export function decodeCardFields(block: Uint8Array): CardFields | null {
  const card = decodeCardText(block);
  if (card === null) return null;
  const { kind, name, birth, idNumber, validTo, doubts = [] } = card;
  const extra = (field: Extra): string | null => textAt(block, FIELDS[kind][field] ?? []) || null;
  const nation = extra('nation');
  return {
    kind,
    name,
    sex: sexWord(extra('sex') ?? '0'),
    nation: nation === null ? null : nationWord(nation),
    birth,
    address: extra('address'),
    idNumber,
    issuer: extra('issuer'),
    validFrom: isoDay(textAt(block, VALID_FROM)),
    validTo: validTo === 'longTerm' ? '长期' : validTo,
    englishName: extra('englishName'),
    nationality: extra('nationality'),
    passNumber: extra('passNumber'),
    issueCount: extra('issueCount'),
    doubts,
  };
}

const STAR = '*';

/** As it may stand in a chat with the maker's support: who it was cannot be told from it. */
export function maskedFields(card: CardFields): CardFields {
  const { name, englishName, birth, address, idNumber, passNumber } = card;
  return {
    ...card,
    name: keep(name, 1, 0),
    englishName: englishName === null ? null : keep(englishName, 1, 0),
    birth: birth === null ? null : `${birth.slice(0, 4)}-**-**`,
    address: address === null ? null : keep(address, 3, 0),
    idNumber: idNumber.length === 18 ? keep(idNumber, 6, 4) : keep(idNumber, 3, 2),
    passNumber: passNumber === null ? null : keep(passNumber, 1, 2),
  };
}

/** Text of 3 characters or less keeps one at most. */
function keep(text: string, first: number, last: number): string {
  const characters = Array.from(text);
  const [head, tail] = characters.length > first + last ? [first, last] : [Math.min(1, characters.length - 1), 0];
  const hidden = Math.max(1, characters.length - head - tail);
  return [...characters.slice(0, head), STAR.repeat(hidden), ...(tail > 0 ? characters.slice(-tail) : [])].join('');
}

/** UTF-16, little endian, padded at the end. */
export function textAt(block: Uint8Array, fields: readonly Field[]): string {
  const bytes = fields.flatMap(([offset, length]) => [...block.subarray(offset, offset + length)]);
  return new TextDecoder('utf-16le').decode(Uint8Array.from(bytes)).replace(/[ \u3000\0]+$/, '');
}

function isoDay(text: string): string | null {
  return /^\d{8}$/.test(text) ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` : null;
}
