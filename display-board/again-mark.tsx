// 再次呼叫: the mark of a call that was made before.
import type { ReactElement } from 'react';
import { Second } from './second.tsx';
import { texts } from './texts.ts';

export function AgainMark(): ReactElement {
  return (
    <span className="again">
      {texts.call.again.first}
      <Second of={texts.call.again} />
    </span>
  );
}
