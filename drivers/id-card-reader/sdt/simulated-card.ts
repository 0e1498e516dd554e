// The 256-byte text block of a simulated card, built from plain values. Knows the offsets by itself and not through the
// driver's code, so that a mistake in one is not hidden by the same mistake in the other.

interface CommonFields {
  readonly idNumber: string;
  /** GB/T 2261.1: 1 male, 2 female. */
  readonly sexCode: string;
  /** YYYYMMDD. */
  readonly birth: string;
  readonly validFrom: string;
  /** YYYYMMDD or 长期. */
  readonly validTo: string;
}

export type SimulatedCard =
  | (CommonFields & {
      readonly kind: 'resident';
      readonly name: string;
      /** GB/T 3304: 01 Han. */
      readonly nationCode: string;
      readonly address: string;
      readonly authority: string;
    })
  | (CommonFields & {
      readonly kind: 'hkMacaoTaiwan';
      readonly name: string;
      readonly address: string;
      readonly authority: string;
      readonly passNumber: string;
      readonly issueCount: string;
    })
  | (CommonFields & {
      readonly kind: 'foreigner2017';
      readonly englishName: string;
      readonly chineseName: string;
      readonly nationality: string;
    })
  | (CommonFields & {
      readonly kind: 'foreigner2023';
      readonly englishName: string;
      readonly chineseName: string;
      readonly nationality: string;
      readonly renewalCount: string;
    });

/** [offset in bytes, length in UTF-16 units, text]; a text that is too long is a mistake of the caller. */
type Write = readonly [number, number, string];

export function buildTextBlock(card: SimulatedCard): Uint8Array {
  const block = new Uint8Array(256);
  for (let at = 0; at < block.length; at += 2) block[at] = 0x20;
  for (const [offset, units, text] of writesOf(card)) {
    if (text.length > units) throw new Error(`a field of ${units} characters cannot hold ${text.length}`);
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
      block[offset + 2 * index] = unit & 0xff;
      block[offset + 2 * index + 1] = unit >> 8;
    }
  }
  return block;
}

function writesOf(card: SimulatedCard): Write[] {
  switch (card.kind) {
    case 'resident':
      return [...residentLike(card), [32, 2, card.nationCode]];
    case 'hkMacaoTaiwan':
      return [...residentLike(card), [220, 9, card.passNumber], [238, 2, card.issueCount], [248, 1, 'J']];
    case 'foreigner2017':
      return [
        [0, 60, card.englishName],
        [120, 1, card.sexCode],
        [122, 15, card.idNumber],
        [152, 3, card.nationality],
        [158, 15, card.chineseName],
        [188, 8, card.validFrom],
        [204, 8, card.validTo],
        [220, 8, card.birth],
        [236, 2, '01'],
        [240, 4, '1500'],
        [248, 1, 'I'],
      ];
    case 'foreigner2023':
      return [
        [0, 15, card.chineseName],
        [30, 1, card.sexCode],
        [32, 2, card.renewalCount],
        [36, 8, card.birth],
        [52, 35, card.englishName.slice(0, 35)],
        [122, 18, card.idNumber],
        [188, 8, card.validFrom],
        [204, 8, card.validTo],
        [220, 11, card.englishName.slice(35)],
        [242, 3, card.nationality],
        [248, 1, 'Y'],
      ];
  }
}

function residentLike(card: Extract<SimulatedCard, { kind: 'resident' | 'hkMacaoTaiwan' }>): Write[] {
  return [
    [0, 15, card.name],
    [30, 1, card.sexCode],
    [36, 8, card.birth],
    [52, 35, card.address],
    [122, 18, card.idNumber],
    [158, 15, card.authority],
    [188, 8, card.validFrom],
    [204, 8, card.validTo],
  ];
}
