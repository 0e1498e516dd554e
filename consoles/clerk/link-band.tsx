// Nothing pretends: a page that may be wrong says so, and since when.
import { CloudOff } from 'lucide-react';
import type { ReactElement } from 'react';
import { hallClock } from '@jiaohao/look/clock';
import type { HallSnapshot } from '../ui/hall-connection.ts';
import { TEXTS, firstWords } from '../texts.ts';

/** `timeZone` null: the machine's own, where no view has named the hall's yet. */
export function LinkBand({
  hall,
  timeZone,
}: {
  readonly hall: HallSnapshot;
  readonly timeZone: string | null;
}): ReactElement {
  const zone = timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const words =
    hall.lastHeardAt === null
      ? firstWords(TEXTS.signIn.noAnswer)
      : TEXTS.linkBand(hallClock(hall.lastHeardAt, zone).time);
  return (
    <p className="band" role="alert">
      <CloudOff size={24} aria-hidden />
      {words}
    </p>
  );
}
