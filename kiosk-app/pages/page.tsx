// The three regions of every page: what it tells, what can be done, and the foot. Their places depend on the form of the glass.
import type { ReactElement, ReactNode } from 'react';

interface PageProps {
  readonly className: string;
  readonly tell: ReactNode;
  readonly act?: ReactNode;
  /** The footer, and the pager where there is one. */
  readonly foot?: ReactNode;
}

export function Page({ className, tell, act, foot }: PageProps): ReactElement {
  return (
    <main className={`page ${className}`}>
      <div className="tell">{tell}</div>
      {act !== undefined && <div className="act">{act}</div>}
      {foot}
    </main>
  );
}
