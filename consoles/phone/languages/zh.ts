// The phone page in Chinese. Its type is the list of every text that a language of this page has.

/** `1 楼 A 区`, `地下 1 楼 A 区` */
const place = (floor: number, zone: string) => `${floor >= 0 ? floor : `地下 ${-floor}`} 楼 ${zone}`;

const zh = {
  tag: 'zh-CN',
  yourNumber: '您的号码',
  updated: '刚刚更新',
  reconnecting: '正在重新连接',
  asOf: (time: string) => `截至 ${time}`,
  ahead: '前面还有',
  people: (count: string) => `${count} 人`,
  atLeast: (count: number) => `${count} 人以上`,
  estimate: '预计等候约',
  minutes: (count: string) => `${count} 分钟`,
  next: '您是下一位',
  nextHint: '请留意本页和大屏',
  toWindow: '窗口',
  wait: (floor: number, zone: string) => `请在 ${place(floor, zone)}等候区等候`,
  silent: '叫到您时，本页会变成黄色',
  remind: (count: number) => `还有 ${count} 人时提醒您`,
  keepOpen: '请不要关闭本页',
  soon: '快到您了',
  soonHint: '请回到等候区等候',
  noNeed: '不用手机也可以：请看大屏和窗口屏',
  goTo: '请到',
  windowToServe: '号窗口办理',
  goToWindow: (label: string) => `请到 ${label} 号窗口`,
  calledAgain: '再次呼叫',
  place,
  acknowledge: '我知道了',
  acknowledged: '已知道，请前往窗口',
  missedHint: '过号请到服务台激活',
  outcomes: {
    serving: '正在办理',
    servingHint: (label: string) => `在 ${label} 号窗口`,
    finished: '已办理完成',
    finishedHint: '感谢您的配合，再见',
    missed: '已过号',
    missedHint: '请到服务台激活，号码今天有效',
    expired: '今天的服务已结束',
    expiredHint: '号码当日有效，请下次重新取号',
  },
  notices: {
    connecting: '正在连接',
    connectingHint: '请稍候',
    lost: '连接不上大厅',
    lostHint: '正在重新连接。请看大屏，您的号码仍然有效',
    invalid: '二维码无效或已过期',
    invalidHint: '号码当日有效，请看号票和大屏',
    outdated: '页面需要更新',
    outdatedHint: '正在更新，请稍候',
  },
};

export type PhoneLanguage = typeof zh;
export default zh;
