// What a display says that the hall does not let in or has no place for.
import type { ReactElement } from 'react';
import type { Obstacle } from './feed.ts';
import { texts } from './texts.ts';

export function ObstacleNotice({ obstacle }: { readonly obstacle: Obstacle }): ReactElement {
  const { zh, en } = texts.obstacle[obstacle];
  return (
    <div className="obstacle">
      <p>{zh}</p>
      <p lang="en">{en}</p>
    </div>
  );
}
