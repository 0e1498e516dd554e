// Every text of the displays: Chinese first, English second. No other file of this workspace holds words for people.

export const texts = {
  number: { zh: '号码', en: 'Number' },
  toWindow: { zh: '请到窗口', en: 'Window' },
  windowSuffix: '号窗口',
  business: { zh: '业务', en: 'Business' },
  waiting: '等候人数',
  estimate: '预计',
  free: '空闲',
  aboutMinutes: (minutes: number): string => `约${minutes}分`,
  notice: {
    zh: '请在休息区等候，注意呼叫及大屏显示信息。',
    en: 'Please wait and watch the screens.',
    missed: '过号请到服务台',
  },
  noCalls: { zh: '暂无叫号，请稍候', en: 'No calls yet' },
  call: {
    please: { zh: '请', en: 'Number' },
    toWindow: { zh: '到窗口', en: 'Window' },
    again: { zh: '再次呼叫', en: 'Called again' },
    sentence: (number: string, window: string) => ({
      zh: `请 ${number} 号到 ${window} 号窗口办理`,
      en: `Number ${number}, please go to window ${window}`,
    }),
  },
  interrupted: { zh: '连接中断', en: 'Link lost' },
  stale: {
    title: '大屏信息暂停更新',
    todo: {
      zh: '请看窗口上方的屏幕，或到咨询引导台询问',
      en: 'Display paused. Watch the window screens or ask at the desk.',
    },
    lastUpdate: { zh: '最后更新', en: 'Last update' },
    asOf: (time: string) => ({ zh: `以下是 ${time} 的信息，可能已变化`, en: `As of ${time}, may have changed` }),
    valid: { zh: '您的号码仍然有效，工作人员会照常叫号。', en: 'Your number is still valid.' },
  },
  /** A display that the hall does not let in or has no place for: words for whoever installs it. */
  obstacle: {
    unauthorised: {
      zh: '此屏幕尚未登记，请联系管理员',
      en: 'This display is not registered. Please tell the administrator.',
    },
    protocolMismatch: {
      zh: '此屏幕的版本与服务器不一致，正在更新',
      en: 'This display and the server differ in version. Updating.',
    },
    notPlaced: {
      zh: '此屏幕尚未分配位置，请联系管理员',
      en: 'This display has no place in the configuration. Please tell the administrator.',
    },
  },
  window: {
    name: (label: string): string => `Window ${label}`,
    betweenServices: ' ・',
    moreServices: '等',
    staff: (staffNo: string): string => `工作人员 工号 ${staffNo}`,
    comeHere: { zh: '请到本窗口办理', en: 'Please come here' },
    serving: { zh: '正在办理', en: 'Serving' },
    free: { zh: '窗口空闲', en: 'Free' },
    paused: { zh: '暂停服务', en: 'Service suspended' },
    closed: { zh: '已下班', en: 'Closed' },
    getReady: { zh: '请准备', en: 'Get ready' },
    stale: {
      title: '本屏信息暂停更新',
      todo: {
        zh: '请听工作人员叫号，或到咨询引导台询问',
        en: 'Display paused. Listen to the staff or ask at the desk.',
      },
    },
  },
} as const;
