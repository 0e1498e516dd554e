// Proves where a queue's name stands in a row of the column.
import { describe, expect, it } from 'vitest';
import { rowLayout, rowsTaken } from './row-layout.ts';

const named = (zh: string) => ({ zh, en: zh });

describe('rowLayout', () => {
  it.each([
    ['社会保险', 'beside', 1],
    ['不动产综合登记', 'below', 1],
    ['不动产抵押权首次登记（含预告登', 'below', 1],
    ['长'.repeat(60), 'tall', 2],
    ['Social insurance', 'below', 1],
  ])('%s stands %s', (name, layout, rows) => {
    expect(rowLayout(named(name))).toBe(layout);
    expect(rowsTaken(named(name))).toBe(rows);
  });
});
