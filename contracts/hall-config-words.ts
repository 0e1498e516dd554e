// What is wrong with a hall whose single fields are right, in both languages.
import { inBoth } from './field-words.ts';

export const CONFIG_WORDS = {
  repeated: (place: string, value: string) =>
    inBoth({ zh: `不能重复：${place} 已是“${value}”`, en: `must be unique: ${place} already has "${value}"` }),
  notThere: (list: string, value: string) =>
    inBoth({ zh: `${list} 中没有“${value}”`, en: `must name one of the ${list}; there is no "${value}"` }),
  uncalled: (queueId: string) =>
    inBoth({
      zh: `至少要有一个窗口呼叫该队列；没有窗口的 queueIds 含“${queueId}”`,
      en: `must be called from at least one window; none has "${queueId}" among its queueIds`,
    }),
  namedTwice: (queueId: string) =>
    inBoth({ zh: `只能写一次；“${queueId}”已写过`, en: `must be named once; "${queueId}" is there already` }),
  secondWindowTerminal: (windowId: string) =>
    inBoth({
      zh: `一个窗口只能有一台窗口终端；“${windowId}”已有`,
      en: `must be the only window terminal there; "${windowId}" has one already`,
    }),
  secondTablet: (windowId: string) =>
    inBoth({
      zh: `一个窗口只能有一台平板评价器；“${windowId}”已有`,
      en: `must be the only tablet pad there; "${windowId}" has one already`,
    }),
  closesTooEarly: (opens: string) =>
    inBoth({ zh: `必须晚于 opens（${opens}）`, en: `must be later than opens (${opens})` }),
  overlaps: (closes: string) =>
    inBoth({
      zh: `不能早于前一时段结束（${closes}）`,
      en: `must not be earlier than the span before closes (${closes})`,
    }),
  timeZone: () =>
    inBoth({ zh: '必须是 IANA 时区名，例如 Asia/Shanghai', en: 'must be an IANA time zone such as Asia/Shanghai' }),
  forgottenTooSoon: (supplementMs: number, personKeptMs: number) =>
    inBoth({
      zh: `必须大于 evaluationSupplementMs（${supplementMs}）；现为 ${personKeptMs}`,
      en: `must be longer than evaluationSupplementMs (${supplementMs}); here it is ${personKeptMs}`,
    }),
};
