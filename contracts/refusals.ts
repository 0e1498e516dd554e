// Every way in which a rule says no: a code that programs match, and words that a person can act on.
import { z } from 'zod';

export const REFUSAL_TEXTS = {
  hallNotConfigured: { zh: '大厅尚未配置，请联系管理员', en: 'The hall is not configured yet; ask the administrator' },
  dayNotOpen: { zh: '今日尚未开始营业', en: 'The business day is not open' },
  dayAlreadyOpen: { zh: '今日已开始营业', en: 'The business day is already open' },
  dayAlreadyClosed: { zh: '今日营业已结束，不能重新开始', en: 'This business day has ended and cannot be reopened' },
  ticketingClosed: {
    zh: '当前时间段不能取号，给您带来不便敬请谅解。',
    en: 'Tickets are not available at this time; sorry for the inconvenience.',
  },
  unknownQueue: { zh: '没有这个队列', en: 'There is no such queue' },
  unknownServiceItem: { zh: '没有这个事项', en: 'There is no such service item' },
  unknownWindow: { zh: '没有这个窗口', en: 'There is no such window' },
  unknownTicket: { zh: '没有这个号码，或不是今天的', en: 'There is no such ticket today' },
  unknownEvaluation: { zh: '没有这次评价', en: 'There is no such evaluation' },
  unknownStaff: { zh: '没有这个工号', en: 'There is no such staff number' },
  unknownTerminal: { zh: '没有这台终端', en: 'There is no such terminal' },
  queueOrServiceItemNeeded: { zh: '请选择业务', en: 'Choose a service item or a queue' },
  idCardRequired: { zh: '该业务需要刷身份证取号', en: 'This service needs an ID card' },
  idCardInvalid: { zh: '请输入有效的身份证号码！', en: 'The ID number is not valid' },
  alreadyHolding: {
    zh: '您已取过该业务的号，请办理完成后再次取号',
    en: 'You already hold a number for this service; finish it first',
  },
  requestExpired: { zh: '等待时间过长，请重新操作', en: 'This took too long; please try again' },
  numbersExhausted: { zh: '今日号已取完，请改日再来或预约', en: 'Today’s numbers are used up' },
  printingNotPending: { zh: '这次打印已有结果', en: 'This printing already has an outcome' },
  ticketEnded: { zh: '该号码已办结或已失效', en: 'This ticket has ended' },
  queueEmpty: { zh: '当前无人等候', en: 'Nobody is waiting' },
  noOpenTicket: { zh: '当前没有号码', en: 'There is no current ticket' },
  ticketChanged: {
    zh: '本窗口的号码刚刚变了，没有执行，请看清后再按',
    en: 'This window has another ticket now; nothing was done. Look and press again',
  },
  alreadyServing: { zh: '已开始办理，不可用', en: 'Already serving' },
  notServing: { zh: '尚未开始办理', en: 'Serving has not started' },
  callNotSeen: {
    zh: '大屏尚未显示这次呼叫，请稍候再过号',
    en: 'No display has shown this call yet; wait a moment before marking it missed',
  },
  notSignedIn: { zh: '请先在本窗口签到', en: 'Sign in to this window first' },
  notYourWindow: { zh: '您没有在这个窗口签到', en: 'You are not signed in at this window' },
  windowTaken: { zh: '该窗口已有人签到', en: 'Somebody else is signed in at this window' },
  openTicketElsewhere: {
    zh: '您在另一窗口还有未办结的号码，请先办结',
    en: 'You still have an open ticket at another window; finish it first',
  },
  windowHasOpenTicket: { zh: '请先办结当前业务', en: 'Finish the current ticket first' },
  windowPaused: { zh: '本窗口已暂停服务，请先恢复', en: 'This window is paused; resume first' },
  windowNotPaused: { zh: '本窗口没有暂停', en: 'This window is not paused' },
  notMissed: { zh: '该号码没有过号', en: 'This ticket is not a missed one' },
  nothingToEvaluate: { zh: '没有可评价的业务', en: 'There is nothing to rate' },
  alreadyEvaluated: { zh: '该业务已评价', en: 'This service has already been rated' },
  evaluationExpired: { zh: '评价已过期', en: 'The time for rating is over' },
  reasonNotOfRating: { zh: '所选原因与评价等级不符', en: 'A reason does not belong to this rating' },
  evaluationNotRequested: { zh: '这次评价不在等待中', en: 'This evaluation is not waiting for an answer' },
  configurationInUse: {
    zh: '配置中去掉了正在使用的队列或窗口，请在当日结束后再改',
    en: 'The configuration removes a queue or window that is in use; change it after the day has closed',
  },
  requestIdReused: {
    zh: '同一请求编号已用于另一请求',
    en: 'This request id was already used for a different request',
  },
  storageFull: {
    zh: '服务器存储已满，暂时不能操作，请立即通知技术人员',
    en: 'The server’s storage is full; nothing can be changed. Tell the technician now',
  },
  internalError: { zh: '系统内部错误，本次操作没有执行', en: 'Internal error; nothing was done' },
  linkLost: { zh: '与服务器的连接已断开', en: 'The link to the server is down' },
} as const satisfies Record<string, { zh: string; en: string }>;

export type RefusalCode = keyof typeof REFUSAL_TEXTS;

export const RefusalCode = z.enum(Object.keys(REFUSAL_TEXTS) as [RefusalCode, ...RefusalCode[]]);

export const Refusal = z.strictObject({
  code: RefusalCode,
  zh: z.string(),
  en: z.string(),
  /** alreadyHolding: the number already held, for the offer to reprint it. */
  held: z.strictObject({ ticketId: z.int(), ticketNumber: z.string() }).optional(),
});
export type Refusal = z.infer<typeof Refusal>;
