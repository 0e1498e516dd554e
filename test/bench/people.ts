// Invented people in any number, each with an ID card of their own; the region of their numbers does not exist.
import type { SimulatedCard } from '@jiaohao/drivers/simulators';

type Resident = Extract<SimulatedCard, { kind: 'resident' }>;

const REGION = '990100';
const FIRST_YEAR = 1950;
const [DAYS, MONTHS, A_DAY] = [28, 12, 1000];
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';

/** The `nth` of them, from 0; the same every time. */
export function cardOf(nth: number): Resident {
  const day = Math.floor(nth / A_DAY);
  const month = Math.floor(day / DAYS);
  const two = (value: number): string => String(value).padStart(2, '0');
  const birth = `${FIRST_YEAR + Math.floor(month / MONTHS)}${two((month % MONTHS) + 1)}${two((day % DAYS) + 1)}`;
  const digits = `${REGION}${birth}${String(nth % A_DAY).padStart(3, '0')}`;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return {
    kind: 'resident',
    name: '演示甲乙',
    sexCode: nth % 2 === 1 ? '1' : '2',
    nationCode: '01',
    birth,
    address: '演示地址',
    idNumber: `${digits}${CHECK_CHARACTERS[sum % 11] ?? ''}`,
    authority: '演示机关',
    validFrom: '20200101',
    validTo: '长期',
  };
}
