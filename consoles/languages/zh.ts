// The clerk console in Chinese. Its type is the list of every text that a language of the consoles has.
import type { DeviceCondition } from '@jiaohao/contracts/commands';
import type { EvaluationState } from '@jiaohao/contracts/evaluation';
import type { WindowPhase } from '@jiaohao/contracts/views';

const zh = {
  /** For the `lang` of a page (BCP 47). */
  tag: 'zh-CN',
  phases: {
    closed: '未签到',
    free: '窗口空闲',
    called: '已叫号',
    serving: '正在办理',
    paused: '暂停服务',
  } satisfies Record<WindowPhase, string>,
  actions: {
    callNext: '呼叫下一位',
    startServing: '开始办理',
    finishServing: '办理完成',
    requestEvaluation: '请求评价',
    missedList: '过号列表',
    pauseOrResume: '暂停服务',
    recall: '重呼',
    markMissed: '过号',
  },
  pauseReasons: {
    meal: '用餐',
    meeting: '开会',
    fetch: '取件',
    away: '临时离岗',
  },
  evaluations: {
    requested: '已发送评价请求',
    recorded: '已收到评价',
    lapsed: '未评价，已超时',
  } satisfies Record<EvaluationState, string>,
  devices: {
    idCardReader: '身份证阅读器',
    documentScanner: '证件扫描器',
    ticketPrinter: '打印机',
    evaluationPad: '评价器',
    callPad: '呼叫器',
    ledStrip: '窗口条屏',
  } satisfies Record<DeviceCondition['kind'], string>,
  /** By the codes of the drivers; an unknown code is a plain 故障. */
  deviceTroubles: {
    portUnavailable: '未连接',
    portLost: '已断开',
    noReply: '没有应答',
    badReply: '应答有误',
    deviceBusy: '忙',
    deviceRefused: '拒绝操作',
    deviceFault: '故障',
    addressConflict: '地址重复',
    wrongDevice: '接错设备',
    ambiguousDevice: '有多台设备符合设置',
    paperOut: '缺纸',
    coverOpen: '上盖打开',
    cutterError: '切纸故障',
    unrecoverable: '故障，须维修',
    offline: '脱机',
    unsteady: '时断时续',
    devicesLost: '设备程序中断，正在恢复',
    badSetting: '设置有误',
    paperNearEnd: '纸将用尽',
  },

  product: '叫号 · 窗口工作台',
  windowOf: (label: string) => `${label} 号窗口`,
  minutes: (count: number) => `${count} 分`,
  dash: '—',

  signIn: {
    title: '工作人员登录',
    staffNo: '工号',
    password: '密码',
    submit: '登录',
    submitting: '正在登录，请稍候',
    fillIn: '请输入工号和密码',
    wrong: '工号或密码不正确',
    tooMany: '尝试次数过多，请稍后再试',
    noAnswer: '无法连接服务器，请稍后再试',
    failed: '登录失败，请联系管理员',
    ended: '登录已失效，请重新登录',
    outdated: '页面版本与服务器不一致，正在更新',
    notClerk: '这个登录不是窗口人员的',
  },

  choose: {
    title: '请选择窗口',
    last: '上次使用',
    free: '空闲',
    taken: (staffNo: string) => `工号 ${staffNo} 已签到`,
    mine: '您已在此签到',
    leave: '退出登录',
    connecting: '正在连接服务器',
    none: '大厅还没有配置窗口',
  },

  link: { connected: '已连接', connecting: '正在连接', lost: '连接中断' },
  linkBand: (since: string) => `连接中断（${since} 起），正在重新连接。恢复前不能操作，号码仍然有效。`,
  signOut: '签退',
  notNow: (actions: string, reason: string) => `${actions}：${reason}`,

  ticket: {
    current: '当前号码',
    none: '没有号码',
    free: '窗口空闲，可以呼叫下一位',
    freeEmpty: '当前无人等候',
    paused: (reason: string) => `暂停服务：${reason}`,
    service: '业务',
    applicant: '申请人',
    withCard: '刷身份证取号',
    withoutCard: '未刷身份证取号',
    nameUnknown: '姓名暂时读不到',
    waitAndCalls: '等候 · 呼叫',
    waited: (minutes: number, calls: number) => `等候 ${minutes} 分 · 呼叫 ${calls} 次`,
    priority: '优先',
    sinceCall: '已呼叫',
    pausedFor: '已暂停',
    serving: '已办理',
    nominal: (minutes: number) => `参考时长 ${minutes} 分钟`,
    overNominal: (minutes: number) => `参考时长 ${minutes} 分钟，已超`,
    seenOn: (displays: number) => `已在 ${displays} 块屏幕显示`,
    seen: '屏幕已显示',
    notSeen: '屏幕尚未显示',
  },

  effect: {
    finishAndCall: (no: string, next: string) => `办完 ${no}，请求评价，并呼叫 ${next}`,
    finish: (no: string) => `办完 ${no}，请求评价`,
    missAndCall: (no: string, next: string) => `过号 ${no}，并呼叫 ${next}`,
    miss: (no: string) => `过号 ${no}`,
    call: (next: string) => `呼叫 ${next}`,
    priority: (no: string) => `${no}（优先）`,
  },

  resume: '恢复服务',
  allActions: '全部操作',
  startFirst: '先按 开始办理',
  noMissed: '没有过号的号码',
  working: '正在执行，请稍候',
  /** Another press while a request is unanswered: kept, or the same once more. */
  follows: (action: string) => `上一步还在执行，随后：${action}`,
  stillWorking: '上一步还在执行，请稍候',
  notFollowed: (action: string) => `${action}没有执行，请看当前号码后再按`,
  unanswered: '服务器没有应答，不知道上一步是否已执行，请先核对当前号码',

  ask: {
    missed: (no: string) => `确定 ${no} 过号？`,
    missedNotSeen: '屏幕尚未显示这次呼叫',
    missedYes: '过号',
    pause: '暂停原因',
    back: '返回',
    enter: 'Enter',
    escape: 'Esc',
  },

  column: {
    waiting: '等候',
    people: '人',
    longest: (minutes: number) => `最久 ${minutes} 分钟`,
    more: (count: number) => `还有 ${count} 人`,
    otherQueues: (queues: number) => `其他 ${queues} 个队列`,
    next: '下一位',
    missed: '过号',
    requeue: '重排',
    missedAgo: (minutes: number) => `${minutes} 分前`,
    moreMissed: (count: number) => `另有 ${count} 个`,
    listKeys: '↑ ↓ 选择 · Enter 重排 · Esc 返回',
    requeued: (no: string, ahead: number) => `${no} 已重排，前面 ${ahead} 人`,
  },

  figures: {
    finished: '今日办理',
    finishedUnit: '件',
    average: '平均办理',
    participationOf: (recorded: number, requested: number) =>
      requested === 0 ? '参评率' : `参评率 ${recorded}/${requested}`,
    paused: '暂停',
    pausedUnit: '分',
    evaluation: '评价',
    evaluationOf: (no: string) => `评价 · ${no}`,
    noEvaluation: '尚未请求',
  },

  device: {
    ready: (device: string) => `${device}正常`,
    starting: (device: string) => `${device}启动中`,
    trouble: (device: string, words: string) => `${device}${words}`,
    otherFault: '故障',
    more: (count: number) => ` 等 ${count} 处`,
    at: (terminalId: string) => `（${terminalId}）`,
  },
};

export type ConsoleLanguage = typeof zh;
export default zh;
