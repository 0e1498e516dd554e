// Proves where a page's token comes from, where it stays, and that it does not stay in the address bar.
import { describe, expect, it } from 'vitest';
import { keptUnder, takeToken } from './page-token.tsx';

function browser(hash: string, pathname = '/board/') {
  const kept = new Map<string, string>();
  const addresses: unknown[] = [];
  return {
    kept,
    addresses,
    open: (nextHash = hash, isStorageAllowed = true) =>
      takeToken('token', {
        location: { hash: nextHash, pathname, search: '?x=1' },
        history: { replaceState: (_data, _unused, url) => addresses.push(url) },
        storage: isStorageAllowed
          ? { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) }
          : null,
      }),
  };
}

it('things of two pages in one browser are kept apart', () => {
  const [one, other] = ['?pad=pad-14', '?pad=pad-15'].map((search) =>
    keptUnder('pad.token', { pathname: '/pad/', search }),
  );
  expect(one).toBe('jiaohao.pad.token:/pad/?pad=pad-14');
  expect(other).not.toBe(one);
});

describe('takeToken', () => {
  it('takes the token out of the fragment and the fragment out of the address', () => {
    const it_ = browser('#token=abc%2B1');
    expect(it_.open()).toBe('abc+1');
    expect(it_.addresses).toEqual(['/board/?x=1']);
  });

  it('knows it at the next start, under the path of the page', () => {
    const it_ = browser('#token=abc');
    it_.open();
    expect(it_.open('')).toBe('abc');
    expect([...it_.kept.keys()]).toEqual(['jiaohao.token:/board/?x=1']);
  });

  it('prefers a new one', () => {
    const it_ = browser('#token=abc');
    it_.open();
    expect(it_.open('#token=new')).toBe('new');
    expect(it_.open('')).toBe('new');
  });

  it('has none without fragment and memory, and works without storage', () => {
    expect(browser('').open()).toBeNull();
    expect(browser('#token=').open()).toBeNull();
    expect(browser('#token=abc').open('#token=abc', false)).toBe('abc');
  });

  it('leaves it in the address where the browser keeps nothing, for the next reload', () => {
    const forgetful = browser('#token=abc');
    forgetful.open('#token=abc', false);
    expect(forgetful.addresses).toEqual([]);
  });
});
