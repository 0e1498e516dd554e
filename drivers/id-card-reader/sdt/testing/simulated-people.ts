// Two invented people for simulated cards; their numbers have right check characters and an unused region code.
import type { SimulatedCard } from '../simulated-card.ts';

export const LI = {
  kind: 'resident',
  name: '李测试',
  sexCode: '2',
  nationCode: '01',
  birth: '19900101',
  address: '测试省测试市测试路1号',
  idNumber: '990000199001010025',
  authority: '测试市公安局',
  validFrom: '20150101',
  validTo: '20350101',
} as const satisfies SimulatedCard;

export const WANG = {
  ...LI,
  name: '王演示',
  sexCode: '1',
  nationCode: '56',
  birth: '19480229',
  idNumber: '99000019480229001X',
  validTo: '长期',
} as const satisfies SimulatedCard;
