// Why there is no ticket to show, and what to do instead.
import type { ReactElement } from 'react';
import { CloudOff, QrCode, RefreshCw } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { Second } from './second.tsx';
import { TEXTS } from './texts.ts';

export type Notice = 'connecting' | 'lost' | 'invalid' | 'outdated';

const ICONS: Readonly<Record<Notice, LucideIcon>> = {
  connecting: RefreshCw,
  lost: CloudOff,
  invalid: QrCode,
  outdated: RefreshCw,
};

export function NoticePage({ notice }: { readonly notice: Notice }): ReactElement {
  const Icon = ICONS[notice];
  const text = TEXTS.notices[notice];
  const hint = TEXTS.notices[`${notice}Hint`];
  return (
    <main className="stage">
      <div className="notice" role="status">
        <Icon aria-hidden className="icon" />
        <h1>
          {text.first}
          <Second of={text} />
        </h1>
        <p>
          {hint.first}
          <Second of={hint} />
        </p>
      </div>
    </main>
  );
}
