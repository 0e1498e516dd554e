// Every word that the terminal itself writes: on paper and on LED strips.

/** Names in braces are fields of a ticket (ticket-fields.ts). */
export const TICKET_TEXTS = {
  number: '排队号 Number',
  priority: '优先 Priority',
  /** Inside a box of twelve columns. */
  reprint: '补打 Reprint',
  waiting: '等候人数 Waiting',
  waitingValue: '{peopleAhead} 人',
  /** Nobody is ahead, but no window is free. */
  next: '您是下一位 Next',
  estimate: '预计时间 Estimate',
  estimateValue: '约 {waitMinutes} 分钟',
  free: '窗口空闲，请直接办理',
  called: { zh: '您的号码已被呼叫，请看大屏', en: 'Your number has been called; see the screens' },
  missed: { zh: '您已过号，请到服务台', en: 'You were missed; ask at the desk' },
  area: '等候区 Area',
  areaValue: '{floor} 楼 {zoneName}',
  floor: (floor: number): string => (floor < 0 ? `地下 ${-floor}` : String(floor)),
  issued: '取号时间 Issued',
  channel: '取号方式 Channel',
  onSite: '现场',
  scan: '扫码查看排队进度 Scan for progress',
  noPhone: '不用手机也可以，请看大屏',
  validity: '号码当日有效，过号请到服务台激活',
  validityEn: 'Valid today. Missed? Ask at the desk.',
  complaints: '投诉电话 {complaintPhone}',
} as const;

/** Of the self-test: on its test page, on pads and strips, and while the devices process is gone. */
export const SELF_TEST_TEXTS = {
  title: '设备自检',
  short: '自检',
  /** On call pads. */
  ticketNumber: 'A012',
  noTicket: '这不是号票 This is no ticket',
  terminal: '终端 Terminal',
  time: '时间 Time',
  characters: '汉字 叫号取号补打 ABC abc 0123456789',
  rareCharacters: '罕用字 Rare 䶮 㛃 𠮷',
  devicesLost: { zh: '设备程序正在重新启动', en: 'the devices process is being started again' },
} as const;

/** On LED strips: 8 hanzi on 128 dots. */
export const STRIP_TEXTS = {
  come: (number: string, window: string): string => `请${number}到${window}号窗口`,
  comeShort: (number: string, window: string): string => `${number}到${window}号窗口`,
  please: (number: string): string => `请${number}`,
  to: (window: string): string => `到${window}号窗口`,
  window: (window: string): string => `${window}号窗口`,
  serving: '正在办理',
  free: '空闲',
  paused: '暂停服务',
  closed: '已下班',
} as const;

/** The page of a terminal that serves several windows. */
export const LINE_PAGE_TEXTS = {
  titles: { pads: { zh: '呼叫器与评价器', en: 'Pads' }, strip: { zh: '窗口条屏', en: 'LED strips' } },
  hall: { zh: '大厅', en: 'Hall' },
  window: { zh: '窗口', en: 'Window' },
  device: { zh: '设备', en: 'Device' },
  port: { zh: '端口', en: 'Port' },
  state: { zh: '状态', en: 'State' },
  kinds: {
    idCardReader: { zh: '身份证阅读器', en: 'ID-card reader' },
    documentScanner: { zh: '证件扫描器', en: 'Document scanner' },
    ticketPrinter: { zh: '打印机', en: 'Printer' },
    evaluationPad: { zh: '评价器', en: 'Evaluation pad' },
    callPad: { zh: '呼叫器', en: 'Call pad' },
    ledStrip: { zh: '条屏', en: 'LED strip' },
  },
  link: {
    starting: { zh: '正在连接', en: 'connecting' },
    up: { zh: '已连接', en: 'connected' },
    down: { zh: '连接断开', en: 'link down' },
  },
  states: {
    starting: { zh: '正在启动', en: 'starting' },
    ready: { zh: '正常', en: 'ready' },
    fault: { zh: '故障', en: 'fault' },
  },
  ended: {
    zh: '终端程序没有应答，以下为之前的状态',
    en: 'The terminal’s program does not answer; below is how it stood before',
  },
} as const;
