// The five levels of the national evaluation (国办发〔2019〕51号): 5 is best, 2 and 1 are poor ratings (差评).
import { z } from 'zod';

export const Rating = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]);
export type Rating = z.infer<typeof Rating>;

export const RATING_TEXTS = {
  5: { zh: '非常满意', en: 'Very satisfied' },
  4: { zh: '满意', en: 'Satisfied' },
  3: { zh: '基本满意', en: 'Fairly satisfied' },
  2: { zh: '不满意', en: 'Dissatisfied' },
  1: { zh: '非常不满意', en: 'Very dissatisfied' },
} as const satisfies Record<Rating, { zh: string; en: string }>;

/** Every level's words in one language. */
export function ratingTexts(language: 'zh' | 'en'): Readonly<Record<Rating, string>> {
  const words = (rating: Rating): string => RATING_TEXTS[rating][language];
  return { 5: words(5), 4: words(4), 3: words(3), 2: words(2), 1: words(1) };
}

export const EvaluationState = z.enum(['requested', 'recorded', 'lapsed']);
export type EvaluationState = z.infer<typeof EvaluationState>;

/** Why an evaluation ended without a rating. Never the clerk's doing; `skipped`: the applicant chose 暂不评价. */
export const LapseReason = z.enum(['timeout', 'skipped', 'superseded', 'dayClosed']);
export type LapseReason = z.infer<typeof LapseReason>;

/** Longest free text (其他意见) of an evaluation, in UTF-16 units. */
export const COMMENT_LENGTH_MAX = 500;
