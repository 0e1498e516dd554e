// Every text of the demo: what it says in the terminal, on the landing page and on the bench. Chinese first, English second.
import { RATING_TEXTS } from '@jiaohao/contracts/evaluation';
import { PAD_LEVELS, type BenchCard, type BenchTrouble, type HallState } from './wire.ts';

export interface Words {
  readonly zh: string;
  readonly en: string;
}

export const CONSOLE_TEXTS = {
  building: '正在构建页面（只在首次或更新后）… Building the pages (first start, or after a change) ...',
  ptys: '设备线路：socat 虚拟串口。 Device lines: real pty pairs by socat.',
  memoryLines: (reason: string) =>
    `设备线路：进程内存（无虚拟串口）。 Device lines: in memory, no ptys here (${reason}).`,
  running: (url: string) =>
    `\n  叫号演示大厅已启动，请用浏览器打开：\n  The demo hall is running. Open in a browser:\n\n    ${url}\n\n  按 Ctrl-C 结束。 Ctrl-C ends it; the hall's state is kept.\n`,
  ending: '正在结束… Ending ...',
  hallEnded: (how: string) =>
    `大厅服务器已退出（${how}），正在重新启动。 The hall server ended (${how}); starting it again.`,
  alreadyRunning: (url: string) =>
    `演示大厅已在运行：${url}\nThe demo hall is already running on this data folder: ${url}`,
  otherPort: (usual: number, port: number) =>
    `端口 ${usual} 已占用，改用 ${port}。 Port ${usual} is taken; using ${port}.`,
  portTaken: (port: number) =>
    `端口 ${port} 已被占用，请换一个 --port。 Port ${port} is taken: choose another --port, or leave it out.`,
};

export const HALL_STATE_WORDS: Record<HallState, Words> = {
  starting: { zh: '大厅启动中', en: 'Hall starting' },
  running: { zh: '大厅运行中', en: 'Hall running' },
  restarting: { zh: '大厅重启中', en: 'Hall restarting' },
};

export const FRAME_TEXTS = {
  title: { zh: '叫号演示大厅', en: 'Jiaohao demo hall' },
  bench: { zh: '仿真台', en: 'Simulation bench' },
  toLanding: { zh: '全部屏幕', en: 'All screens' },
  toBench: { zh: '仿真台', en: 'Bench' },
  wiring: {
    pty: { zh: '设备走虚拟串口', en: 'Devices on real ptys' },
    memory: { zh: '设备走内存线路', en: 'Devices on memory lines' },
  },
  connecting: { zh: '正在连接演示程序…', en: 'Connecting to the demo ...' },
  lost: {
    zh: '与演示程序的连接已中断，正在重新连接',
    en: 'The demo does not answer; trying again. Was it ended with Ctrl-C? Start it with npm start.',
  },
} satisfies Record<string, Words | Record<string, Words>>;

export const LANDING_TEXTS = {
  walk: { zh: '从身份证到评价，走一遍', en: 'From card to rating, in five steps' },
  walkNote: {
    zh: '每个屏幕在新标签页打开；读卡器、打印机和评价器都在仿真台上。',
    en: 'Every screen opens in a new tab; reader, printer and pads are on the bench.',
  },
  steps: {
    card: { zh: '放身份证', en: 'Lay a card' },
    cardNote: {
      zh: '打开取号机，再到仿真台放一张身份证；也可以先在取号机上选业务。',
      en: 'Open the kiosk, then lay a card on the bench, or choose a service first.',
    },
    ticket: { zh: '看号票', en: 'See the ticket' },
    ticketNote: {
      zh: '仿真台画出打印机真正收到的字节。也试试缺纸、开盖。',
      en: 'The bench draws the very bytes the printer got. Try paper out, too.',
    },
    next: { zh: '按下一位', en: 'Press next' },
    nextNote: (label: string): Words => ({
      zh: `打开 ${label} 号窗口的工作台，按 F1 呼叫下一位。`,
      en: `Open the console of window ${label} and press F1.`,
    }),
    board: { zh: '看大屏', en: 'Watch the board' },
    boardNote: {
      zh: '号码静默显示，大屏确认已显示给大家看。',
      en: 'The call appears without a sound, and the board confirms it.',
    },
    rate: { zh: '评价', en: 'Rate' },
    rateNote: {
      zh: '办理完成（F4）后，仿真台上该窗口的评价器亮灯，按一个键。',
      en: 'After F4 the pad of that window lights up on the bench: press a key.',
    },
  },
  open: {
    kiosk: { zh: '取号机', en: 'Kiosk' },
    bench: { zh: '仿真台', en: 'Bench' },
    console: (label: string): Words => ({ zh: `${label} 号工作台`, en: `Console ${label}` }),
    health: { zh: '运行状况', en: 'Health' },
    hallBoard: { zh: '大厅综合屏', en: 'Hall board' },
    windowScreen: (label: string): Words => ({ zh: `${label} 号窗口屏`, en: `Screen ${label}` }),
  },
  all: { zh: '全部窗口', en: 'All windows' },
  allNote: {
    zh: '工号和密码为本机演示生成，只在本页显示；工作台链接直接签到。',
    en: 'Staff numbers and passwords were made for this demo and are shown here only; the links sign in by themselves.',
  },
  floor: (floor: number): Words => ({ zh: `${floor} 楼`, en: `Floor ${floor}` }),
  zoneBoard: { zh: '区域屏', en: 'Zone board' },
  console: { zh: '工作台', en: 'Console' },
  screen: { zh: '窗口屏', en: 'Screen' },
  caller: { zh: '呼叫条', en: 'Floating caller' },
  pad: { zh: '平板评价器', en: 'Tablet pad' },
  staffNo: { zh: '工号', en: 'No.' },
  password: { zh: '密码', en: 'Password' },
};

export const BENCH_TEXTS = {
  reader: { zh: '身份证阅读器', en: 'ID-card reader' },
  printer: { zh: '号票打印机', en: 'Ticket printer' },
  pads: { zh: '评价器', en: 'Evaluation pads' },
  plugged: { zh: '已连接', en: 'Plugged in' },
  unplugged: { zh: '已拔出', en: 'Unplugged' },
  unplug: { zh: '拔出', en: 'Unplug' },
  replug: { zh: '插上', en: 'Plug in' },
  noCard: { zh: '读卡器上没有卡', en: 'No card on the reader' },
  layOne: { zh: '点一张卡，放到读卡器上', en: 'Choose a card to lay it' },
  cardLies: { zh: '等待读取', en: 'Not yet read' },
  cardRead: { zh: '已读取，请看取号机屏幕', en: 'See the kiosk' },
  lift: { zh: '拿起', en: 'Lift' },
  senior: { zh: '60 岁以上', en: '60 or older' },
  bornIn: (year: number): string => `${year} 年生`,
  notReal: {
    zh: '号码均为虚构：校验位正确，行政区划代码不存在。',
    en: 'All invented: right check digits, a region that does not exist.',
  },
  takePaperOut: { zh: '抽走纸卷', en: 'Run out of paper' },
  putPaperIn: { zh: '装上纸卷', en: 'Put paper in' },
  openCover: { zh: '打开上盖', en: 'Open the cover' },
  closeCover: { zh: '合上上盖', en: 'Close the cover' },
  nearEnd: { zh: '纸将用尽', en: 'Paper near end' },
  notNearEnd: { zh: '纸量充足', en: 'Plenty of paper' },
  printerWell: { zh: '正常', en: 'Ready' },
  printerOut: { zh: '缺纸', en: 'Out of paper' },
  printerOpen: { zh: '上盖打开', en: 'Cover open' },
  printerNearEnd: { zh: '纸将用尽', en: 'Paper near end' },
  printing: { zh: '正在打印', en: 'Printing' },
  halfPrinted: { zh: '票没打完，还在机内', en: 'Half a ticket inside' },
  noTicket: { zh: '还没有打印号票', en: 'Nothing printed yet' },
  noTicketNote: { zh: '在取号机上取一个号，票样就画在这里。', en: 'Take a ticket at the kiosk and it is drawn here.' },
  ticketOf: (place: number, count: number): Words => ({
    zh: place === 0 ? '最新一张' : `往前第 ${place} 张`,
    en: `${place + 1} of ${count}`,
  }),
  newer: { zh: '较新', en: 'Newer' },
  older: { zh: '较早', en: 'Older' },
  phonePage: { zh: '手机页', en: 'Phone page' },
  ticketPicture: { zh: '按打印机收到的字节绘制的号票', en: 'Ticket drawn from the printed bytes' },
  padOf: (label: string): Words => ({ zh: `${label} 号窗口评价器`, en: `Pad of window ${label}` }),
  lit: { zh: '亮灯，等待评价', en: 'Lit: a rating is asked' },
  dark: { zh: '未亮灯，按键不记录', en: 'Dark: records nothing' },
  waiting: { zh: '待评', en: 'Asked' },
  sending: { zh: '已发送，等待终端应答', en: 'sent, not yet acknowledged' },
  acknowledged: { zh: '终端已应答', en: 'acknowledged by the terminal' },
  lastKey: (key: number): Words => ({ zh: `上次按键 ${key}`, en: `Last key ${key}` }),
  windowOf: (label: string): string => `${label} 号`,
};

export const CARD_KIND_WORDS: Record<BenchCard['kind'], Words | null> = {
  resident: null,
  hkMacaoTaiwan: { zh: '港澳台居住证', en: 'HK/Macao/Taiwan permit' },
  foreigner2017: { zh: '外国人永居证 2017', en: 'Foreigner card 2017' },
  foreigner2023: { zh: '外国人永居证 2023', en: 'Foreigner card 2023' },
};

export const TROUBLE_WORDS: Record<BenchTrouble, Words> = {
  unknownCard: { zh: '没有这张卡，请刷新页面', en: 'There is no such card; reload the page' },
  unknownWindow: { zh: '这个窗口没有评价器，请刷新页面', en: 'That window has no pad; reload the page' },
  padUnplugged: { zh: '评价器已拔出，按键没有发出', en: 'The pad is unplugged: the key went nowhere' },
  lineFailed: { zh: '线路没有接通，请再试一次', en: 'The line could not be made; try again' },
};

/** What a key of the demo's pads means. */
export function padKeyWords(key: number): Words {
  const level = Object.entries(PAD_LEVELS).find(([one]) => Number(one) === key)?.[1];
  return level === undefined ? { zh: '不评价', en: 'No rating' } : RATING_TEXTS[level];
}
