// The displays in Chinese. Its type is the list of every text that a language of the displays has.

const zh = {
  /** For the `lang` of a page (BCP 47). */
  tag: 'zh-CN',
  number: '号码',
  toWindow: '请到窗口',
  /** Behind a window's number; a language that says it before the number leaves it empty. */
  windowSuffix: '号窗口',
  business: '业务',
  waiting: '等候人数',
  estimate: '预计',
  free: '空闲',
  aboutMinutes: (minutes: number): string => `约${minutes}分`,
  notice: '请在休息区等候，注意呼叫及大屏显示信息。',
  missedNotice: '过号请到服务台',
  ticketingStopped: '现在不取号，已取的号码继续叫号。',
  closed: '现在不在办理时间',
  noCalls: '暂无叫号，请稍候',
  call: {
    please: '请',
    toWindow: '到窗口',
    again: '再次呼叫',
    sentence: (number: string, window: string): string => `请 ${number} 号到 ${window} 号窗口办理`,
  },
  interrupted: '连接中断',
  stale: {
    title: '大屏信息暂停更新',
    todo: '请看窗口上方的屏幕，或到咨询引导台询问',
    lastUpdate: '最后更新',
    asOf: (time: string): string => `以下是 ${time} 的信息，可能已变化`,
    valid: '您的号码仍然有效，工作人员会照常叫号。',
  },
  /** A display that the hall does not let in or has no place for: words for whoever installs it. */
  obstacle: {
    unauthorised: '此屏幕尚未登记，请联系管理员',
    protocolMismatch: '此屏幕的版本与服务器不一致，正在更新',
    notPlaced: '此屏幕尚未分配位置，请联系管理员',
  },
  window: {
    word: '号窗口',
    name: (label: string): string => `${label} 号窗口`,
    betweenServices: ' ・',
    moreServices: '等',
    staff: (staffNo: string): string => `工作人员 工号 ${staffNo}`,
    comeHere: '请到本窗口办理',
    serving: '正在办理',
    free: '窗口空闲',
    paused: '暂停服务',
    closed: '已下班',
    getReady: '请准备',
    staleTitle: '本屏信息暂停更新',
    staleTodo: '请听工作人员叫号，或到咨询引导台询问',
  },
};

export type DisplayLanguage = typeof zh;
export default zh;
