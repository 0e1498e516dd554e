// A band across the page: an icon and a sentence. Trouble that does not stop the work, a hint, the place to wait.
import type { ReactElement, ReactNode } from 'react';
import type { LucideIcon } from 'lucide-react';
import type { Bilingual } from '@jiaohao/contracts/ids';
import { Words } from './words.tsx';

interface BandProps {
  readonly icon: LucideIcon;
  readonly text: Bilingual;
  readonly className: string;
  /** Its text changes while the page stands: said by screen readers. */
  readonly isLive?: boolean;
  /** At the right edge. */
  readonly children?: ReactNode;
}

export function Band({ icon: Icon, text, className, isLive = false, children }: BandProps): ReactElement {
  return (
    <div className={`band ${className}`} role={isLive ? 'status' : undefined} data-fit="">
      <Icon aria-hidden />
      <Words text={text} />
      {children}
    </div>
  );
}
