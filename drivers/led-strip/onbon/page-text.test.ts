// What a page looks like on the strip: what its font lacks is a box, and it is trusted with no more than the printers' fonts.
import { expect, test } from 'vitest';
import { shownPage } from './page-text.ts';

test.each([
  ['请A012到5号窗口', '请A012到5号窗口'],
  ['王䶮😀', '王□□'],
  ['€?\\', '□?＼'],
  ['一\n二\u007f', '一二'],
])('%j stands as %j', (page, stands) => {
  expect(shownPage(page)).toBe(stands);
});
