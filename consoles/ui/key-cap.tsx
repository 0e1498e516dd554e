// The drawing of a key, so that every control shows the key that does the same. Its control tells it by aria-keyshortcuts.
import type { ReactElement } from 'react';

export function KeyCap({
  label,
  isLarge = false,
}: {
  readonly label: string;
  readonly isLarge?: boolean;
}): ReactElement {
  return (
    <kbd aria-hidden className={isLarge ? 'key-cap key-cap-large' : 'key-cap'}>
      {label}
    </kbd>
  );
}
