// What is expected of a field, in both languages: said where a schema refuses a value, and taken apart again for the reader.

export interface FieldWords {
  readonly zh: string;
  readonly en: string;
}

export const FIELD_WORDS = {
  configuredId: {
    zh: '1 至 32 位字母、数字、- 或 _，以字母或数字开头',
    en: '1 to 32 letters, digits, - or _, beginning with a letter or digit',
  },
  requestId: { zh: '8 至 64 位字母、数字或 . _ : -', en: '8 to 64 letters, digits or . _ : -' },
  noIdNumber: { zh: '不能是身份证号码', en: 'something that is not an ID number' },
  staffNo: { zh: '1 至 16 位字母或数字', en: '1 to 16 letters or digits' },
  businessDay: { zh: '日期，格式为 YYYY-MM-DD', en: 'YYYY-MM-DD' },
  clockTime: { zh: '时刻，格式为 HH:MM，00:00 至 24:00', en: 'HH:MM, 00:00 to 24:00' },
  prefix: { zh: '一个或两个大写字母', en: 'one or two capital letters' },
  windowLabel: { zh: '1 至 4 位数字或大写字母', en: '1 to 4 digits or capital letters' },
  issuer: { zh: '1 至 3 位大写字母', en: '1 to 3 capital letters' },
  documentNumber: { zh: '1 至 26 位大写字母或数字', en: '1 to 26 capital letters and digits' },
  typedIdNumber: { zh: '17 位数字，最后一位为数字或 X', en: '17 digits, then a digit or X' },
  deviceCode: { zh: '由字母和数字组成的代码', en: 'a code of letters and digits' },
  onePaper: { zh: '身份证和其他证件只能给一种', en: 'an ID card or another paper, not both' },
  paperOrTyped: { zh: '证件和手工输入的号码只能给一种', en: 'a paper or a typed number, not both' },
  topic: { zh: '视图的 kind/id', en: 'kind/id of a view' },
  phoneAddress: {
    zh: 'http(s) 地址，不含用户名、查询参数和 #，例如 http://192.168.10.5:8080',
    en: 'an http(s) address without user, query or #, such as http://192.168.10.5:8080',
  },
} as const satisfies Record<string, FieldWords>;

/** Of a schema's message, which is one text. No text of ours has it inside. */
const BETWEEN = ' / ';

/** The message of a schema: both languages, as a log or a terminal shows it. */
export function inBoth({ zh, en }: FieldWords): string {
  return `${zh}${BETWEEN}${en}`;
}

/** The message of one of our own fields. */
export function expected(field: keyof typeof FIELD_WORDS): string {
  return inBoth(FIELD_WORDS[field]);
}

/** Both languages of a message that was made here; null of any other. */
export function wordsIn(message: string): FieldWords | null {
  const at = message.indexOf(BETWEEN);
  return at === -1 ? null : { zh: message.slice(0, at), en: message.slice(at + BETWEEN.length) };
}
