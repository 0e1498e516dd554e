// The pads role of the core: one line with the call pads and evaluation pads of several windows, each acting at its own.
import { DeviceReports } from '../device-reports.ts';
import { Evaluations, keptRatings } from '../evaluate.ts';
import { HallSocket } from '../hall-socket.ts';
import type { ServedDevices } from '../self-test/test-gate.ts';
import type { LineParts, LineTerminal } from '../start-line.ts';
import { isAttended } from '../update/window-work.ts';
import type { DevicesNotice } from '../../wire/devices.ts';
import { CallPadDesk } from './call-pad-desk.ts';

interface WindowDesk {
  readonly windowId: string;
  readonly evaluations: Evaluations;
  readonly callPad: CallPadDesk;
}

type Kinds = 'windowTerminal' | 'clerkStatus';

/** Started; ends with `close`. Windows without a pad in the configuration are not watched. */
export function startPadsTerminal(parts: LineParts): LineTerminal {
  const { hallUrl: url, token, devices, log } = parts;
  const windowIds = parts.windowIds;
  const closing = new AbortController();
  const hall: HallSocket<Kinds> = new HallSocket({
    url,
    token,
    holder: 'terminal',
    kinds: ['windowTerminal'],
    alsoKinds: ['clerkStatus'],
    topicsOf: () => windowIds.flatMap((id) => [`windowTerminal/${id}`, `clerkStatus/${id}`] as const),
    log,
  });
  const reports = new DeviceReports({ hall, log, closing: closing.signal });
  const desks = windowIds.map((windowId) => windowDesk(windowId, { ...parts, hall, reports, closing: closing.signal }));
  hall.onChange(() => {
    reports.linkChanged();
    for (const { windowId, evaluations, callPad } of desks) {
      const view = hall.viewOf('windowTerminal', windowId);
      if (view !== null) evaluations.viewed(view);
      callPad.viewed();
    }
  });
  devices.onNotice((notice) => {
    if (notice.type === 'status') reports.changed(notice.kind, notice.status, notice.windowId);
    for (const desk of desks) takeNotice(desk, notice);
  });
  const close = (): void => {
    closing.abort();
    hall.close();
  };
  const labelOf = (id: string): string | null => hall.viewOf('windowTerminal', id)?.windowLabel ?? null;
  const isBusy = (): boolean =>
    hall.state !== 'up' ||
    windowIds.some((id) => {
      const view = hall.viewOf('windowTerminal', id);
      return view !== null && isAttended(view);
    });
  return { link: () => hall.state, labelOf, isBusy, close };
}

function windowDesk(
  windowId: string,
  parts: LineParts & {
    readonly hall: HallSocket<Kinds>;
    readonly closing: AbortSignal;
    readonly reports: DeviceReports;
  },
): WindowDesk {
  const { hall, devices, log, closing, dataFolder, reports } = parts;
  const hasUndeliverable = (): void => reports.ratingsLeft(windowId);
  const kept = keptRatings(dataFolder, `ratings-${windowId}`, log);
  const evaluationPad = {
    ask: (evaluationId: number, timeoutMs: number) => devices.ask(evaluationId, timeoutMs, windowId),
    cancelAsk: () => devices.cancelAsk(windowId),
  };
  return {
    windowId,
    evaluations: new Evaluations({ ...{ hall, pad: evaluationPad, log, closing, ...kept }, hasUndeliverable }),
    callPad: new CallPadDesk({
      hall,
      view: () => hall.viewOf('windowTerminal', windowId),
      waiting: () => hall.viewOf('clerkStatus', windowId)?.waiting ?? null,
      pad: padOf(devices, windowId),
      log,
      closing,
    }),
  };
}

/** The orders of one call pad; `windowId` where the terminal has one for each of its windows. */
export function padOf(
  devices: Pick<ServedDevices, 'show'>,
  windowId?: string,
): ConstructorParameters<typeof CallPadDesk>[0]['pad'] {
  const ofWindow = windowId === undefined ? {} : { windowId };
  return {
    show: (display) => devices.show({ type: 'showOnPad', display, ...ofWindow }),
    beep: () => devices.show({ type: 'beepPad', ...ofWindow }),
  };
}

function takeNotice({ windowId, evaluations, callPad }: WindowDesk, notice: DevicesNotice): void {
  const isOurs = 'windowId' in notice ? notice.windowId === windowId : notice.type === 'running';
  if (!isOurs) return;
  evaluations.notice(notice);
  if (notice.type === 'running') callPad.viewed();
  if (notice.type === 'callPadKey') void callPad.pressed(notice.action, notice.key);
}
