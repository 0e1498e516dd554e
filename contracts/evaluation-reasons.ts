// The official reasons of an evaluation, eight for each level, word for word (全国一体化在线政务服务平台“好差评”); English by us.
import { z } from 'zod';
import type { Rating } from './evaluation.ts';

export interface EvaluationReason {
  readonly code: number;
  readonly zh: string;
  readonly en: string;
}

/** By level, in the order of their codes: the first digit of a code is its level. */
export const EVALUATION_REASONS = {
  5: [
    { code: 510, zh: '一窗受理一次办结', en: 'One window, done in one go' },
    { code: 511, zh: '可以先受理后补材料', en: 'Accepted first, papers later' },
    { code: 512, zh: '不用提交证明', en: 'No certificates needed' },
    { code: 513, zh: '可以全程网上办理', en: 'Can be done fully online' },
    { code: 514, zh: '可以使用手机办理', en: 'Can be done by phone' },
    { code: 515, zh: '可以就近办理', en: 'Can be done nearby' },
    { code: 516, zh: '无需材料直接办理', en: 'Done without any papers' },
    { code: 517, zh: '服务热情效率高', en: 'Warm and efficient service' },
  ],
  4: [
    { code: 406, zh: '填写一张表单就可完成申报', en: 'One form was enough' },
    { code: 407, zh: '在线提交材料窗口核验', en: 'Papers online, checked here' },
    { code: 408, zh: '一张清单告知全部申报材料', en: 'One list named all papers' },
    { code: 409, zh: '用告知承诺减免申报材料', en: 'A pledge replaced papers' },
    { code: 410, zh: '可以在线预约办理', en: 'Can be booked online' },
    { code: 411, zh: '跑大厅一次办完', en: 'Done in one visit' },
    { code: 412, zh: '可以使用自助机办理', en: 'Can be done at a machine' },
    { code: 413, zh: '服务态度较好', en: 'Good attitude' },
  ],
  3: [
    { code: 307, zh: '一次性告知需要补正的材料', en: 'Told at once what to correct' },
    { code: 308, zh: '提供申报材料样本', en: 'Samples of papers given' },
    { code: 309, zh: '在承诺的时间内办结', en: 'Done within the time promised' },
    { code: 310, zh: '办事指南指引准确', en: 'The guide was accurate' },
    { code: 311, zh: '按办事指南要求的材料即可办理', en: 'Papers of the guide sufficed' },
    { code: 312, zh: '可以快递送达', en: 'Can be delivered by courier' },
    { code: 313, zh: '跑动次数与承诺的一致', en: 'As many visits as promised' },
    { code: 314, zh: '服务态度一般', en: 'Ordinary attitude' },
  ],
  2: [
    { code: 207, zh: '没有提供材料样本', en: 'No samples of papers' },
    { code: 208, zh: '没有提供材料清单', en: 'No list of papers' },
    { code: 209, zh: '未在承诺时间内办结', en: 'Later than promised' },
    { code: 210, zh: '同样内容的证明材料被要求多次提交', en: 'Same proof asked for again' },
    { code: 211, zh: '承诺网办但无法在线办理', en: 'Promised online, not possible' },
    { code: 212, zh: '在线预约办理后到实体大厅重复取号排队', en: 'Booked, but queued again' },
    { code: 213, zh: '窗口人员业务不熟练', en: 'Staff not skilled enough' },
    { code: 214, zh: '服务态度生硬', en: 'Curt attitude' },
  ],
  1: [
    { code: 108, zh: '在办事指南之外增加新的审批条件', en: 'Conditions beyond the guide' },
    { code: 109, zh: '需提供办事指南之外的申报材料', en: 'Papers beyond the guide' },
    { code: 110, zh: '无理由超过法定办理时间', en: 'Over the legal time, no reason' },
    { code: 111, zh: '办事指南提供样本有错', en: 'Samples in the guide are wrong' },
    { code: 112, zh: '承诺在线收取申报材料实际无法收取', en: 'Papers not taken online' },
    { code: 113, zh: '多头跑窗口和部门', en: 'Sent to many windows' },
    { code: 114, zh: '跑动次数与承诺的不一致', en: 'More visits than promised' },
    { code: 115, zh: '服务态度差效率低', en: 'Poor attitude, low efficiency' },
  ],
} as const satisfies Record<Rating, readonly EvaluationReason[]>;

/** Shaped like a reason; whether it is one of the rating's own is a rule of the engine (Q27). Codes change from version to version. */
export const ReasonCode = z.int().min(100).max(599);

export function isReasonOf(rating: Rating, code: number): boolean {
  return EVALUATION_REASONS[rating].some((reason) => reason.code === code);
}

/** Levels that are poor ratings (差评): their reasons are asked for at once. */
export function isPoor(rating: Rating): boolean {
  return rating <= 2;
}

/** Every reason by its code, in one language. */
export function reasonTexts(language: 'zh' | 'en'): Readonly<Record<number, string>> {
  const all: readonly EvaluationReason[] = Object.values(EVALUATION_REASONS).flat();
  return Object.fromEntries(all.map((reason) => [reason.code, reason[language]]));
}
