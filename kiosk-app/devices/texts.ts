// Every word that the devices process itself writes, for the self-test: Chinese first, English second.

export const FACT_WORDS = {
  samId: { zh: '安全模块号', en: 'Security module' },
  printed: { zh: '本卷已用', en: 'Used of this roll' },
  paperLeft: { zh: '估计剩余', en: 'Left, estimated' },
  lastHeard: { zh: '最近一次按键', en: 'Last key' },
} as const;

export const FACT_VALUES = {
  never: '尚未收到 none yet',
  ago: (seconds: number): string => `${seconds} 秒前 s ago`,
  metres: (mm: number): string => `${(mm / 1000).toFixed(1)} m`,
} as const;

export const REFUSED_SETTING = (reason: string): { zh: string; en: string } => ({
  zh: `配置有误：${reason}`,
  en: `the configuration is not right: ${reason}`,
});
