// The face of a level: the same line and colour for all five, only mouth and brows differ, none is angry.
import type { ReactElement } from 'react';
import type { Rating } from '@jiaohao/contracts/evaluation';

/** On a ground of 100 x 100. */
const MOUTHS: Readonly<Record<Rating, string>> = {
  5: 'M27 56 H73 Q69 76 50 76 Q31 76 27 56 Z',
  4: 'M29 60 Q50 80 71 60',
  3: 'M32 66 H68',
  2: 'M32 70 Q50 54 68 70',
  1: 'M28 76 Q50 50 72 76',
};
const BROWS = 'M24 34 L38 26 M62 26 L76 34';

export function Face({ rating }: { readonly rating: Rating }): ReactElement {
  return (
    <svg className="face" viewBox="0 0 100 100" aria-hidden>
      <circle cx="50" cy="50" r="47" />
      <circle className="eye" cx="34" cy="42" r="4" />
      <circle className="eye" cx="66" cy="42" r="4" />
      <path d={MOUTHS[rating]} />
      {rating === 1 ? <path d={BROWS} /> : null}
    </svg>
  );
}
