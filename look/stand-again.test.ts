// Proves how a page that falls is opened anew: words at once, longer waits each time, and an old fall is forgotten.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FORGET_AFTER_MS, standAgain, TRY_AGAIN_MS, type FallDoor } from './stand-again.tsx';

/** As much of a document as the notice needs. */
const element = () => {
  const children: object[] = [];
  return {
    children,
    dataset: {},
    textContent: '',
    setAttribute: () => undefined,
    appendChild: <T extends object>(child: T): T => (children.push(child), child),
    replaceChildren: (...all: object[]) => void children.splice(0, children.length, ...all),
    hasChildNodes: () => children.length > 0,
  };
};
const heard = new Map<string, () => void>();

beforeEach(() => {
  heard.clear();
  vi.stubGlobal('document', { createElement: element });
  vi.stubGlobal('addEventListener', (name: string, listener: () => void) => heard.set(name, listener));
  return () => vi.unstubAllGlobals();
});

function openPage(kept: { falls: readonly number[] }, epochMs = 1_000_000) {
  const root = element();
  const waits: number[] = [];
  const reported: unknown[] = [];
  const door: FallDoor = {
    epochMs: () => epochMs,
    falls: () => kept.falls,
    keep: (falls) => (kept.falls = falls),
    after: (delayMs) => void waits.push(delayMs),
    reload: () => undefined,
    report: (error) => reported.push(error),
  };
  const { onUncaughtError } = standAgain(root as unknown as HTMLElement, 'board', door);
  return { root, waits, reported, fall: () => onUncaughtError?.(new Error('drawing'), {}) };
}

describe('a page that falls', () => {
  it('says so in both languages, reports the error, and is opened anew once', () => {
    const { root, waits, reported, fall } = openPage({ falls: [] });
    fall();
    fall();
    expect(JSON.stringify(root.children)).toContain('画面正在恢复');
    expect(JSON.stringify(root.children)).toContain('One moment');
    expect([waits, reported.length]).toEqual([[TRY_AGAIN_MS[0]], 2]);
  });

  it('again and again: it waits longer, and the longest wait stays', () => {
    const kept = { falls: [] as readonly number[] };
    const waits = Array.from({ length: 6 }, (_, index) => {
      const page = openPage(kept, 1_000_000 + index * 1_000);
      page.fall();
      return page.waits[0];
    });
    expect(waits).toEqual([...TRY_AGAIN_MS, TRY_AGAIN_MS[3], TRY_AGAIN_MS[3]]);
  });

  it('after a long good time the first wait is short again, also where the clock was put back', () => {
    for (const at of [1_000_000 - FORGET_AFTER_MS, 2_000_000]) {
      const { waits, fall } = openPage({ falls: [at, at, at] });
      fall();
      expect(waits).toEqual([TRY_AGAIN_MS[0]]);
    }
  });

  it('an error counts while nothing stands, and not after', () => {
    const empty = openPage({ falls: [] });
    heard.get('unhandledrejection')?.();
    expect(empty.waits).toHaveLength(1);
    const drawn = openPage({ falls: [] });
    drawn.root.children.push({});
    heard.get('error')?.();
    expect(drawn.waits).toEqual([]);
  });
});
