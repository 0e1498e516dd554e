// What an address may carry.
import { expect, it } from 'vitest';
import { parseFragment } from './access.ts';

it.each([
  ['#token=abc', { token: 'abc', windowId: null }],
  ['#token=abc&window=w05', { token: 'abc', windowId: 'w05' }],
  ['#token=a%2Bb', { token: 'a+b', windowId: null }],
  ['#window=w05', null],
  ['#token=', null],
  ['', null],
])('reads %j', (fragment, access) => expect(parseFragment(fragment)).toEqual(access));
