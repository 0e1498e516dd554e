// A page that stays open for months takes the server's newer build by itself: at a quiet moment, and never twice for the same build.

/** Between two looks while nothing else gives a reason for one. */
export const LOOK_EVERY_MS = 300_000;
/** How often a page that has something newer to load asks whether the moment is quiet. */
export const QUIET_LOOK_MS = 1_000;
/** A build that could not be had by a reload (an old copy kept by something in between) is tried again after this. */
export const SAME_BUILD_AGAIN_MS = 3_600_000;

export interface BuildClock {
  /** Monotonic ms. */
  readonly now: () => number;
  readonly after: (delayMs: number, action: () => void) => unknown;
}

/** A reload that was made, kept over that reload; `at` is epoch ms. */
export interface Reloaded {
  readonly forBuild: string;
  readonly at: number;
}

/** What of the browser this needs. */
export interface PageDoor {
  readonly shownBuild: () => string;
  /** HTML of this page as the server has it now; null where there is no good answer. */
  readonly served: () => Promise<string | null>;
  /** Whether the server has every one of these files: a build that is still being copied would leave an empty page. */
  readonly hasAll: (files: readonly string[]) => Promise<boolean>;
  readonly lastReload: () => Reloaded | null;
  readonly reload: (reloaded: Reloaded) => void;
  readonly epochMs: () => number;
}

export interface PageBuildWatch {
  /** Looks soon instead of at the next turn: the server was started anew, or speaks another version. */
  readonly look: () => void;
}

/** Scripts and style sheets that a page's HTML names, in its order; their names carry a hash of their content. */
export function filesIn(html: string): readonly string[] {
  const scripts = html.matchAll(/<script[^>]*\ssrc="([^"]+)"/g);
  const sheets = html.matchAll(/<link[^>]*\srel="stylesheet"[^>]*\shref="([^"]+)"/g);
  return [...scripts, ...sheets].map((found) => found[1] ?? '');
}

/** Empty for an answer that is no page of ours: without a script there is no build. */
export function buildIn(html: string): string {
  return /<script[^>]*\ssrc="/.test(html) ? filesIn(html).join(' ') : '';
}

export function mayReload(served: string, shown: string, last: Reloaded | null, epochMs: number): boolean {
  if (served === '' || served === shown) return false;
  const isTriedBefore = last !== null && last.forBuild === served && epochMs - last.at < SAME_BUILD_AGAIN_MS;
  return !isTriedBefore;
}

/** Watches for the life of the page. `isQuiet`: nobody looks for a number that was just called, nobody's press is under way. */
export function watchPageBuild(
  clock: BuildClock,
  isQuiet: () => boolean,
  door: PageDoor = browserDoor,
): PageBuildWatch {
  let isLooking = false;

  async function look(): Promise<void> {
    if (isLooking) return;
    isLooking = true;
    const html = await door.served();
    const build = html === null ? '' : buildIn(html);
    const isNewer = mayReload(build, door.shownBuild(), door.lastReload(), door.epochMs());
    if (isNewer && html !== null && (await door.hasAll(filesIn(html)))) reloadWhenQuiet(build);
    else isLooking = false;
  }
  function reloadWhenQuiet(forBuild: string): void {
    if (isQuiet()) {
      isLooking = false;
      door.reload({ forBuild, at: door.epochMs() });
    } else {
      clock.after(QUIET_LOOK_MS, () => reloadWhenQuiet(forBuild));
    }
  }
  function lookForEver(): void {
    void look();
    clock.after(LOOK_EVERY_MS, lookForEver);
  }
  clock.after(LOOK_EVERY_MS, lookForEver);
  return { look: () => void look() };
}

const KEPT_AS = 'jiaohao.reloaded';

/** The history entry's state survives a reload and, unlike storage, is never forbidden. */
const browserDoor: PageDoor = {
  shownBuild: () => {
    const scripts = Array.from(document.scripts, (script) => script.getAttribute('src'));
    const sheets = Array.from(document.querySelectorAll('link[rel="stylesheet"]'), (link) => link.getAttribute('href'));
    return [...scripts, ...sheets].filter((file) => file !== null && file !== '').join(' ');
  },
  served: async () => {
    const answer = await fetch(location.pathname, { cache: 'no-store' }).catch(() => null);
    return answer?.ok === true ? answer.text().catch(() => null) : null;
  },
  hasAll: async (files) => {
    const answers = await Promise.all(files.map((file) => fetch(file, { cache: 'no-cache' }).catch(() => null)));
    return answers.every((answer) => answer?.ok === true);
  },
  lastReload: () => {
    const kept: unknown = (history.state as Record<string, unknown> | null)?.[KEPT_AS];
    return isReloaded(kept) ? kept : null;
  },
  reload: (reloaded) => {
    history.replaceState({ ...(history.state as object | null), [KEPT_AS]: reloaded }, '');
    location.reload();
  },
  epochMs: () => Date.now(),
};

function isReloaded(kept: unknown): kept is Reloaded {
  if (typeof kept !== 'object' || kept === null) return false;
  const { forBuild, at } = kept as Partial<Record<keyof Reloaded, unknown>>;
  return typeof forBuild === 'string' && typeof at === 'number';
}
