// An icon in the displays' one unit: Lucide's own sizes are CSS px, which would stay small on a 4K board.
import type { LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';

interface RemIconProps {
  readonly of: LucideIcon;
  /** Side of the icon's box in px of the 1920 x 1080 board. */
  readonly sizePx: number;
  readonly className?: string;
}

export function RemIcon({ of: Icon, sizePx, className = '' }: RemIconProps): ReactElement {
  const size = `${sizePx / 100}rem`;
  return <Icon aria-hidden="true" className={className} style={{ width: size, height: size }} />;
}
