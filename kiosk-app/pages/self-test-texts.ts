// Every word of the staff's pages, in both languages at once: staff choose no language.
import type { MaskedCard, PinTrouble, SelfTestDevice, SelfTestWork } from '../wire/self-test.ts';

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
  readCard: { zh: '读卡', en: 'Read a card' },
  printTestPage: { zh: '打印测试页', en: 'Print a test page' },
  checkLines: { zh: '检查线路', en: 'Check the lines' },
  saveBundle: { zh: '诊断文件', en: 'Support file' },
  close: { zh: '关闭', en: 'Close' },
  layNow: { zh: '请放卡；已放着的请拿起再放', en: 'Lay a card; lift and lay again one that lies there' },
  printing: { zh: '正在打印', en: 'Printing' },
  checking: { zh: '正在检查线路，约需几秒', en: 'Checking the lines, some seconds' },
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

const cardText = ({ name, idNumber, steps }: MaskedCard): Pair => ({
  zh: `读卡成功：${name} ${idNumber}`,
  en: `Card read: ${stepsText(steps)}`,
});

export interface Result extends Pair {
  readonly tone: 'good' | 'busy' | 'bad';
}

const CARD_TROUBLES = {
  layAgain: { zh: '读卡失败：拿起卡片重新放好', en: 'Not read: lift the card and lay it again' },
  unsupportedCard: { zh: '这种卡读不了', en: 'The reader does not know this kind of card' },
  scanAgain: { zh: '没有读出：请重新扫描', en: 'Not read: scan it again' },
  noDocument: { zh: '扫到了码，但不是证件', en: 'A code was scanned, but no document' },
  noCard: { zh: '30 秒内没有读到卡', en: 'No card within 30 s' },
} as const;

/** What the buttons have come to, in the order of the buttons. */
export function resultsOf({ card, print, isCheckingLines, bundle }: SelfTestWork): Result[] {
  return [cardResult(card), printResult(print), linesResult(isCheckingLines), bundleResult(bundle)].filter(
    (result) => result !== null,
  );
}

function cardResult(card: SelfTestWork['card']): Result | null {
  switch (card.state) {
    case 'idle':
      return null;
    case 'waiting':
      return { tone: 'busy', ...SELF_TEST_TEXTS.layNow };
    case 'read':
      return { tone: 'good', ...cardText(card.card) };
    case 'trouble':
      return { tone: 'bad', ...CARD_TROUBLES[card.trouble] };
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

function linesResult(isChecking: boolean): Result | null {
  return isChecking ? { tone: 'busy', ...SELF_TEST_TEXTS.checking } : null;
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
      return { zh: '本机未设置密码', en: 'No PIN is set up on this machine' };
  }
}
