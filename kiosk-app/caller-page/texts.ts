// Every word of the floating caller, Chinese and English. Words of a refusal come with the refusal (contracts/refusals.ts).
import type { EvaluationState } from '@jiaohao/contracts/evaluation';
import { REFUSAL_TEXTS, type RefusalCode } from '@jiaohao/contracts/refusals';
import type { WindowPhase } from '@jiaohao/contracts/views';
import type { CallerAction, CallerControl, CallerTrouble, CallerUpdate, PauseReason } from '../wire/caller.ts';

export type Language = CallerUpdate['language'];
type OwnTrouble = Exclude<CallerTrouble, RefusalCode>;

export interface CallerTexts {
  readonly htmlLang: string;
  readonly title: string;
  readonly windowOf: (label: string) => string;
  readonly noWindow: string;
  readonly link: Readonly<Record<CallerUpdate['link'], string>>;
  readonly lostSince: (time: string) => string;
  readonly hostLost: string;
  readonly waiting: (people: number) => string;
  readonly phase: Readonly<Record<WindowPhase, string>>;
  readonly pauseReason: Readonly<Record<PauseReason, string>>;
  readonly noTicket: Readonly<Record<'free' | 'paused' | 'closed', string>>;
  readonly notSeen: string;
  readonly evaluation: Readonly<Record<EvaluationState, string>>;
  readonly longest: (minutes: number) => string;
  readonly priority: string;
  readonly callNext: string;
  readonly call: (no: string) => string;
  readonly finish: (no: string) => string;
  readonly miss: (no: string) => string;
  readonly finishFirst: (no: string) => string;
  readonly missFirst: (no: string) => string;
  readonly finishOnly: string;
  readonly missOnly: string;
  /** Short, for the controls. */
  readonly action: Readonly<Record<Exclude<CallerAction, 'callNext'> | 'resume', string>>;
  /** Whole, where a sentence names a control. */
  readonly control: Readonly<Record<CallerControl, string>>;
  readonly working: string;
  readonly more: string;
  readonly less: string;
  readonly look: string;
  readonly askMissed: (no: string) => string;
  readonly askMissedNotSeen: string;
  readonly askPause: string;
  readonly missedYes: string;
  readonly back: string;
  readonly dismiss: string;
  readonly signIn: Readonly<
    Record<'open' | 'staffNo' | 'password' | 'submit' | 'submitting' | 'fillIn' | 'signedOut' | 'signOut', string>
  >;
  readonly fullConsole: string;
  readonly pad: Readonly<Record<'absent' | 'starting' | 'ready' | 'fault', string>>;
  readonly unsent: (ratings: number) => string;
  readonly key: (action: string, label: string) => string;
  readonly keyTaken: (action: string, label: string) => string;
  readonly keySame: (action: string, other: string, label: string) => string;
  readonly trouble: Readonly<Record<OwnTrouble, string>>;
  readonly refusal: (code: RefusalCode) => string;
}

const ZH: CallerTexts = {
  htmlLang: 'zh-CN',
  title: '叫号',
  windowOf: (label) => `${label} 号窗口`,
  noWindow: '窗口未知',
  link: { starting: '正在连接', up: '已连接', down: '连接中断' },
  lostSince: (time) => `连接中断（${time} 起），恢复前不能操作，号码仍然有效。`,
  hostLost: '叫号程序没有应答，正在重新连接',
  waiting: (people) => `等候 ${people}`,
  phase: { closed: '未签到', free: '窗口空闲', called: '已叫号', serving: '正在办理', paused: '暂停服务' },
  pauseReason: { meal: '用餐', meeting: '开会', fetch: '取件', away: '临时离岗' },
  noTicket: { free: '空闲', paused: '暂停', closed: '未签到' },
  notSeen: '屏幕尚未显示',
  evaluation: { requested: '待评价', recorded: '已评价', lapsed: '未评价' },
  longest: (minutes) => `等候最久的已等 ${minutes} 分钟`,
  priority: '优先',
  callNext: '呼叫下一位',
  call: (no) => `呼叫 ${no}`,
  finish: (no) => `办完 ${no}`,
  miss: (no) => `过号 ${no}`,
  finishFirst: (no) => `先办完 ${no}，请求评价`,
  missFirst: (no) => `先将 ${no} 过号`,
  finishOnly: '请求评价，无人等候',
  missOnly: '无人等候',
  action: { recall: '重呼', markMissed: '过号', startServing: '开始', pauseOrResume: '暂停', resume: '恢复' },
  control: {
    callNext: '呼叫下一位',
    recall: '重呼',
    markMissed: '过号',
    startServing: '开始办理',
    pauseOrResume: '暂停服务',
    signOut: '签退',
  },
  working: '正在执行，请稍候',
  more: '展开',
  less: '收起',
  look: '注意',
  askMissed: (no) => `确定 ${no} 过号？`,
  askMissedNotSeen: '屏幕尚未显示这次呼叫',
  askPause: '暂停原因',
  missedYes: '过号',
  back: '返回',
  dismiss: '知道了',
  signIn: {
    open: '登录',
    staffNo: '工号',
    password: '密码',
    submit: '登录',
    submitting: '正在登录',
    fillIn: '请输入工号和密码',
    signedOut: '未签到',
    signOut: '签退',
  },
  fullConsole: '完整工作台',
  pad: { absent: '没有评价器', starting: '评价器启动中', ready: '评价器正常', fault: '评价器故障' },
  unsent: (ratings) => `${ratings} 个评价待上报`,
  key: (action, label) => `${action} ${label}`,
  keyTaken: (action, label) => `${action}：快捷键 ${label} 被其他程序占用，未启用`,
  keySame: (action, other, label) => `${action}：快捷键 ${label} 与${other}相同，未启用`,
  trouble: {
    wrongPassword: '工号或密码不正确',
    tooManyAttempts: '尝试次数过多，请稍后再试',
    hallUnreachable: '无法连接服务器，请稍后再试',
    signInFailed: '登录失败，请联系管理员',
    noWindow: '还不知道本机在哪个窗口，请稍候或联系管理员',
    signInEnded: '登录已失效，请重新登录',
    outdated: '程序版本与服务器不一致，请联系管理员',
    signedOutElsewhere: '您在本窗口的签到已结束，请重新登录',
    windowChanged: '本机已改属另一窗口，请重新登录',
    stillWorking: '上一步还在执行，请稍候',
    unanswered: '服务器没有应答，不知道上一步是否已执行，请先核对当前号码',
    changedMeanwhile: '当前号码刚刚变了，没有执行，请看清后再按',
    notAllowed: '服务器没有执行这一步，请联系管理员',
  },
  refusal: (code) => REFUSAL_TEXTS[code].zh,
};

const EN: CallerTexts = {
  htmlLang: 'en',
  title: 'Caller',
  windowOf: (label) => `Window ${label}`,
  noWindow: 'No window yet',
  link: { starting: 'Connecting', up: 'Online', down: 'Offline' },
  lostSince: (time) => `Link down since ${time}; nothing can be done until it is back. Numbers stay valid.`,
  hostLost: 'The caller does not answer; reconnecting',
  waiting: (people) => `Queue ${people}`,
  phase: { closed: 'Signed out', free: 'Free', called: 'Called', serving: 'Serving', paused: 'Paused' },
  pauseReason: { meal: 'Meal', meeting: 'Meeting', fetch: 'Errand', away: 'Away' },
  noTicket: { free: 'Free', paused: 'Paused', closed: 'Signed out' },
  notSeen: 'Not on a screen yet',
  evaluation: { requested: 'asked', recorded: 'rated', lapsed: 'not rated' },
  longest: (minutes) => `Longest wait: ${minutes} min`,
  priority: 'Priority',
  callNext: 'Call next',
  call: (no) => `Call ${no}`,
  finish: (no) => `Finish ${no}`,
  miss: (no) => `Miss ${no}`,
  finishFirst: (no) => `Finishes ${no}, asks for rating`,
  missFirst: (no) => `Marks ${no} missed first`,
  finishOnly: 'Asks for rating; nobody waits',
  missOnly: 'Nobody waits',
  action: { recall: 'Recall', markMissed: 'Missed', startServing: 'Start', pauseOrResume: 'Pause', resume: 'Resume' },
  control: {
    callNext: 'Call next',
    recall: 'Recall',
    markMissed: 'Missed',
    startServing: 'Start serving',
    pauseOrResume: 'Pause',
    signOut: 'Sign out',
  },
  working: 'One moment',
  more: 'More',
  less: 'Less',
  look: 'Note',
  askMissed: (no) => `Mark ${no} missed?`,
  askMissedNotSeen: 'No screen has shown this call yet',
  askPause: 'Pause for',
  missedYes: 'Missed',
  back: 'Back',
  dismiss: 'OK',
  signIn: {
    open: 'Sign in',
    staffNo: 'Staff number',
    password: 'Password',
    submit: 'Sign in',
    submitting: 'Signing in',
    fillIn: 'Enter staff number and password',
    signedOut: 'Signed out',
    signOut: 'Sign out',
  },
  fullConsole: 'Full console',
  pad: { absent: 'No pad', starting: 'Pad starting', ready: 'Pad ready', fault: 'Pad fault' },
  unsent: (ratings) => `${ratings} ratings not yet sent`,
  key: (action, label) => `${action} ${label}`,
  keyTaken: (action, label) => `${action}: another program has ${label}; the key is off`,
  keySame: (action, other, label) => `${action}: ${label} is the key of ${other}; the key is off`,
  trouble: {
    wrongPassword: 'Wrong staff number or password',
    tooManyAttempts: 'Too many attempts; wait a moment',
    hallUnreachable: 'The server cannot be reached; try again',
    signInFailed: 'Sign-in failed; ask the administrator',
    noWindow: 'The window of this computer is not known yet; wait, or ask the administrator',
    signInEnded: 'Your sign-in is no longer valid; sign in again',
    outdated: 'This program is not of the server’s version; ask the administrator',
    signedOutElsewhere: 'You are no longer signed in at this window; sign in again',
    windowChanged: 'This computer now belongs to another window; sign in again',
    stillWorking: 'The step before is still being answered',
    unanswered: 'No answer from the server: check the current number before you go on',
    changedMeanwhile: 'The current number has just changed; nothing was done. Look and press again',
    notAllowed: 'The server did not do this; ask the administrator',
  },
  refusal: (code) => REFUSAL_TEXTS[code].en,
};

const TEXTS: Readonly<Record<Language, CallerTexts>> = { zh: ZH, en: EN };

export function textsOf(language: Language): CallerTexts {
  return TEXTS[language];
}

export function troubleText(texts: CallerTexts, trouble: CallerTrouble): string {
  return trouble in texts.trouble ? texts.trouble[trouble as OwnTrouble] : texts.refusal(trouble as RefusalCode);
}
