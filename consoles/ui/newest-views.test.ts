// The newest view by seq wins within a connection; a new connection begins anew.
import { expect, it } from 'vitest';
import type { WindowsView } from '@jiaohao/contracts/views';
import { keepNewest, viewOf } from './newest-views.ts';
import type { ViewStore } from './newest-views.ts';

const view = (seq: number): WindowsView => ({ seq, hallName: { zh: '大厅', en: 'Hall' }, windows: [] });
const EMPTY: ViewStore = new Map();

it('keeps the newer whatever the order of arrival', () => {
  const store = keepNewest(keepNewest(EMPTY, 'windows/hall', view(7), 1), 'windows/hall', view(6), 1);
  expect(viewOf(store, 'windows', 'hall')?.seq).toBe(7);
  expect(viewOf(keepNewest(store, 'windows/hall', view(8), 1), 'windows', 'hall')?.seq).toBe(8);
});

it('takes a lower seq from a later connection, and nothing more from the earlier one', () => {
  const store = keepNewest(keepNewest(EMPTY, 'windows/hall', view(7), 1), 'windows/hall', view(3), 2);
  expect(viewOf(store, 'windows', 'hall')?.seq).toBe(3);
  expect(viewOf(keepNewest(store, 'windows/hall', view(9), 1), 'windows', 'hall')?.seq).toBe(3);
});

it('knows nothing of a topic that has not come', () => {
  expect(viewOf(EMPTY, 'clerkCalls', 'w05')).toBeUndefined();
});
