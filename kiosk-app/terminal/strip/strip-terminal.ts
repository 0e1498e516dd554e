// The strip role of the core: the strips of several windows, each showing the call of its own.
import { DeviceReports } from '../device-reports.ts';
import { HallSocket } from '../hall-socket.ts';
import type { LineParts, LineTerminal } from '../start-line.ts';
import { staleContent, stripContent } from './strip-text.ts';

/** Without the hall for so long, numbers are taken off: they may be others by now. As on the window screens. */
const STALE_AFTER_MS = 15_000;

type Kinds = 'windows' | 'windowScreenCalls';

/** Started; ends with `close`. A strip whose window the hall does not know stays as it is. `staleAfterMs` for tests. */
export function startStripTerminal(parts: LineParts, staleAfterMs = STALE_AFTER_MS): LineTerminal {
  const { hallUrl: url, token, devices, log, windowIds } = parts;
  const closing = new AbortController();
  const hall: HallSocket<Kinds> = new HallSocket({
    url,
    token,
    holder: 'terminal',
    kinds: ['windows'],
    alsoKinds: ['windowScreenCalls'],
    topicsOf: () => ['windows/hall', ...windowIds.map((id) => `windowScreenCalls/${id}` as const)],
    log,
  });
  const reports = new DeviceReports({ hall, log, closing: closing.signal });
  let isStale = false;
  let stale: NodeJS.Timeout | null = null;

  const labelOf = (windowId: string): string | null =>
    hall.viewOf('windows')?.windows.find((window) => window.windowId === windowId)?.label ?? null;
  const show = (windowId: string): void => {
    const label = labelOf(windowId);
    const calls = hall.viewOf('windowScreenCalls', windowId);
    if (label === null || (calls === null && !isStale)) return;
    const content = isStale || calls === null ? staleContent(label) : stripContent(label, calls);
    devices.show({ type: 'showOnStrip', content, windowId });
  };
  const linkChanged = (): void => {
    const isUp = hall.state === 'up';
    if (isUp) {
      if (stale !== null) clearTimeout(stale);
      stale = null;
      isStale = false;
    } else {
      stale ??= setTimeout(() => {
        isStale = true;
        windowIds.forEach(show);
      }, staleAfterMs);
    }
  };
  hall.onChange(() => {
    reports.linkChanged();
    linkChanged();
    windowIds.forEach(show);
  });
  devices.onNotice((notice) => {
    if (notice.type === 'status') reports.changed(notice.kind, notice.status, notice.windowId);
    // A new devices process does not know what its strips should show.
    if (notice.type === 'running') windowIds.forEach(show);
  });
  const close = (): void => {
    closing.abort();
    if (stale !== null) clearTimeout(stale);
    hall.close();
  };
  // A strip asks nobody: a clerk at its window is all that it can disturb.
  const isBusy = (): boolean => {
    const attended = hall.viewOf('windows')?.windows.filter(({ staffNo }) => staffNo !== null) ?? [];
    return hall.state !== 'up' || attended.some(({ windowId }) => windowIds.includes(windowId));
  };
  return { link: () => hall.state, labelOf, isBusy, close };
}
