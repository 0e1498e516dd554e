// 再次呼叫: the mark of a call that was made before.
import type { ReactElement } from 'react';
import { texts } from './texts.ts';

export function AgainMark(): ReactElement {
  return (
    <span className="again">
      {texts.call.again.zh}
      <span lang="en">{texts.call.again.en}</span>
    </span>
  );
}
