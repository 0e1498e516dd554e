// What a display says that the hall does not let in or has no place for.
import type { ReactElement } from 'react';
import type { Obstacle } from './feed.ts';
import { Second } from './second.tsx';
import { texts } from './texts.ts';

export function ObstacleNotice({ obstacle }: { readonly obstacle: Obstacle }): ReactElement {
  const words = texts.obstacle[obstacle];
  return (
    <div className="obstacle">
      <p>{words.first}</p>
      <Second of={words} as="p" />
    </div>
  );
}
