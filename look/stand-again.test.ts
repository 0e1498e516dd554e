// Proves what is a fall, and how a page that falls is opened anew: words at once, longer waits each time, and an old fall is forgotten.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { RootOptions } from 'react-dom/client';
import { FORGET_AFTER_MS, guarded, standAgain, TRY_AGAIN_MS, type FallDoor, type PageKind } from './stand-again.tsx';

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
const heard = new Map<string, (event: { error?: unknown }) => void>();

beforeEach(() => {
  heard.clear();
  vi.stubGlobal('document', { createElement: element });
  vi.stubGlobal('addEventListener', (name: string, listener: () => void) => heard.set(name, listener));
  return () => vi.unstubAllGlobals();
});

function openPage(kept: { falls: readonly number[] }, epochMs = 1_000_000, kind: PageKind = 'board') {
  const root = element();
  const waits: number[] = [];
  const reported: unknown[] = [];
  const done: string[] = [];
  const door: FallDoor = {
    epochMs: () => epochMs,
    falls: () => kept.falls,
    keep: (falls) => (kept.falls = falls),
    after: (delayMs) => void waits.push(delayMs),
    reload: () => undefined,
    report: (error) => reported.push(error),
  };
  let options: RootOptions = {};
  const makeRoot = (_element: HTMLElement, given: RootOptions) => {
    options = given;
    return { render: () => root.children.push({}), unmount: () => done.push('unmount') };
  };
  const page = standAgain(root as unknown as HTMLElement, kind, makeRoot, door);
  return { root, waits, reported, done, page, fall: () => options.onUncaughtError?.(new Error('drawing'), {}) };
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

  it.each(['board', 'console'] as const)('%s: an error counts while nothing stands', (kind) => {
    for (const name of ['error', 'unhandledrejection']) {
      const empty = openPage({ falls: [] }, 1_000_000, kind);
      heard.get(name)?.({ error: null });
      expect(empty.waits).toHaveLength(1);
    }
  });

  it('an error elsewhere than in drawing brings down a board that stands, for nobody touches it, and no console', () => {
    for (const [kind, falls] of [
      ['board', 1],
      ['console', 0],
    ] as const) {
      for (const name of ['error', 'unhandledrejection']) {
        const { page, waits, done } = openPage({ falls: [] }, 1_000_000, kind);
        page.render(null);
        heard.get(name)?.({ error: new Error('in a timer') });
        expect([kind, name, waits.length, done.length]).toEqual([kind, name, falls, falls]);
      }
    }
  });

  it('a note of the browser without an error brings down nothing', () => {
    const { page, waits } = openPage({ falls: [] });
    page.render(null);
    heard.get('error')?.({ error: null });
    expect(waits).toEqual([]);
  });

  it('what cannot be taken in is a fall: told once, nothing is drawn on below the notice', () => {
    for (const kind of ['board', 'console'] as const) {
      const { page, root, waits, reported, done } = openPage({ falls: [] }, 1_000_000, kind);
      page.render(null);
      const take = guarded((word: string) => {
        if (word === 'bad') throw new Error(word);
      }, page.fall);
      take('good');
      expect(waits).toEqual([]);
      take('bad');
      take('bad');
      expect([waits.length, reported.length, done]).toEqual([1, 1, ['unmount']]);
      expect(root.children).toHaveLength(1);
    }
  });

  it('before anything was drawn is a fall too, and nothing is drawn over its notice', () => {
    const { page, root, waits } = openPage({ falls: [] });
    page.fall(new Error('bad'));
    page.render(null);
    expect([waits.length, root.children.length]).toEqual([1, 1]);
  });

  it('of a terminal is left empty, for its host sees that and brings it back', () => {
    const { page, root, waits, reported, done } = openPage({ falls: [] }, 1_000_000, 'hosted');
    page.fall(new Error('bad'));
    expect([waits, reported.length, done, root.children, heard.size]).toEqual([[], 1, ['unmount'], [], 0]);
  });
});
