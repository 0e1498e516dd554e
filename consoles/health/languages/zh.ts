// The technician's page in Chinese. Its type is the list of every text that a language of this page has.
import type { DeviceCondition } from '@jiaohao/contracts/commands';
import type { StationHealth, StationKind } from '@jiaohao/contracts/health';
import type { HallClock } from '@jiaohao/look/clock';
import consoles from '../../languages/zh.ts';
import { NAMED_MAX, gigabytes, megabytes, seconds } from '../amounts.ts';

type Named = Pick<StationHealth, 'id' | 'windowLabel'>;

const KINDS = {
  kiosk: '取号机',
  window: '窗口终端',
  pad: '平板评价器',
  strip: '条屏控制器',
  board: '大屏',
  windowScreen: '窗口屏',
} satisfies Record<StationKind, string>;

/** A terminal by its id; what stands at a window also by the window. */
const nameOf = ({ id, windowLabel }: Named) => (windowLabel === null ? id : `${windowLabel} 号窗口 ${id}`);
const list = (names: readonly Named[]) =>
  names.length > NAMED_MAX ? `${names.length} 台` : names.map(nameOf).join('、');

/** At a terminal that serves several windows also whose device it is. */
const deviceName = ({ kind, windowId }: DeviceCondition) =>
  windowId === undefined ? consoles.devices[kind] : `${consoles.devices[kind]} ${windowId} `;

/** In the words of the clerk console. */
function deviceState({ state, code }: DeviceCondition): string {
  if (state === 'starting') return '启动中';
  if (state === 'ready' && code === null) return '正常';
  const troubles: Readonly<Record<string, string>> = consoles.deviceTroubles;
  return troubles[code ?? 'deviceFault'] ?? '故障';
}

const CONNECT = '检查电源和数据线，然后拔下设备的电源，10 秒后重新接通；仍不恢复请更换数据线或接口。';

const zh = {
  /** For the `lang` of the page (BCP 47). */
  tag: 'zh-CN',
  title: '运行状况',
  noHall: '未配置的大厅',
  kinds: KINDS,
  /** 11月23日 星期一 */
  date: ({ dateZh }: HallClock) => dateZh,
  /** 11月23日 */
  day: ({ dateZh }: HallClock) => dateZh.split(' ')[0] ?? '',
  updated: (ago: number) => `${ago} 秒前更新`,
  notUpdated: '没有更新',
  asking: '正在读取',
  stale: (time: string) => `服务器没有应答。以下是 ${time} 的情况，可能已变化。`,
  staleTodo: '请看服务器电脑是否开机、网线是否接好；取号和叫号此时也不能进行。',
  strange: '服务器的回答无法理解，请刷新本页；仍不行请查看服务器日志。',

  entry: {
    product: '叫号 · 运行状况',
    title: '请输入运维凭证',
    field: '凭证',
    submit: '查看',
    hint: '用管理员为您签发的运维凭证，或管理员凭证。签发方法见 docs/operations.md。',
    empty: '请输入凭证',
    refused: '这个凭证无效，或不能查看运行状况',
  },

  figures: {
    day: '营业日',
    dayClosed: '未营业',
    terminals: '终端在线',
    displays: '屏幕在线',
    disk: '磁盘剩余',
    diskOf: (total: number) => `/ ${gigabytes(total)} GB`,
    data: (bytes: number) => `数据 ${megabytes(bytes)} MB`,
    unknown: '未知',
    events: (count: number) => `${count} 条记录`,
    lastEvent: '最近写入',
    commit: (ms: number) => `磁盘用时 ${ms.toFixed(1)} 毫秒`,
    server: '服务器',
    runningDays: (count: number) => `已运行 ${count} 天`,
    runningHours: (count: number) => `已运行 ${count} 小时`,
    runningMinutes: (count: number) => `已运行 ${count} 分钟`,
    never: '无',
  },

  needed: '需要处理',
  nothing: '一切正常，没有需要处理的事',
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
    consoles: '工作台',
    consoleAt: (label: string) => `${label} 号窗口`,
    consoleFree: '未签到窗口',
    noConsoles: '没有工作台在线',
    allWell: (count: number) => `${count} 台正常`,
    allAbsent: (count: number) => `${count} 台未连接`,
    of: (connected: number, total: number) => `${connected} / ${total} 在线`,
  },

  device: {
    state: (device: DeviceCondition) => `${deviceName(device)}${deviceState(device)}`,
    lastKnown: '（最后状态）',
    paperLeft: (metres: number) => ` · 余纸约 ${metres} 米`,
  },

  /** By the codes of the drivers. */
  deviceTodo: {
    paperOut: '换上新纸卷，合上上盖。已取的号都有效，可在取号机上再打印。',
    paperNearEnd: '准备一卷新纸，在人少时更换。',
    ratingsUndeliverable:
      '大厅不再接受的评价保存在这台终端数据目录的 ratings-undeliverable.json（多窗口终端按窗口分文件）。请交管理员处理后移走文件并重启终端，见 docs/operations.md。',
    coverOpen: '合上打印机上盖，听到卡扣声。',
    cutterError: '关闭打印机电源，取出卡住的纸，再开机。',
    unrecoverable: '关机再开一次；仍有故障请联系维修。',
    offline: '按打印机面板上的联机键，或关机再开。',
    unsteady: '设备一会儿连上一会儿断开：检查插头是否松动、数据线和电源；换一根数据线或换一个接口。',
    wrongDevice:
      '这个接口上接的不是设置的设备：看线是否插错接口，或设备换过而设置没有改。用 npm run devices -- list 查看。',
    ambiguousDevice: '有几台设备符合设置，系统不会任选一台：在 terminal.json 中写明接口（by-path）或序列号。',
    devicesLost: '几秒内自动恢复；反复出现请查看终端日志。',
    badSetting: '终端日志写明了 terminal.json 中哪一项有误。',
    portUnavailable: CONNECT,
    portLost: CONNECT,
    noReply: CONNECT,
    badReply: '设备有应答，但内容不对：核对 terminal.json 中的型号和波特率（baudRate），再看线是否插错接口。',
  },
  /** Both devices of a kiosk hear something and neither understands it. */
  swappedTodo: '读卡器和打印机都没有正确应答：两根线可能接反了。把两个接口对调，或改 terminal.json；然后检查电源。',
  otherDeviceTodo: '关闭设备电源，10 秒后重新打开；仍有故障请联系维修。',

  troubles: {
    storageFull: '服务器存储已满，不能取号和叫号',
    storageFullTodo:
      '在服务器的数据盘上删除或移走不属于叫号系统的文件（不要动数据文件夹）。腾出空间后系统自动恢复，不用重启。',
    diskLow: (free: number) => `数据盘只剩 ${gigabytes(free)} GB`,
    diskLowTodo: '尽快移走其他文件或换更大的磁盘；数据文件夹不要动。',
    notConfigured: '大厅尚未配置',
    notConfiguredTodo: '由管理员导入大厅配置。',
    clockBehind: (ms: number) => `服务器时钟比最后一条记录慢 ${seconds(ms)} 秒`,
    clockBehindTodo: '校准服务器电脑的时间，并打开自动对时。校准前，到点的事（开门、关门、评价超时）都不会发生。',
    missing: (kind: StationKind, names: readonly Named[]) => `${KINDS[kind]}未连接：${list(names)}`,
    missingTodo: {
      kiosk: '看取号机是否开机、网线是否接好；屏幕亮着但没有连接时，重启取号机。此前请引导到其他取号机。',
      board: '看大屏是否开机、显示什么：黑屏查电源和信号线，“连接中断”查网线，都正常就重启播放盒。',
      window: '看窗口电脑是否开机、网线是否接好，终端程序是否在运行。不影响叫号，只影响评价。',
      pad: '看平板是否开机、有电、连着大厅的网络；都正常就刷新它的页面。不影响叫号，只影响评价。',
      strip: '看控制条屏的电脑是否开机、网线和串口线是否接好。大屏照常显示叫号。',
      windowScreen: '看窗口屏是否开机、网线是否接好；都正常就重启。大屏照常显示叫号。',
    } satisfies Record<StationKind, string>,
    clock: (name: Named, ms: number) => `${nameOf(name)} 的时钟${ms > 0 ? '快' : '慢'} ${seconds(ms)} 秒`,
    clockTodo: '在那台电脑上打开自动对时（与服务器同一时间源），并检查时区。号码和叫号不受影响。',
    device: (name: Named, device: DeviceCondition) => `${nameOf(name)} 的${deviceName(device)}：${deviceState(device)}`,
    otherBuild: (names: readonly Named[]) => `版本与服务器不同：${list(names)}`,
    otherBuildTodo: '屏幕页面几分钟内会自己更新，不更新就刷新页面；终端按 docs/install.md 更新。',
    strangers: (names: readonly Named[]) => `已连接但配置中没有：${list(names)}`,
    strangersTodo: '换下的设备请关机；应该使用的设备请管理员加入配置。',
    settling: '服务器刚刚启动，终端和屏幕正在重新连接',
    settlingTodo: '请稍等：半分钟后仍未连接的会列在这里。',
  },
};

export default zh;
export type HealthLanguage = typeof zh;
