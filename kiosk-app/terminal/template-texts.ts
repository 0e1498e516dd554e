// What is said of a ticket's template that cannot be used: to the administrator, Chinese first, English second.

export interface Words {
  readonly zh: string;
  readonly en: string;
}

export const TEMPLATE_TEXTS = {
  unknownField: (name: string, known: readonly string[]): Words => ({
    zh: `没有名为 {${name}} 的字段；可用：${known.join('、')}`,
    en: `there is no field {${name}}; known are ${known.join(', ')}`,
  }),
  numberTooWide: (dots: number, paperDots: number): Words => ({
    zh: `最长的票号在此字号下宽 ${dots} 点，纸宽只有 ${paperDots} 点；请减小 width 或用 fit`,
    en: `the longest ticket number is ${dots} dots wide at this size, the paper ${paperDots}; use a smaller width, or fit`,
  }),
  tooManyLines: (lines: number, paperDots: number): Words => ({
    zh: `在 ${paperDots} 点宽的纸上会超过 ${lines} 行；请减小字号或缩短文字`,
    en: `needs more than ${lines} lines on paper of ${paperDots} dots; use a smaller size or a shorter text`,
  }),
  symbolTooWide: (dots: number, paperDots: number): Words => ({
    zh: `码宽 ${dots} 点，纸宽只有 ${paperDots} 点；请减小 moduleDots 或缩短内容`,
    en: `the symbol is ${dots} dots wide, the paper ${paperDots}; use smaller moduleDots or shorter data`,
  }),
  qrTooLong: {
    zh: '二维码内容超过 213 字节，印在号票上难以识读',
    en: 'more than 213 bytes: too dense to be read from a ticket',
  },
  barcodeAscii: {
    zh: '条码只能是 1 至 40 个英文字母、数字或符号',
    en: 'a bar code holds 1 to 40 ASCII letters, digits or signs',
  },
  kioskOnly: { zh: '只有取号机（kiosk）打印号票', en: 'only a kiosk prints tickets' },
  fitAndSize: { zh: 'fit 不能与 width、height 同用', en: 'fit goes without width and height' },
} as const;
