// Somebody has his data erased: the event says that and what went, in surrogates (rule Q32).
import { decided } from '../decision.ts';
import type { Decision, ErasureFacts } from '../decision.ts';

export function erasePersonalData({ personRef, commentRefs }: ErasureFacts): Decision {
  const result = { wasKnown: personRef !== null, comments: commentRefs.length };
  if (personRef === null && commentRefs.length === 0) return decided<'erasePersonalData'>([], result);
  return decided<'erasePersonalData'>(
    [{ type: 'PersonalDataErased', personRef, commentRefs: [...commentRefs] }],
    result,
  );
}
