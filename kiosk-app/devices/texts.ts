// Every word that the devices process itself writes, for the self-test: Chinese first, English second.
import type { CallPadAction, Rating } from '@jiaohao/drivers';

/** As on the pads themselves (国办发〔2019〕51号). */
const RATINGS: Readonly<Record<Rating, string>> = {
  5: '非常满意',
  4: '满意',
  3: '基本满意',
  2: '不满意',
  1: '非常不满意',
};

/** What a key of a call pad means here, in docs/protocols/call-pad.md's words. */
const ACTIONS: Readonly<Record<CallPadAction, string>> = {
  next: '顺呼 next',
  recall: '重呼 recall',
  start: '开始 start',
  finish: '完成 finish',
  missed: '过号 missed',
  giveUp: '弃号 give up',
  hold: '挂起 hold',
  resume: '回呼 resume',
  transfer: '转移 transfer',
  pause: '暂停 pause',
  evaluate: '评价 evaluate',
  none: '无含义 no meaning',
};

export const FACT_WORDS = {
  samId: { zh: '安全模块号', en: 'Security module' },
  printed: { zh: '本卷已用', en: 'Used of this roll' },
  paperLeft: { zh: '估计剩余', en: 'Left, estimated' },
  lastKey: { zh: '最近一次按键', en: 'Last key' },
  lastScan: { zh: '最近一次扫描', en: 'Last scan' },
} as const;

export const FACT_VALUES = {
  never: '尚未收到 none yet',
  ago: (seconds: number): string => `${seconds} 秒前 ${seconds} s ago`,
  rated: (rating: Rating): string => `${RATINGS[rating]} ${rating}`,
  key: (action: CallPadAction, key: string): string => `${ACTIONS[action]} (${key})`,
  metres: (mm: number): string => `${(mm / 1000).toFixed(1)} m`,
} as const;

export const REFUSED_SETTING = (reason: string): { zh: string; en: string } => ({
  zh: `配置有误：${reason}`,
  en: `the configuration is not right: ${reason}`,
});
