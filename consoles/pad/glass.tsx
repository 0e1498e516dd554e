// The whole glass of the pad: rows that keep their place whatever the words, and words that get smaller until they stand in their boxes.
import { useFitText } from '@jiaohao/look/fit-text';
import { useRef } from 'react';
import type { ComponentPropsWithoutRef, ReactElement } from 'react';

export function Glass(props: ComponentPropsWithoutRef<'div'>): ReactElement {
  const glass = useRef<HTMLDivElement>(null);
  useFitText(glass);
  return <div {...props} ref={glass} className="stage" />;
}
