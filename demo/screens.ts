// Where every screen of the demo hall is, with its credentials in the fragment, grouped as one walks through the hall.
import type { HallConfig } from '@jiaohao/contracts/hall-config';
import type { Credentials } from './credentials.ts';
import { PEOPLE, benchCard } from './people.ts';
import type { StartedTerminals } from './terminals.ts';
import type { Screens } from './wire.ts';

interface ScreensFrom {
  readonly config: HallConfig;
  readonly credentials: Credentials;
  readonly terminals: StartedTerminals;
  /** Without a slash at the end. */
  readonly hallUrl: string;
}

export function screensOf(from: ScreensFrom): Screens {
  const { config, terminals, credentials, hallUrl } = from;
  return {
    hallName: config.hall.name,
    kioskUrl: terminals.kioskUrl,
    hallBoardUrl: boardUrl(from, null) ?? hallUrl,
    healthUrl: `${hallUrl}/health/#${new URLSearchParams({ token: credentials.monitor ?? '' }).toString()}`,
    zones: config.zones.map((zone) => ({
      ...zone,
      boardUrl: boardUrl(from, zone.zoneId),
      windows: config.windows.filter(({ zoneId }) => zoneId === zone.zoneId).map((window) => windowOf(from, window)),
    })),
    firstWindowId: firstWindowId(config),
    cards: PEOPLE.map((person) => benchCard(person, Date.now())),
  };
}

/** A window of the comprehensive queue alone: a card on the reader, without any choice, leads there. */
function firstWindowId({ windows, comprehensiveQueueId }: HallConfig): string {
  const serving = windows.filter(({ queueIds }) => queueIds.some((queueId) => queueId === comprehensiveQueueId));
  const first = serving.find(({ queueIds }) => queueIds.length === 1) ?? serving[0] ?? windows[0];
  return first?.windowId ?? '';
}

function windowOf(
  from: ScreensFrom,
  window: HallConfig['windows'][number],
): Screens['zones'][number]['windows'][number] {
  const { config, terminals } = from;
  const { windowId, label } = window;
  return {
    windowId,
    label,
    queues: config.queues.filter(({ queueId }) => window.queueIds.includes(queueId)).map(({ name }) => name),
    screenUrl: windowScreenUrl(from, windowId),
    terminalUrl: terminals.windowUrls.get(windowId) ?? null,
    padUrl: padUrl(from, windowId),
    clerk: clerkOf(from, windowId),
  };
}

/** Each window has the clerk at its own place in the list of staff. */
function clerkOf({ config, credentials, hallUrl }: ScreensFrom, windowId: string) {
  const clerk = config.staff[config.windows.findIndex((window) => window.windowId === windowId)];
  const secret = clerk === undefined ? undefined : credentials.clerks[clerk.staffNo];
  if (clerk === undefined || secret === undefined) return null;
  const fragment = new URLSearchParams({ token: secret.token, window: windowId });
  return { ...clerk, password: secret.password, consoleUrl: `${hallUrl}/clerk/#${fragment.toString()}` };
}

function boardUrl(from: ScreensFrom, zoneId: string | null): string | null {
  const board = from.config.displays.find((display) => display.kind === 'board' && display.zoneId === zoneId);
  return board === undefined ? null : displayUrl(from, 'board', board.displayId);
}

function windowScreenUrl(from: ScreensFrom, windowId: string): string | null {
  const { displays } = from.config;
  const screen = displays.find((display) => display.kind === 'windowScreen' && display.windowId === windowId);
  return screen === undefined ? null : displayUrl(from, 'window-screen', screen.displayId);
}

function padUrl({ config, credentials, hallUrl }: ScreensFrom, windowId: string): string | null {
  const tablet = config.terminals.find((terminal) => terminal.role === 'pad' && terminal.windowId === windowId);
  const token = tablet === undefined ? undefined : credentials.terminals[tablet.terminalId];
  if (tablet === undefined || token === undefined) return null;
  const which = new URLSearchParams({ pad: tablet.terminalId }).toString();
  return `${hallUrl}/pad/?${which}#${new URLSearchParams({ token }).toString()}`;
}

function displayUrl({ credentials, hallUrl }: ScreensFrom, page: string, displayId: string): string | null {
  const token = credentials.displays[displayId];
  if (token === undefined) return null;
  const which = new URLSearchParams({ display: displayId }).toString();
  return `${hallUrl}/${page}/?${which}#${new URLSearchParams({ token }).toString()}`;
}
