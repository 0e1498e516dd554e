// Somebody with an ID card, for journeys.

/** An invented person of 76 with a region code that does not exist; the check character is right. */
export const PERSON = {
  kind: 'resident',
  name: '欧阳演示者',
  sexCode: '1',
  nationCode: '01',
  birth: '19500101',
  address: '演示地址不得出现',
  idNumber: '990100195001010013',
  authority: '演示机关',
  validFrom: '20200101',
  validTo: '长期',
} as const;
