// A dozen invented people for the bench. Their numbers pass the check of GB 11643 and carry a region code that no place has.
import type { SimulatedCard } from '@jiaohao/drivers/simulators';
import type { BenchCard } from './wire.ts';

export interface DemoPerson {
  readonly cardId: string;
  readonly card: SimulatedCard;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const NO_SUCH_REGION = '990100';
const VALID = { validFrom: '20200101', validTo: '20400101' };
const SENIOR_FROM_YEARS = 60;

/** 17 digits and their check character (ISO 7064 MOD 11-2). */
function withCheck(digits: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return `${digits}${'10X98765432'[sum % 11] ?? ''}`;
}

/** `order`: three digits, the last odd for a man. */
function residentNumber(birth: string, order: string): string {
  return withCheck(`${NO_SUCH_REGION}${birth}${order}`);
}

function sexOf(order: string): string {
  return Number(order) % 2 === 1 ? '1' : '2';
}

function resident(name: string, birth: string, order: string): SimulatedCard {
  return {
    kind: 'resident',
    name,
    sexCode: sexOf(order),
    nationCode: '01',
    birth,
    address: '演示省演示市演示路1号',
    idNumber: residentNumber(birth, order),
    authority: '演示市公安局',
    ...VALID,
  };
}

const CARDS: readonly SimulatedCard[] = [
  resident('演示甲', '19880516', '013'),
  resident('演示乙', '19950923', '026'),
  resident('演示丙', '19501108', '031'),
  resident('演示丁', '19550214', '048'),
  resident('演示戊', '20010730', '057'),
  resident('演示己', '19760309', '062'),
  resident('演示庚', '19830622', '079'),
  resident('演示辛', '19991212', '084'),
  resident('演示壬·长姓名示例', '19670418', '095'),
  {
    kind: 'hkMacaoTaiwan',
    name: '演示癸',
    sexCode: '2',
    birth: '19901020',
    address: '演示省演示市演示路2号',
    idNumber: residentNumber('19901020', '108'),
    authority: '演示市公安局',
    passNumber: 'X00000000',
    issueCount: '01',
    ...VALID,
  },
  {
    kind: 'foreigner2017',
    englishName: 'DEMO, ALPHA',
    chineseName: '演示子',
    // UTO is the invented country of specimen documents (ICAO Doc 9303).
    nationality: 'UTO',
    sexCode: '1',
    birth: '19850307',
    idNumber: 'UTO990185030701',
    ...VALID,
  },
  {
    kind: 'foreigner2023',
    englishName: 'DEMO, BETA',
    chineseName: '演示丑',
    nationality: 'UTO',
    sexCode: '2',
    birth: '19921101',
    idNumber: withCheck('99900019921101002'),
    renewalCount: '00',
    ...VALID,
  },
];

export const PEOPLE: readonly DemoPerson[] = CARDS.map((card, index) => ({
  cardId: `card-${String(index + 1).padStart(2, '0')}`,
  card,
}));

/** What the bench's page shows of a card; `now` in epoch ms, for the age. */
export function benchCard({ cardId, card }: DemoPerson, now: number): BenchCard {
  const birthYear = Number(card.birth.slice(0, 4));
  return {
    cardId,
    name: 'chineseName' in card ? card.chineseName : card.name,
    kind: card.kind,
    idNumber: card.idNumber,
    birthYear,
    isSenior: now >= Date.parse(birthdayText(card.birth, SENIOR_FROM_YEARS)),
  };
}

/** The day on which somebody born on YYYYMMDD becomes `years` old, in the demo hall's time. */
function birthdayText(birth: string, years: number): string {
  return `${Number(birth.slice(0, 4)) + years}-${birth.slice(4, 6)}-${birth.slice(6, 8)}T00:00:00+08:00`;
}
