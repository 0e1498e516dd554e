// Every word of the technician's page. Words of devices are those of the other consoles (texts.ts of the workspace).
import type { StationKind } from '@jiaohao/contracts/health';
import type { DEVICE_TEXTS, Words } from '../texts.ts';

export const KIND_TEXTS = {
  kiosk: { zh: '取号机', en: 'Kiosks' },
  window: { zh: '窗口终端', en: 'Window terminals' },
  strip: { zh: '条屏控制器', en: 'LED strips' },
  board: { zh: '大屏', en: 'Boards' },
  windowScreen: { zh: '窗口屏', en: 'Window screens' },
} as const satisfies Record<StationKind, Words>;

const DEVICE_EN = {
  idCardReader: 'ID-card reader',
  documentScanner: 'document scanner',
  ticketPrinter: 'printer',
  evaluationPad: 'evaluation pad',
  callPad: 'call pad',
  ledStrip: 'LED strip',
} as const satisfies Record<keyof typeof DEVICE_TEXTS, string>;

const CONNECT_TODO: Words = {
  zh: '检查电源和数据线，然后拔下设备的电源，10 秒后重新接通；仍不恢复请更换数据线或接口。',
  en: 'Check power and cable, then switch the device off for 10 seconds. If that does not help, change cable or port.',
};

/** By the codes of the drivers. */
export const DEVICE_TODO: Readonly<Record<string, Words>> = {
  paperOut: {
    zh: '换上新纸卷，合上上盖。已取的号都有效，可在取号机上再打印。',
    en: 'Put in a new roll and close the cover.',
  },
  paperNearEnd: { zh: '准备一卷新纸，在人少时更换。', en: 'Have a new roll ready and change it at a quiet moment.' },
  coverOpen: { zh: '合上打印机上盖，听到卡扣声。', en: 'Close the cover of the printer until it clicks.' },
  cutterError: {
    zh: '关闭打印机电源，取出卡住的纸，再开机。',
    en: 'Switch the printer off, take out the jammed paper, switch on.',
  },
  unrecoverable: { zh: '关机再开一次；仍有故障请联系维修。', en: 'Switch it off and on once; then call for repair.' },
  offline: {
    zh: '按打印机面板上的联机键，或关机再开。',
    en: 'Press the online key of the printer, or switch it off and on.',
  },
  unsteady: {
    zh: '设备一会儿连上一会儿断开：检查插头是否松动、数据线和电源；换一根数据线或换一个接口。',
    en: 'It comes and goes: look for a loose plug, then the cable and the power; change cable or port.',
  },
  wrongDevice: {
    zh: '这个接口上接的不是设置的设备：看线是否插错接口，或设备换过而设置没有改。用 npm run devices -- list 查看。',
    en: 'Another device is on this port: cables may be swapped, or the device was exchanged. Look with `npm run devices -- list`.',
  },
  ambiguousDevice: {
    zh: '有几台设备符合设置，系统不会任选一台：在 terminal.json 中写明接口（by-path）或序列号。',
    en: 'Several devices fit the setting and none is chosen: name the socket (by-path) or the serial number in terminal.json.',
  },
  devicesLost: {
    zh: '几秒内自动恢复；反复出现请查看终端日志。',
    en: 'It starts again within seconds; if this comes back, read the log of the terminal.',
  },
  badSetting: {
    zh: '终端日志写明了 terminal.json 中哪一项有误。',
    en: 'The log of the terminal names the line of terminal.json that is wrong.',
  },
  portUnavailable: CONNECT_TODO,
  portLost: CONNECT_TODO,
  noReply: CONNECT_TODO,
  badReply: CONNECT_TODO,
};
/** Both devices of a kiosk hear something and neither understands it. */
export const SWAPPED_TODO: Words = {
  zh: '读卡器和打印机都没有正确应答：两根线可能接反了。把两个接口对调，或改 terminal.json；然后检查电源。',
  en: 'Neither reader nor printer answers rightly: their cables may be swapped. Exchange them, then look at the power.',
};
export const OTHER_DEVICE_TODO: Words = {
  zh: '关闭设备电源，10 秒后重新打开；仍有故障请联系维修。',
  en: 'Switch the device off for 10 seconds and on again; then call for repair.',
};

/** More than these are counted, not named: the tables below name them all. */
const NAMED_MAX = 4;
const list = (names: readonly Words[]) =>
  names.length > NAMED_MAX ? `${names.length} 台` : names.map(({ zh }) => zh).join('、');
const listEn = (names: readonly Words[]) =>
  names.length > NAMED_MAX ? String(names.length) : names.map(({ en }) => en).join(', ');
const gigabytes = (bytes: number) => (bytes / 1_000_000_000).toFixed(1);
const seconds = (ms: number) => (Math.abs(ms) / 1_000).toFixed(Math.abs(ms) < 10_000 ? 1 : 0);

export const TEXTS = {
  title: { zh: '运行状况', en: 'Hall health' },
  noHall: '未配置的大厅',
  atWindow: (id: string, label: string) => ({ zh: `${label} 号窗口 ${id}`, en: `${id} (window ${label})` }),
  updated: (seconds: number) => `${seconds} 秒前更新`,
  notUpdated: { zh: '没有更新', en: 'No update' },
  asking: '正在读取',
  stale: (time: string) => ({
    zh: `服务器没有应答。以下是 ${time} 的情况，可能已变化。`,
    en: `No answer from the server. As of ${time}; it may have changed.`,
  }),
  staleTodo: {
    zh: '请看服务器电脑是否开机、网线是否接好；取号和叫号此时也不能进行。',
    en: 'See whether the server is switched on and its network cable is in; tickets cannot be issued or called meanwhile.',
  },
  strange: {
    zh: '服务器的回答无法理解，请刷新本页；仍不行请查看服务器日志。',
    en: 'The server’s answer is not understood: reload this page, then look at the server’s log.',
  },
  dash: '—',

  entry: {
    product: '叫号 · 运行状况',
    title: '请输入运维凭证',
    field: '凭证',
    submit: '查看',
    hint: {
      zh: '用管理员为您签发的运维凭证，或管理员凭证。签发方法见 docs/operations.md。',
      en: 'A monitor’s token made by the administrator, or the administrator’s own (docs/operations.md).',
    },
    empty: { zh: '请输入凭证', en: 'Enter a token' },
    refused: { zh: '这个凭证无效，或不能查看运行状况', en: 'This token is not valid, or may not look at the health' },
  },

  figures: {
    day: '营业日',
    dayClosed: '未营业',
    terminals: '终端在线',
    displays: '屏幕在线',
    disk: '磁盘剩余',
    diskOf: (total: number) => `/ ${gigabytes(total)} GB`,
    gigabytes,
    unknown: '未知',
    journal: '数据',
    journalUnit: 'MB',
    events: (count: number) => `${count} 条记录`,
    lastEvent: '最近写入',
    commit: (ms: number) => `磁盘用时 ${ms.toFixed(1)} 毫秒`,
    server: '服务器',
    running: (words: string) => `已运行 ${words}`,
    days: (count: number) => `${count} 天`,
    hours: (count: number) => `${count} 小时`,
    minutes: (count: number) => `${count} 分钟`,
    never: '无',
  },

  needed: { zh: '需要处理', en: 'To do' },
  nothing: { zh: '一切正常，没有需要处理的事', en: 'All is well; nothing to do' },
  since: (time: string) => `${time} 起`,
  levels: { bad: '故障', warn: '注意', info: '提示' },

  stations: {
    name: '名称',
    state: '状态',
    version: '版本',
    clock: '时钟差',
    devices: '设备',
    connected: '在线',
    absent: '未连接',
    neverSeen: '服务器启动后未连接过',
    lastSeen: (time: string) => `最后 ${time}`,
    otherBuild: '不是最新',
    clockSame: '一致',
    clockUnknown: '未测',
    ahead: (ms: number) => `快 ${seconds(ms)} 秒`,
    behind: (ms: number) => `慢 ${seconds(ms)} 秒`,
    none: '配置中没有',
    consoles: { zh: '工作台', en: 'Staff consoles' },
    consoleAt: (label: string) => `${label} 号窗口`,
    consoleFree: '未签到窗口',
    noConsoles: '没有工作台在线',
    allWell: (count: number) => `${count} 台正常`,
    allAbsent: (count: number) => `${count} 台未连接`,
    of: (connected: number, total: number) => `${connected} / ${total} 在线`,
  },

  device: {
    ready: '正常',
    starting: '启动中',
    otherFault: '故障',
    lastKnown: '（最后状态）',
    of: (device: string, windowId: string) => `${device} ${windowId} `,
    paperLeft: (metres: number) => ` · 余纸约 ${metres} 米`,
  },

  troubles: {
    storageFull: {
      title: { zh: '服务器存储已满，不能取号和叫号', en: 'The server’s storage is full; nothing can be changed' },
      todo: {
        zh: '在服务器的数据盘上删除或移走不属于叫号系统的文件（不要动数据文件夹）。腾出空间后系统自动恢复，不用重启。',
        en: 'Delete or move files on the data disk that are not ours; never touch the data folder. It goes on by itself.',
      },
    },
    diskLow: (free: number) => ({
      title: { zh: `数据盘只剩 ${gigabytes(free)} GB`, en: `Only ${gigabytes(free)} GB left on the data disk` },
      todo: {
        zh: '尽快移走其他文件或换更大的磁盘；数据文件夹不要动。',
        en: 'Move other files away or take a larger disk; leave the data folder alone.',
      },
    }),
    notConfigured: {
      title: { zh: '大厅尚未配置', en: 'The hall has no configuration' },
      todo: { zh: '由管理员导入大厅配置。', en: 'The administrator imports the configuration of the hall.' },
    },
    clockBehind: (ms: number) => ({
      title: {
        zh: `服务器时钟比最后一条记录慢 ${seconds(ms)} 秒`,
        en: `The server’s clock is ${seconds(ms)} s behind its last record`,
      },
      todo: {
        zh: '校准服务器电脑的时间，并打开自动对时。校准前，到点的事（开门、关门、评价超时）都不会发生。',
        en: 'Set the server’s clock right and turn on time synchronisation; nothing timed happens until then.',
      },
    }),
    missing: (kind: StationKind, names: readonly Words[]) => ({
      zh: `${KIND_TEXTS[kind].zh}未连接：${list(names)}`,
      en: `${KIND_TEXTS[kind].en} not connected: ${listEn(names)}`,
    }),
    missingTodo: {
      kiosk: {
        zh: '看取号机是否开机、网线是否接好；屏幕亮着但没有连接时，重启取号机。此前请引导到其他取号机。',
        en: 'Is it switched on, is the network cable in? If the screen is on, restart it. Send people to another kiosk.',
      },
      board: {
        zh: '看大屏是否开机、显示什么：黑屏查电源和信号线，“连接中断”查网线，都正常就重启播放盒。',
        en: 'Dark: power and signal cable. “Link lost”: network cable. Otherwise restart its player.',
      },
      window: {
        zh: '看窗口电脑是否开机、网线是否接好，终端程序是否在运行。不影响叫号，只影响评价。',
        en: 'Is the PC at the window on, its cable in, the terminal program running? Calling goes on; rating waits.',
      },
      strip: {
        zh: '看控制条屏的电脑是否开机、网线和串口线是否接好。大屏照常显示叫号。',
        en: 'Is the PC that drives the strips on, are its cables in? Boards go on showing the calls.',
      },
      windowScreen: {
        zh: '看窗口屏是否开机、网线是否接好；都正常就重启。大屏照常显示叫号。',
        en: 'Is it on, is its cable in? Otherwise restart it. Boards go on showing the calls.',
      },
    } satisfies Record<StationKind, Words>,
    clock: (name: Words, ms: number) => ({
      zh: `${name.zh} 的时钟${ms > 0 ? '快' : '慢'} ${seconds(ms)} 秒`,
      en: `The clock of ${name.en} is ${seconds(ms)} s ${ms > 0 ? 'fast' : 'slow'}`,
    }),
    clockTodo: {
      zh: '在那台电脑上打开自动对时（与服务器同一时间源），并检查时区。号码和叫号不受影响。',
      en: 'Turn on time synchronisation on that machine, from the same source as the server; check its time zone.',
    },
    device: (name: Words, kind: keyof typeof DEVICE_TEXTS, device: string, state: string, code: string) => ({
      zh: `${name.zh} 的${device}：${state}`,
      en: `${name.en}: ${DEVICE_EN[kind]}, ${code}`,
    }),
    otherBuild: (names: readonly Words[]) => ({
      zh: `版本与服务器不同：${list(names)}`,
      en: `Another version than the server: ${listEn(names)}`,
    }),
    otherBuildTodo: {
      zh: '屏幕页面几分钟内会自己更新，不更新就刷新页面；终端按 docs/install.md 更新。',
      en: 'Screens update by themselves within minutes, else reload them; terminals as in docs/install.md.',
    },
    strangers: (names: readonly Words[]) => ({
      zh: `已连接但配置中没有：${list(names)}`,
      en: `Connected but not in the configuration: ${listEn(names)}`,
    }),
    strangersTodo: {
      zh: '换下的设备请关机；应该使用的设备请管理员加入配置。',
      en: 'Switch off what was replaced; have the administrator add what should be there.',
    },
  },
} as const;
