// Starts a display page: token, feed, fonts, then React. The same for the hall board and the window screen.
import { createRoot } from 'react-dom/client';
import type { ReactElement } from 'react';
import { loadNumberFont } from '@jiaohao/look/number-font';
import { systemClock } from './clock.ts';
import type { Motion } from './call-panel.ts';
import { MOVING, STILL } from './call-panel.ts';
import { takeToken, usableStorage } from './credential.ts';
import { Feed } from './feed.ts';
import type { FeedOptions } from './feed.ts';
import { reloadIfOtherBuild } from './page-build.ts';
import { texts } from './texts.ts';

/** A board without its fonts is better than no board. */
const FONTS_WITHIN_MS = 3_000;

export async function startDisplay(
  topicsFor: FeedOptions['topicsFor'],
  page: (feed: Feed, motion: () => Motion) => ReactElement,
): Promise<void> {
  const token = takeToken({ location, history, storage: usableStorage() });
  const feed = new Feed({ url: location.origin, token, topicsFor, clock: systemClock });
  renewWithServer(feed);
  const reducedMotion = matchMedia('(prefers-reduced-motion: reduce)');
  await Promise.race([fontsReady(), new Promise((resolve) => setTimeout(resolve, FONTS_WITHIN_MS))]);
  const root = document.getElementById('root');
  if (root === null) throw new Error('the page has no #root');
  createRoot(root).render(page(feed, () => (reducedMotion.matches ? STILL : MOVING)));
}

/** The faces come in pieces by character: those of our own texts are fetched before the first call, not in it. */
async function fontsReady(): Promise<void> {
  const characters = Array.from(new Set(JSON.stringify(texts, (_key, value: unknown) => wordsOf(value)))).join('');
  await Promise.allSettled([
    loadNumberFont(),
    document.fonts.load('400 32px "Noto Sans SC"', characters),
    document.fonts.load('700 32px "Noto Sans SC"', characters),
  ]);
}

function wordsOf(value: unknown): unknown {
  return typeof value === 'function' ? String(value) : value;
}

/** A server started anew may serve new pages; an old page must not speak to it for months. */
function renewWithServer(feed: Feed): void {
  let known: number | null = null;
  feed.subscribe(() => {
    const { serverStartedAt, obstacle } = feed.state();
    if (serverStartedAt === null && obstacle !== 'protocolMismatch') return;
    if (serverStartedAt === known && obstacle !== 'protocolMismatch') return;
    const isFirst = known === null && obstacle !== 'protocolMismatch';
    known = serverStartedAt;
    if (!isFirst) void reloadIfOtherBuild();
  });
}
