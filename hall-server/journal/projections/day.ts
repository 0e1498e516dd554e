// Read model `day`: one row a business day, with when and by what it was opened and closed.
import type { Database } from 'better-sqlite3';
import type { Projection } from './projection.ts';

const OPEN = 'INSERT INTO day (segment, business_day, opened_at, opened_cause) VALUES (?, ?, ?, ?)';
const CLOSE = 'UPDATE day SET closed_at = ?, closed_cause = ? WHERE segment = ?';

export function dayProjection(db: Database): Projection {
  const open = db.prepare(OPEN);
  const close = db.prepare(CLOSE);
  return {
    DayOpened: ({ businessDay, at, cause }, segment) => open.run(segment, businessDay, at, cause),
    DayClosed: ({ at, cause }, segment) => close.run(at, cause, segment),
  };
}
