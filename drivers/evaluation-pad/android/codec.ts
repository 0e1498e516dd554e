// What Android pads say and are told, as text frames of JSON (docs/protocols/evaluation-pad.md, "Android pads").
// Pure. A frame that is no message is null, never an error: the published server passes over it without an answer.

/** The four questions of the published pad: 服务态度, 完成质量, 处理效率, 廉洁自律. */
export const DIMENSIONS = ['attitude', 'quality', 'efficiency', 'honest'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** What was answered; a dimension that is absent was not. `unreadable` is no whole number. */
export type Answers = ReadonlyMap<Dimension | 'overall', number | 'unreadable'>;

/** `request` is the method as the pad spelled it: the reply repeats it. */
export type PadMessage = { readonly request: string } & (
  | { readonly type: 'login'; readonly windowNumber: string; readonly userCode: string }
  | { readonly type: 'rateSubmit'; readonly rateId: string; readonly answers: Answers }
  | { readonly type: 'getUserList'; readonly windowNumber: string }
  | { readonly type: 'heartBeat' | 'getWindowList' | 'getItemList' | 'getUserPhoto' | 'getUpdateInfo' }
  /** What only the published system's own programs may ask. */
  | { readonly type: 'privileged' }
  | { readonly type: 'unknown' }
);

export const REPLY_CODES = {
  done: '0',
  unknownMethod: '999',
  notLoggedIn: '1000',
  notPermitted: '1001',
  wrongLogin: '1002',
  notRated: '1003',
} as const;
export type ReplyCode = (typeof REPLY_CODES)[keyof typeof REPLY_CODES];

/** `code`: as the published server spells fields; `document`: as its written description does. Both are read, always. */
export const SPELLINGS = ['code', 'document'] as const;
export type Spelling = (typeof SPELLINGS)[number];

export interface RateQuest {
  readonly rateId: string;
  readonly item: string;
  /** YYYY-MM-DD */
  readonly date: string;
}

const LONGEST_TEXT = 64;

/** A text frame of a pad; null when it is no request. */
export function readPadMessage(text: string): PadMessage | null {
  const frame = fieldsOf(jsonOrNull(text));
  const method = frame?.get('method');
  if (frame === null || typeof method !== 'string' || method.trim() === '') return null;
  return { request: method.slice(0, LONGEST_TEXT), ...contentOf(method.trim().toLowerCase(), frame.get('param')) };
}

export function encodeReply(request: string, code: ReplyCode, result: unknown): string {
  return JSON.stringify({ request, code, result });
}

/** Names of applicants never go to a pad: `transactor` is empty. */
export function encodeRateQuest(spelling: Spelling, { rateId, item, date }: RateQuest): string {
  const param =
    spelling === 'code' ? { rateId, transactor: '', item, date, reserveSeq: '' } : { RateID: rateId, Content: item };
  return JSON.stringify({ method: 'RateQuest', param });
}

/** `Pause` and `Resume` are published; others are the maker's. */
export function encodeRateOperate(operate: string): string {
  return JSON.stringify({ method: 'RateOperate', param: { operate } });
}

type Content = PadMessage extends infer Message
  ? Message extends { readonly request: string }
    ? Omit<Message, 'request'>
    : never
  : never;

function contentOf(method: string, given: unknown): Content {
  const param = fieldsOf(given) ?? new Map<string, unknown>();
  const windowNumber = textOf(param.get('winnum') ?? param.get('windownumber'));
  switch (method) {
    case 'login':
      return { type: 'login', windowNumber, userCode: textOf(param.get('usercode') ?? param.get('usernumber')) };
    case 'ratesubmit':
      return { type: 'rateSubmit', rateId: textOf(param.get('rateid')), answers: answersOf(param) };
    case 'getuserlist':
      return { type: 'getUserList', windowNumber };
    case 'heartbeat':
      return { type: 'heartBeat' };
    case 'getwindowlist':
      return { type: 'getWindowList' };
    case 'getitemlist':
      return { type: 'getItemList' };
    case 'getuserphoto':
      return { type: 'getUserPhoto' };
    case 'getupdateinfo':
      return { type: 'getUpdateInfo' };
    case 'raterequest':
    case 'rateoperate':
      return { type: 'privileged' };
    default:
      return { type: 'unknown' };
  }
}

/** In the document's spelling the answer is `Content`: one number, or the four by name. */
function answersOf(param: ReadonlyMap<string, unknown>): Answers {
  const content = param.get('content');
  const within = fieldsOf(content);
  const answers = new Map<Dimension | 'overall', number | 'unreadable'>();
  for (const dimension of DIMENSIONS) {
    const answer = answerOf(param.get(dimension) ?? within?.get(dimension));
    if (answer !== null) answers.set(dimension, answer);
  }
  const overall = within === null ? answerOf(content) : null;
  if (overall !== null) answers.set('overall', overall);
  return answers;
}

/** Numbers come as numbers or as texts. Null for no answer. */
function answerOf(value: unknown): number | 'unreadable' | null {
  if (value === undefined || value === null || value === '') return null;
  const text = typeof value === 'string' ? value.trim() : value;
  if (typeof text === 'string' && /^\d{1,4}$/.test(text)) return Number(text);
  return typeof text === 'number' && Number.isInteger(text) && text >= 0 && text <= 9999 ? text : 'unreadable';
}

/** Empty for what is neither a text nor a number, or is longer than any number or code is. */
function textOf(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && text.length <= LONGEST_TEXT ? text.trim() : '';
}

/** By name in lower case: makers differ in that as well. Null for anything but an object. */
function fieldsOf(value: unknown): ReadonlyMap<string, unknown> | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  return new Map(Object.entries(value).map(([name, field]) => [name.toLowerCase(), field as unknown]));
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
