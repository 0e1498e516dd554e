// A card as an installer may show it around: enough to see that it was read right, too little to tell whose it is.
import type { WholeCard } from '../id-card-reader/sdt/whole-card.ts';

/** As it may stand in a chat with the maker's support: who it was cannot be told from it. */
export function maskedCard(card: WholeCard): WholeCard {
  const { englishName, birth, address, passNumber } = card;
  return {
    ...card,
    name: maskedName(card.name),
    englishName: englishName === null ? null : keep(englishName, 1, 0),
    birth: birth === null ? null : `${birth.slice(0, 4)}-**-**`,
    address: address === null ? null : keep(address, 3, 0),
    idNumber: maskedIdNumber(card.idNumber),
    passNumber: passNumber === null ? null : keep(passNumber, 1, 2),
  };
}

/** The first character: of a Chinese name the family name, or half of a long one. */
export function maskedName(name: string): string {
  return keep(name, 1, 0);
}

/** Region and the last four of 18 digits. */
export function maskedIdNumber(idNumber: string): string {
  return idNumber.length === 18 ? keep(idNumber, 6, 4) : keep(idNumber, 3, 2);
}

/** Text of 3 characters or less keeps one at most. */
function keep(text: string, first: number, last: number): string {
  const characters = Array.from(text);
  const [head, tail] = characters.length > first + last ? [first, last] : [Math.min(1, characters.length - 1), 0];
  const hidden = Math.max(1, characters.length - head - tail);
  return [...characters.slice(0, head), '*'.repeat(hidden), ...(tail > 0 ? characters.slice(-tail) : [])].join('');
}
