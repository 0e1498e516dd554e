// Every sentence of the device tools, for installers: Chinese first, English second. Each says what to look at next.
import type { DeviceErrorCode } from '../device-error.ts';
import type { UnreadableReason } from '../document-scanner/contract.ts';
import { PRINTER_FAULT_WORDS, type Words } from '../ticket-printer/texts.ts';
import type { PrintReport } from './print-text.ts';
import type { PortHolder } from './port-holder.ts';
import { otherAddressWords } from './strip-address-words.ts';
import type { Answer, Answering } from './what-answers.ts';

export const TOOL_WORDS = {
  noConnection: {
    zh: '连接不上：检查地址、端口号、网线、设备电源，以及是否已有别的程序连着（多数设备一次只接一个连接）',
    en: 'no connection: address, port number, cable, power, and whether another program is connected (most devices take one)',
  },
  noSuchPort: {
    zh: '没有这个端口：线没插、设备没通电、驱动没装，或端口名变了。用 npm run devices -- list 看现有端口',
    en: 'there is no such port: not plugged in, no power, no driver, or another name now. See: npm run devices -- list',
  },
  permissionDenied: {
    zh: '没有权限：把当前用户加入 dialout 组（sudo usermod -aG dialout 用户名；USB 打印机为 lp 组），然后重新登录',
    en: 'permission denied: put this user into the group dialout (sudo usermod -aG dialout USER; lp for USB printers) and sign in again',
  },
  notSerial: {
    zh: '这不是串口：检查路径是否写错',
    en: 'this is no serial port: is the path right?',
  },
  portBusy: {
    zh: '端口被占用：关掉正在用它的程序（叫号终端、厂家工具）再试',
    en: 'the port is busy: end the program that has it (a terminal of the hall, the maker’s tool) and try again',
  },
  heldBy: (holders: readonly PortHolder[]): Words => ({
    zh: `端口被占用：${holders.map(({ pid, program }) => `进程 ${pid}（${program}）`).join('、')}正在使用，先关掉`,
    en: `the port is busy: ${holders.map(({ pid, program }) => `process ${pid} (${program})`).join(', ')} has it; end that first`,
  }),
  inputDevice: (name: string): Words => ({
    zh: `这是输入设备“${name}”（鼠标、键盘之类），不是所填的设备`,
    en: `this is the input device "${name}" (a mouse, a keyboard or alike), not the device that was named`,
  }),
  portLost: {
    zh: '线路断开：线被拔出或设备断电',
    en: 'the line is gone: unplugged, or the device lost power',
  },
  samFault: {
    zh: '阅读器的安全模块（SAM）自检失败或未授权：重新上电；仍然如此则送修',
    en: 'the security module (SAM) of the reader failed or is not authorised: switch off and on; if it stays, service',
  },
  damagedRequests: {
    zh: '阅读器收到的指令有损：检查线缆、接头、屏蔽、波特率',
    en: 'the reader gets damaged questions: cable, plugs, shielding, baud rate',
  },
  refused: {
    zh: '设备拒绝指令：型号或固件不同',
    en: 'the device refuses the command: another model or firmware',
  },
  noCard: (seconds: number): Words => ({
    zh: `${seconds} 秒内没有读到卡：把卡放在感应区；若卡一直放着，请拿起再放下`,
    en: `no card within ${seconds} s: lay it on the field; a card that lay there already must be lifted and laid again`,
  }),
  layAgain: {
    zh: '读卡失败：拿起卡片重新放好（平放、不要移动、勿叠放其他卡）',
    en: 'the card could not be read: lift it and lay it flat again, alone, and do not move it',
  },
  unsupportedCard: {
    zh: '阅读器读到的卡不是身份证类证件，或类型不认识',
    en: 'the reader does not know this kind of card',
  },
  fileUnusable: (code: string): Words => ({ zh: `文件不能用：${code}`, en: `the file cannot be used: ${code}` }),
  readerReady: { zh: '阅读器正常，安全模块有应答', en: 'the reader works, its security module answers' },
  printerReady: { zh: '打印机正常：有纸，机盖合上，无错误', en: 'the printer works: paper in, cover closed, no error' },
  stripReady: { zh: '条屏控制卡有应答', en: 'the card of the strip answers' },
  neverAnswers: {
    zh: '端口已打开；这种条屏从不应答，用 strip 命令发一行字看屏',
    en: 'the line is open; such a strip never answers: send it a text (strip) and look',
  },
  noKey: (seconds: number): Words => ({
    zh: `端口已打开，${seconds} 秒内没有按键。485 总线无法主动询问：请在等待时按一下评价器或呼叫器`,
    en: `the line is open, no key within ${seconds} s. Pads cannot be asked: press a key while this waits`,
  }),
  padKey: (address: number, hex: string): Words => ({
    zh: `地址 ${address}：按键 ${hex}`,
    en: `address ${address}: key ${hex}`,
  }),
  padRated: (address: number, value: number): Words => ({
    zh: `地址 ${address}：评价键值 ${value}`,
    en: `address ${address}: evaluation key ${value}`,
  }),
  noPad: (seconds: number): Words => ({
    zh: `地址已打开，${seconds} 秒内没有评价器连接。评价器里要填本机的地址和端口`,
    en: `the address is open, no pad dialled within ${seconds} s. The pad needs this computer's address and port`,
  }),
  padLoggedIn: (windowNumber: string, userCode: string): Words => ({
    zh: `登录：窗口号 ${windowNumber}，工号 ${userCode}`,
    en: `logs in as window ${windowNumber}, user ${userCode}`,
  }),
  padAnswers: (values: string): Words => ({ zh: `评价结果：${values}`, en: `answers: ${values}` }),
  padSays: (method: string): Words => ({ zh: `收到：${method}`, en: `says: ${method}` }),
  noTyping: (seconds: number): Words => ({
    zh: `设备已打开，${seconds} 秒内没有按键`,
    en: `the device is open, no key within ${seconds} s`,
  }),
  padTypes: (keys: string, gapMs: number): Words => ({
    zh: `按键：${keys}（键间隔最长 ${gapMs} 毫秒）`,
    en: `types: ${keys} (at most ${gapMs} ms between keys)`,
  }),
  stripShows: { zh: '条屏已接收：', en: 'the strip took: ' },
  stripTold: { zh: '已发送（这种条屏从不应答，请看屏）：', en: 'sent (such a strip never answers, look at it): ' },
  stripReplaced: (characters: string): Words => ({
    zh: `条屏字库没有、已被替换的字符：${characters}`,
    en: `replaced, the strip cannot show: ${characters}`,
  }),
  stripKeepsFirst: (pages: number): Words => ({
    zh: `共 ${pages} 页，本命令结束后停在第 1 页；终端运行时自动翻页`,
    en: `${pages} pages, the first stays when this command ends; a terminal turns them`,
  }),
  noPorts: {
    zh: '没有串口，也没有 USB 打印机。网络设备不在此列：用 --port tcp://主机:端口 指定',
    en: 'no serial ports and no USB printers. Network devices are not listed: name them by --port tcp://host:port',
  },
  usage: {
    zh: `用法：npm run devices -- 命令 [--json]
  list [--probe] [--port 端口]...                                  列出端口；--probe 看谁在应答
  read-card --port 端口 [--model textTriggered] [--baud N] [--reveal] [--timeout 秒]       读一张卡（默认打码）
  print --port 端口 --columns N --text 文件 [--options JSON]       打印文本文件
  strip --udp 主机:端口 | --tcp 主机:端口 | --port 端口 --text 文字  条屏显示
  status --port 端口 --model sdt|escpos|onbon|bus485|plainText|android|keyboard|scanner [--watch] [--options JSON]  当前状态
  support-bundle --out 文件 [--probe]                              保存诊断信息（不含个人信息）`,
    en: `Usage: npm run devices -- COMMAND [--json]
  list [--probe] [--port PORT]...                                 ports, and what answers
  read-card --port PORT [--model textTriggered] [--baud N] [--reveal] [--timeout S]       one card, masked without --reveal
  print --port PORT --columns N --text FILE [--options JSON]      a text file onto paper
  strip --udp HOST:PORT | --tcp HOST:PORT | --port PORT --text TEXT
  status --port PORT --model sdt|escpos|onbon|bus485|plainText|android|keyboard|scanner [--watch] [--options JSON]
  support-bundle --out FILE [--probe]                             no personal data in it`,
  },
  starting: { zh: '正在启动', en: 'starting' },
  layNow: { zh: '请放卡……', en: 'lay a card ...' },
  otherCause: (cause: string): Words => ({ zh: `打不开：${cause}`, en: `it does not open: ${cause}` }),
} as const;

export function closedPortWords(spec: string, { zh, en }: Words): Words {
  return { zh: `${spec}：${zh}`, en: `${spec}: ${en}` };
}

export const DEVICE_WORDS: Readonly<Record<Answering, Words>> = {
  idCardReader: { zh: '身份证阅读器（SDT）', en: 'an ID-card reader (SDT)' },
  ticketPrinter: { zh: '小票打印机（ESC/POS）', en: 'a ticket printer (ESC/POS)' },
  pads: { zh: '485 总线上的评价器或呼叫器', en: 'pads on the 485 bus' },
  ledStrip: { zh: '条屏（仰邦字库卡）', en: 'an LED strip (Onbon font card)' },
};

/** The device that was meant is there. */
export function answersWords(device: Answering, afterMs: number): Words {
  const { zh, en } = DEVICE_WORDS[device];
  return { zh: `${zh}在此，${afterMs} 毫秒后应答`, en: `${en} is here and answered after ${afterMs} ms` };
}

/** Of a device that runs and has nothing to say. Pads and strips of some kinds are never heard unasked. */
export const READY_WORDS = {
  idCardReader: TOOL_WORDS.readerReady,
  ticketPrinter: TOOL_WORDS.printerReady,
  evaluationPad: { zh: '端口已打开', en: 'the line is open' },
  callPad: { zh: '端口已打开', en: 'the line is open' },
  ledStrip: TOOL_WORDS.stripReady,
  documentScanner: { zh: '端口已打开，等待扫码', en: 'the line is open, waiting for a scan' },
} as const satisfies Record<string, Words>;

/** Of any device without words of its own. */
export const FAULT_WORDS: Readonly<Record<DeviceErrorCode, Words>> = {
  ...PRINTER_FAULT_WORDS,
  noReply: {
    zh: '设备没有应答：检查电源、波特率、收发线',
    en: 'no answer: power, baud rate, crossed wires',
  },
  badReply: {
    zh: '线上有数据，但不是本设备的应答：检查波特率、是否接错设备、线缆与屏蔽',
    en: 'bytes come that are no answer of this device: baud rate, another device on this port, cable and shielding',
  },
  deviceBusy: { zh: '设备正忙', en: 'the device is busy' },
  deviceRefused: TOOL_WORDS.refused,
  deviceFault: TOOL_WORDS.samFault,
  offline: { zh: '设备脱机', en: 'the device is offline' },
};

export const SCANNER_WORDS = {
  nothing: (seconds: number): Words => ({
    zh: `端口已打开，${seconds} 秒内没有扫描。扫描器无法主动询问：请在等待时扫一个条码或护照`,
    en: `the line is open, nothing scanned within ${seconds} s. Scanners cannot be asked: scan a code or a passport while this waits`,
  }),
  code: (length: number): Words => ({ zh: `扫到条码：${length} 个字符`, en: `a code of ${length} characters` }),
  document: (masked: string): Words => ({ zh: `扫到证件：${masked}`, en: `a paper: ${masked}` }),
  unreadable: (reason: UnreadableReason): Words => UNREADABLE_WORDS[reason],
};

const UNREADABLE_WORDS: Readonly<Record<UnreadableReason, Words>> = {
  checkDigit: { zh: '机读区校验位不符：再扫一次', en: 'a check digit of the zone does not agree: scan again' },
  incomplete: { zh: '机读区不完整：扫描器要设成整段发送', en: 'the zone breaks off: set the scanner to send it whole' },
  prefix: {
    zh: '缺少所设前缀：扫描器被复位，或不是这一台',
    en: 'the prefix is missing: another scanner, or one that was reset',
  },
  tooLong: { zh: '内容太长：不是扫描器，或缺少结束符', en: 'too long: no scanner, or no end is set' },
  noText: {
    zh: '收到的不是文字：波特率不对，或接的是别的设备',
    en: 'this is no text: wrong baud rate, or another device',
  },
};

/** Nobody says that a datagram came nowhere, and a connection may end in a serial server with nothing behind it. */
const NETWORK_SILENCE = {
  ledStrip: {
    zh: '没有任何应答：检查屏的 IP 地址和端口号、是否与本机同一网段、屏号（screenAddress）、电源和网线；若经串口服务器，再查它那边的波特率和接线',
    en: 'nothing answers: IP address and port of the strip, the same subnet as this computer, its screen address (screenAddress), power, network cable; behind a serial server also its speed and wiring',
  },
  other: {
    zh: '没有任何应答：检查 IP 地址和端口号、是否与本机同一网段、设备电源和网线；若经串口服务器，再查它那边的波特率和接线',
    en: 'nothing answers: IP address and port, the same subnet as this computer, power, network cable; behind a serial server also its speed and wiring',
  },
} as const;

/** What answers where `expected` should; `expected` null: what answers. */
export function answerWords(answer: Answer, expected: Answering | null, line: 'serial' | 'network' = 'serial'): Words {
  const other = expected === null ? null : DEVICE_WORDS[expected];
  switch (answer.type) {
    case 'device': {
      const { zh, en } = DEVICE_WORDS[answer.device];
      if (other === null) return { zh, en };
      if (answer.device === expected) {
        return {
          zh: `${zh}在此，但应答时有时无：检查接头、线长、屏蔽`,
          en: `${en} is here but answers now and then only: plugs, length and shielding of the cable`,
        };
      }
      return {
        zh: `这里接的是${zh}，不是${other.zh}：端口接错或填错`,
        en: `this is ${en}, not ${other.en}: the cable or the configured port is swapped`,
      };
    }
    case 'otherAddress':
      return otherAddressWords(answer.asked, answer.says);
    case 'strange':
      return {
        zh: `有应答但看不懂（${answer.byteCount} 字节）：波特率不对，或接的是别的设备`,
        en: `it answers in nothing that we know (${answer.byteCount} bytes): wrong baud rate, or another device`,
      };
    case 'echo':
      return {
        zh: '发出的内容原样回来：转换器开了本地回显，或收发线短接',
        en: 'what is said comes back: local echo of the converter is on, or both wires are joined',
      };
    case 'silence':
      if (line === 'network') return expected === 'ledStrip' ? NETWORK_SILENCE.ledStrip : NETWORK_SILENCE.other;
      return {
        zh: '没有任何应答：检查设备电源、线缆、收发线是否交叉、波特率',
        en: 'nothing answers: power of the device, cable, crossed wires, baud rate',
      };
    case 'lost':
      return TOOL_WORDS.portLost;
  }
}

export function wrongBaudWords(device: Answering, expected: Answering, given: number, right: number): Words {
  const { zh, en } = DEVICE_WORDS[device];
  if (device === expected) {
    return {
      zh: `波特率不对：${given} 无应答，${right} 有应答。请设 --baud ${right}（配置中 baudRate: ${right}）`,
      en: `wrong baud rate: silent at ${given}, answers at ${right}. Use --baud ${right} (baudRate: ${right} in the configuration)`,
    };
  }
  return {
    zh: `这里接的是${zh}（波特率 ${right}），不是${DEVICE_WORDS[expected].zh}`,
    en: `this is ${en} (at ${right}), not ${DEVICE_WORDS[expected].en}`,
  };
}

export const CARD_LABELS = {
  kind: '证件',
  name: '姓名',
  sex: '性别',
  nation: '民族',
  nationality: '国籍',
  birth: '出生',
  address: '住址',
  newAddress: '新住址',
  idNumber: '号码',
  issuer: '签发机关',
  validFrom: '有效期自',
  validTo: '有效期至',
  englishName: '英文姓名',
  passNumber: '通行证号码',
  issueCount: '签发次数',
  samId: '安全模块号',
} as const;

export const PRINT_STATE_WORDS: Readonly<Record<PrintReport['state'], Words>> = {
  confirmed: { zh: '打印机确认已打印', en: 'confirmed: the printer said so' },
  assumed: { zh: '已发送，打印机不确认；没有异常', en: 'assumed: sent, this printer confirms nothing' },
  'failed-before-print': { zh: '未打印：纸上没有任何内容', en: 'failed before print: nothing is on the paper' },
  unknown: { zh: '不确定：可能已打印，请看出纸口', en: 'unknown: it may be on the paper, look' },
};
