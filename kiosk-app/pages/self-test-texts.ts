// Every word of the staff's pages, in both languages at once: staff choose no language.
import type { PinTrouble, SelfTestDevice, SelfTestWork } from '../wire/self-test.ts';

export interface Pair {
  readonly zh: string;
  readonly en: string;
}

export const SELF_TEST_TEXTS = {
  title: { zh: '设备自检', en: 'Device self-test' },
  closedToPublic: {
    zh: '自检期间本机不取号，90 秒无操作自动关闭',
    en: 'No tickets meanwhile; closes after 90 s untouched',
  },
  loading: { zh: '正在查看设备……', en: 'Looking at the devices ...' },
  noDevices: { zh: '没有配置设备', en: 'No devices are configured' },
  model: { zh: '型号', en: 'Model' },
  port: { zh: '端口', en: 'Port' },
  identity: { zh: '端口标识', en: 'Told by' },
  times: { zh: '用时', en: 'Times' },
  line: { zh: '线路', en: 'Line' },
  printTestPage: { zh: '打印测试页', en: 'Print a test page' },
  checkLines: { zh: '检查线路', en: 'Check the lines' },
  saveBundle: { zh: '诊断文件', en: 'Support file' },
  close: { zh: '关闭', en: 'Close' },
  callPadsSent: {
    zh: '已发送：呼叫器应显示号码 012，并响一声',
    en: 'Sent: each call pad shows the number 012 and beeps',
  },
  stripsSent: { zh: '已发送：条屏应显示“设备自检”和自己的窗口', en: 'Sent: each strip shows 设备自检 and its window' },
  printing: { zh: '正在打印', en: 'Printing' },
  checking: { zh: '正在检查线路，约需几秒', en: 'Checking the lines, some seconds' },
  pressKeys: { zh: '请同时按一下评价器、呼叫器', en: 'press a key of each pad meanwhile' },
  tryEvaluationPads: { zh: '试评价器', en: 'Try the evaluation pads' },
  tryCallPads: { zh: '试呼叫器', en: 'Try the call pads' },
  tryStrips: { zh: '试条屏', en: 'Try the strips' },
  saving: { zh: '正在保存', en: 'Saving' },
  pinTitle: { zh: '工作人员：输入密码，打开设备自检', en: 'Staff: PIN for the self-test' },
  pinGiven: (digits: number): Pair => ({ zh: `已输入 ${digits} 位`, en: `${digits} digits` }),
  pinChecking: { zh: '正在核对', en: 'Checking' },
  erase: { zh: '清除', en: 'Clear' },
  enter: { zh: '确定', en: 'OK' },
  back: { zh: '返回', en: 'Back' },
} as const;

export const KIND_TEXTS: Readonly<Record<SelfTestDevice['kind'], Pair>> = {
  idCardReader: { zh: '身份证阅读器', en: 'ID-card reader' },
  documentScanner: { zh: '证件扫描器', en: 'Document scanner' },
  ticketPrinter: { zh: '打印机', en: 'Ticket printer' },
  evaluationPad: { zh: '评价器', en: 'Evaluation pad' },
  callPad: { zh: '呼叫器', en: 'Call pad' },
  ledStrip: { zh: '条屏', en: 'LED strip' },
};

const PRINT_TEXTS: Readonly<Record<Extract<SelfTestWork['print'], { state: 'over' }>['outcome'], Pair>> = {
  confirmed: { zh: '打印机确认已打印', en: 'Confirmed: the printer said so' },
  assumed: { zh: '已发送，打印机不确认；没有异常', en: 'Assumed: sent, this printer confirms nothing' },
  failedBeforePrint: { zh: '未打印：纸上没有任何内容', en: 'Failed before print: nothing is on the paper' },
  unknown: { zh: '不确定：可能已打印，请看出纸口', en: 'Unknown: it may be on the paper, look' },
};

export function stepsText(steps: readonly { readonly step: string; readonly ms: number }[]): string {
  return steps.map(({ step, ms }) => `${step} ${ms} ms`).join(' · ');
}

/** What a terminal reads people's papers with, which the words of reading are about. */
export type Reads = 'cards' | 'papers' | 'both';

/** Null where nothing reads. */
export function readsOf(devices: readonly Pick<SelfTestDevice, 'kind'>[]): Reads | null {
  const has = (kind: SelfTestDevice['kind']): boolean => devices.some((device) => device.kind === kind);
  if (has('idCardReader')) return has('documentScanner') ? 'both' : 'cards';
  return has('documentScanner') ? 'papers' : null;
}

interface ReadWords {
  readonly button: Pair;
  readonly now: Pair;
  readonly done: Pair;
  readonly none: Pair;
}

export const READ_TEXTS: Readonly<Record<Reads, ReadWords>> = {
  cards: {
    button: { zh: '读卡', en: 'Read a card' },
    now: { zh: '请放卡；已放着的请拿起再放', en: 'Lay a card; lift and lay again one that lies there' },
    done: { zh: '读卡成功', en: 'Card read' },
    none: { zh: '30 秒内没有读到卡', en: 'No card within 30 s' },
  },
  papers: {
    button: { zh: '扫证件', en: 'Scan a paper' },
    now: { zh: '请扫描护照或其他证件', en: 'Scan a passport or another paper' },
    done: { zh: '扫描成功', en: 'Paper read' },
    none: { zh: '30 秒内没有扫到证件', en: 'No paper within 30 s' },
  },
  both: {
    button: { zh: '读证件', en: 'Card or paper' },
    now: { zh: '请放卡（已放着的拿起再放），或扫描护照', en: 'Lay a card anew, or scan a passport' },
    done: { zh: '读取成功', en: 'Read' },
    none: { zh: '30 秒内没有读到卡，也没有扫到证件', en: 'No card and no paper within 30 s' },
  },
};

export interface Result extends Pair {
  readonly tone: 'good' | 'busy' | 'bad';
}

const CARD_TROUBLES = {
  layAgain: { zh: '读卡失败：拿起卡片重新放好', en: 'Not read: lift the card and lay it again' },
  unsupportedCard: { zh: '这种卡读不了', en: 'The reader does not know this kind of card' },
  scanAgain: { zh: '没有读出：请重新扫描', en: 'Not read: scan it again' },
  noDocument: { zh: '扫到了码，但不是证件', en: 'A code was scanned, but no document' },
} as const;

/** What the buttons have come to, in the order of the buttons. `devices`: of the terminal that is tested. */
export function resultsOf(work: SelfTestWork, devices: readonly Pick<SelfTestDevice, 'kind'>[]): Result[] {
  const { card, print, evaluationPads, callPads, strips, isCheckingLines, bundle } = work;
  const hasPads = devices.some(({ kind }) => kind === 'evaluationPad' || kind === 'callPad');
  return [
    cardResult(card, READ_TEXTS[readsOf(devices) ?? 'cards']),
    printResult(print),
    padsResult(evaluationPads),
    callPads === 'sent' ? { tone: 'good' as const, ...SELF_TEST_TEXTS.callPadsSent } : null,
    strips === 'sent' ? { tone: 'good' as const, ...SELF_TEST_TEXTS.stripsSent } : null,
    linesResult(isCheckingLines, hasPads),
    bundleResult(bundle),
  ].filter((result) => result !== null);
}

function cardResult(card: SelfTestWork['card'], words: ReadWords): Result | null {
  switch (card.state) {
    case 'idle':
      return null;
    case 'waiting':
      return { tone: 'busy', ...words.now };
    case 'read': {
      const { name, idNumber, steps } = card.card;
      const times = steps.length === 0 ? '' : `: ${stepsText(steps)}`;
      return { tone: 'good', zh: `${words.done.zh}：${name} ${idNumber}`, en: `${words.done.en}${times}` };
    }
    case 'trouble':
      return { tone: 'bad', ...(card.trouble === 'noCard' ? words.none : CARD_TROUBLES[card.trouble]) };
  }
}

function padsResult(pads: SelfTestWork['evaluationPads']): Result | null {
  switch (pads.state) {
    case 'idle':
      return null;
    case 'asking':
      return {
        tone: 'busy',
        zh: `请到每个评价器按一个键：已收到 ${pads.rated}/${pads.of}，一分钟内有效`,
        en: `Press a key of each evaluation pad: ${pads.rated} of ${pads.of}, within a minute`,
      };
    case 'over':
      return {
        tone: pads.rated === pads.of ? 'good' : 'bad',
        zh: `评价器：${pads.of} 个中收到 ${pads.rated} 个`,
        en: `Evaluation pads: ${pads.rated} of ${pads.of} answered`,
      };
  }
}

function printResult(print: SelfTestWork['print']): Result | null {
  switch (print.state) {
    case 'idle':
      return null;
    case 'printing':
      return { tone: 'busy', ...SELF_TEST_TEXTS.printing };
    case 'over': {
      const { zh, en } = PRINT_TEXTS[print.outcome];
      const because = print.code === null ? '' : ` (${print.code})`;
      const isGood = print.outcome === 'confirmed' || print.outcome === 'assumed';
      return { tone: isGood ? 'good' : 'bad', zh: `测试页：${zh}`, en: `${en}${because}, ${print.ms} ms` };
    }
  }
}

function linesResult(isChecking: boolean, hasPads: boolean): Result | null {
  const { checking, pressKeys } = SELF_TEST_TEXTS;
  if (!isChecking) return null;
  return hasPads
    ? { tone: 'busy', zh: `${checking.zh}；${pressKeys.zh}`, en: `${checking.en}; ${pressKeys.en}` }
    : { tone: 'busy', ...checking };
}

function bundleResult(bundle: SelfTestWork['bundle']): Result | null {
  switch (bundle.state) {
    case 'idle':
      return null;
    case 'saving':
      return { tone: 'busy', ...SELF_TEST_TEXTS.saving };
    case 'saved':
      return { tone: 'good', zh: '已保存，不含个人信息', en: bundle.file };
    case 'failed':
      return { tone: 'bad', zh: '诊断文件没有保存', en: `Not saved (${bundle.code})` };
  }
}

export function pinTroubleText(trouble: PinTrouble): Pair {
  switch (trouble.type) {
    case 'wrongPin':
      return { zh: '密码不正确', en: 'Wrong PIN' };
    case 'blocked': {
      const seconds = Math.ceil(trouble.forMs / 1000);
      return { zh: `请 ${seconds} 秒后再试`, en: `Try again in ${seconds} s` };
    }
    case 'noPin':
      return {
        zh: '本机未设置密码（terminal.json：shell.leavePin）',
        en: 'No PIN on this machine (terminal.json: shell.leavePin)',
      };
  }
}
