// One thing to know, with its drawing: a sentence in two languages and a quieter one below.
import type { ReactElement } from 'react';
import type { LucideIcon } from 'lucide-react';
import type { Pair } from '@jiaohao/look/language-pair';
import { Second } from './second.tsx';

interface RowProps {
  readonly icon: LucideIcon;
  readonly text: Pair;
  readonly hint?: Pair;
  readonly className?: string;
}

export function Row({ icon: Icon, text, hint, className }: RowProps): ReactElement {
  return (
    <div className={className === undefined ? 'row' : `row ${className}`}>
      <Icon aria-hidden className="icon" />
      <p>
        <strong>{text.first}</strong>
        {hint !== undefined && <span className="hint">{hint.first}</span>}
        <Second of={text} />
      </p>
    </div>
  );
}
