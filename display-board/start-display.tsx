// Starts a display page: token, feed, fonts, then React. The same for the hall board and the window screen.
import { createRoot } from 'react-dom/client';
import type { ReactElement } from 'react';
import { loadNumberFont } from '@jiaohao/look/number-font';
import { watchPageBuild } from '@jiaohao/look/page-build';
import { takeToken, usableStorage } from '@jiaohao/look/page-token';
import { standAgain } from '@jiaohao/look/stand-again';
import { systemClock } from './clock.ts';
import type { Motion } from './call-panel.ts';
import { Feed } from './feed.ts';
import type { FeedOptions } from './feed.ts';
import { lockDisplay } from './lock-display.ts';
import { motionFor } from './motion.ts';
import { texts } from './texts.ts';

/** A board without its fonts is better than no board. */
const FONTS_WITHIN_MS = 3_000;

export interface DisplayPage {
  readonly element: ReactElement;
  /** Nobody is looking for a number that has just been called. */
  readonly isQuiet: () => boolean;
}

export async function startDisplay(
  topicsFor: FeedOptions['topicsFor'],
  page: (feed: Feed, motion: () => Motion) => DisplayPage,
): Promise<void> {
  const root = document.getElementById('root');
  if (root === null) throw new Error('the page has no #root');
  const standing = standAgain(root, 'board', createRoot);
  document.documentElement.lang = texts.tag.first;
  lockDisplay(document.documentElement, systemClock);
  const token = takeToken('token', { location, history, storage: usableStorage() });
  const feed = new Feed({ url: location.origin, token, topicsFor, clock: systemClock, onBroken: standing.fall });
  const reducedMotion = matchMedia('(prefers-reduced-motion: reduce)');
  const { element, isQuiet } = page(feed, () => motionFor(location.search, reducedMotion.matches));
  renewWithServer(feed, isQuiet);
  await Promise.race([fontsReady(), new Promise((resolve) => setTimeout(resolve, FONTS_WITHIN_MS))]);
  standing.render(element);
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

/** Texts with something in them are made once with a number in its place. */
function wordsOf(value: unknown): unknown {
  return typeof value === 'function' ? (value as (...given: readonly string[]) => unknown)('0', '0') : value;
}

/** A display is never reloaded by hand: it looks for newer pages by itself, and at once when the hall's server was started anew. */
function renewWithServer(feed: Feed, isQuiet: () => boolean): void {
  const build = watchPageBuild(systemClock, isQuiet);
  let knownStart: number | null = null;
  let isOtherVersion = false;
  feed.subscribe(() => {
    const { serverStartedAt, obstacle } = feed.state();
    const wasOtherVersion = isOtherVersion;
    isOtherVersion = obstacle === 'protocolMismatch';
    const isRestarted = knownStart !== null && serverStartedAt !== knownStart;
    knownStart = serverStartedAt;
    if (isRestarted || (isOtherVersion && !wasOtherVersion)) build.look();
  });
}
