// The 256-byte text block of a card: four layouts, told apart by the type flag at offset 248
// (docs/protocols/id-card-reader.md, "Text block"). Pure. Reads only what a queue may know; the rest is passed over.
import type { IdCard, IdCardKind } from '../contract.ts';
import { idNumberDoubts } from '../id-number.ts';

/** Offset and length in bytes. */
type Field = readonly [number, number];

interface Layout {
  readonly kind: IdCardKind;
  readonly idNumber: Field;
  /** The first one that is not blank. */
  readonly names: readonly (readonly Field[])[];
  readonly sexCode: Field;
  readonly birth: Field;
  readonly validTo: Field;
}

const BLOCK_BYTES = 256;
const TYPE_FLAG: Field = [248, 2];
const LONG_TERM = '长期';

const RESIDENT: Layout = {
  kind: 'resident',
  idNumber: [122, 36],
  names: [[[0, 30]]],
  sexCode: [30, 2],
  birth: [36, 16],
  validTo: [204, 16],
};

/** By the type flag, trimmed: a resident card has none. */
const LAYOUTS: ReadonlyMap<string, Layout> = new Map([
  ['', RESIDENT],
  ['J', { ...RESIDENT, kind: 'hkMacaoTaiwan' }],
  [
    'I',
    {
      kind: 'foreigner2017',
      idNumber: [122, 30],
      names: [[[158, 30]], [[0, 120]]],
      sexCode: [120, 2],
      birth: [220, 16],
      validTo: [204, 16],
    },
  ],
  [
    'Y',
    {
      kind: 'foreigner2023',
      idNumber: [122, 36],
      names: [
        [[0, 30]],
        [
          [52, 70],
          [220, 22],
        ],
      ],
      sexCode: [30, 2],
      birth: [36, 16],
      validTo: [204, 16],
    },
  ],
]);

/** Null when the block is too short, its type flag is not known, or its number is no number: a card we do not know. */
export function decodeCardText(block: Uint8Array): IdCard | null {
  if (block.length < BLOCK_BYTES) return null;
  const layout = LAYOUTS.get(textAt(block, [TYPE_FLAG]));
  if (layout === undefined) return null;
  const idNumber = textAt(block, [layout.idNumber]).toUpperCase();
  if (!/^[0-9A-Z]{1,18}$/.test(idNumber)) return null;
  const birth = isoDate(textAt(block, [layout.birth]));
  const validTo = textAt(block, [layout.validTo]);
  const names = layout.names.map((fields) => textAt(block, fields));
  const sexCode = textAt(block, [layout.sexCode]);
  return {
    kind: layout.kind,
    idNumber,
    name: names.find((name) => name !== '') ?? '',
    birth,
    validTo: validTo === LONG_TERM ? 'longTerm' : isoDate(validTo),
    doubts: idNumberDoubts({ kind: layout.kind, idNumber, birth, sexCode }),
  };
}

/** UTF-16, little endian; fields are padded at the end with spaces, on some cards with U+3000 or NUL. */
export function textAt(block: Uint8Array, fields: readonly Field[]): string {
  let text = '';
  for (const [offset, length] of fields) {
    for (let at = offset; at < offset + length; at += 2) {
      text += String.fromCharCode((block[at] ?? 0) | ((block[at + 1] ?? 0) << 8));
    }
  }
  return text.replace(/[ \u3000\0]+$/, '').toWellFormed();
}

/** YYYYMMDD to YYYY-MM-DD; null when it is no day of the calendar. */
export function isoDate(text: string): string | null {
  const match = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (match === null) return null;
  const iso = match.slice(1).join('-');
  const at = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(iso) ? iso : null;
}
