// Proves when an open page takes a newer build from its server, and that it never does so in a loop.
import { describe, expect, it, vi } from 'vitest';
import {
  LOOK_EVERY_MS,
  QUIET_LOOK_MS,
  SAME_BUILD_AGAIN_MS,
  buildIn,
  filesIn,
  mayReload,
  watchPageBuild,
} from './page-build.tsx';
import type { PageDoor, Reloaded } from './page-build.tsx';

const PATIENCE = { timeout: 20_000 };

const html = (build: string) =>
  `<!doctype html><script type="module" crossorigin src="./assets/${build}.js"></script>` +
  `<link rel="stylesheet" crossorigin href="./assets/${build}.css"><link rel="icon" href="./icon.svg">`;

/** A page of build `a` whose server serves `served`; timers run when the test says so. */
function openPage(served: () => string | null, shownBuild = buildIn(html('a'))) {
  let timers: { readonly delayMs: number; readonly action: () => void }[] = [];
  const page = { isQuiet: true, hasAll: true, last: null as Reloaded | null, epochMs: 1_000, reloads: [] as string[] };
  const door: PageDoor = {
    shownBuild: () => shownBuild,
    served: () => Promise.resolve(served()),
    hasAll: () => Promise.resolve(page.hasAll),
    lastReload: () => page.last,
    reload: (reloaded) => {
      page.last = reloaded;
      page.reloads.push(reloaded.forBuild);
    },
    epochMs: () => page.epochMs,
  };
  const clock = { now: () => 0, after: (delayMs: number, action: () => void) => timers.push({ delayMs, action }) };
  const watch = watchPageBuild(clock, () => page.isQuiet, door);
  const runTimers = (delayMs: number): void => {
    const due = timers.filter((timer) => timer.delayMs === delayMs);
    timers = timers.filter((timer) => timer.delayMs !== delayMs);
    for (const { action } of due) action();
  };
  return { page, watch, runTimers };
}

describe('filesIn', () => {
  it('names scripts and style sheets and nothing else', () => {
    expect(filesIn(html('a'))).toEqual(['./assets/a.js', './assets/a.css']);
  });

  it('finds no build in an answer that is no page of ours', () => {
    expect(buildIn('<h1>502 Bad Gateway</h1>')).toBe('');
  });
});

describe('mayReload', () => {
  it('stays with the same build', () => expect(mayReload('a', 'a', null, 0)).toBe(false));
  it('stays where the server has no page', () => expect(mayReload('', 'a', null, 0)).toBe(false));
  it('takes another build', () => expect(mayReload('b', 'a', null, 0)).toBe(true));
  it('does not try the same build again at once', () => {
    const last = { forBuild: 'b', at: 5_000 };
    expect(mayReload('b', 'a', last, 5_001)).toBe(false);
    expect(mayReload('c', 'a', last, 5_001)).toBe(true);
    expect(mayReload('b', 'a', last, 5_000 + SAME_BUILD_AGAIN_MS)).toBe(true);
  });
});

describe('watchPageBuild', () => {
  it('looks by itself and reloads for a newer build', async () => {
    const { page, runTimers } = openPage(() => html('b'));
    runTimers(LOOK_EVERY_MS);
    await vi.waitFor(() => expect(page.reloads).toEqual([buildIn(html('b'))]), PATIENCE);
  });

  it('waits for a quiet moment', async () => {
    const { page, watch, runTimers } = openPage(() => html('b'));
    page.isQuiet = false;
    watch.look();
    for (let seconds = 0; seconds < 5; seconds += 1) {
      await new Promise(setImmediate);
      runTimers(QUIET_LOOK_MS);
    }
    expect(page.reloads).toEqual([]);
    page.isQuiet = true;
    runTimers(QUIET_LOOK_MS);
    expect(page.reloads).toHaveLength(1);
  });

  it('leaves the page alone while the new build is not whole', async () => {
    const { page, watch } = openPage(() => html('b'));
    page.hasAll = false;
    watch.look();
    await new Promise(setImmediate);
    expect(page.reloads).toEqual([]);
    page.hasAll = true;
    watch.look();
    await vi.waitFor(() => expect(page.reloads).toHaveLength(1), PATIENCE);
  });

  it('does not reload in a loop where a reload brings the old page back', async () => {
    const { page, watch } = openPage(() => html('b'));
    for (let looks = 0; looks < 5; looks += 1) {
      watch.look();
      await new Promise(setImmediate);
      page.epochMs += LOOK_EVERY_MS;
    }
    expect(page.reloads).toHaveLength(1);
  });

  it('goes on looking when the server does not answer', async () => {
    let answer: string | null = null;
    const { page, watch } = openPage(() => answer);
    watch.look();
    await new Promise(setImmediate);
    expect(page.reloads).toEqual([]);
    answer = html('b');
    watch.look();
    await vi.waitFor(() => expect(page.reloads).toHaveLength(1), PATIENCE);
  });
});
