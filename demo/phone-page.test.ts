// The demo's phone page: the hall is told its address once, and the bench finds the link that was printed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HallConfig } from '@jiaohao/contracts/hall-config';
import { expect, test } from 'vitest';
import { DemoCannotStart } from './demo-cannot-start.ts';
import { REPOSITORY, demoOptions } from './demo-options.ts';
import { phoneLinkOf, withPhonePage } from './phone-page.ts';

const DEMO = HallConfig.parse(JSON.parse(readFileSync(join(REPOSITORY, 'test/data/halls/demo.json'), 'utf8')));
const HALL = 'http://127.0.0.1:8089';

test('off unless it is asked for', () => {
  expect(demoOptions([]).hasPhonePage).toBe(false);
  expect(demoOptions(['--phone-page']).hasPhonePage).toBe(true);
  expect(() => demoOptions(['--phone-page=yes'])).toThrow(DemoCannotStart);
});

test('the hall is told where phones reach it, and not again while that is so', async () => {
  const told: HallConfig[] = [];
  const api = { configure: (config: HallConfig) => Promise.resolve(void told.push(config)) };
  const first = await withPhonePage(api, DEMO, HALL);
  expect(first).toEqual({ ...DEMO, hall: { ...DEMO.hall, phoneAddress: HALL } });
  expect(await withPhonePage(api, first, HALL)).toBe(first);
  const moved = await withPhonePage(api, first, 'http://127.0.0.1:8189');
  expect(told).toEqual([first, moved]);
});

test('a start without it takes the demo’s own address back, and leaves one that phones can reach', async () => {
  const told: HallConfig[] = [];
  const api = { configure: (config: HallConfig) => Promise.resolve(void told.push(config)) };
  const on = await withPhonePage(api, DEMO, HALL);
  expect(await withPhonePage(api, on, null)).toEqual(DEMO);
  const reachable = { ...DEMO, hall: { ...DEMO.hall, phoneAddress: 'http://192.0.2.10:8089' } };
  expect(await withPhonePage(api, reachable, null)).toBe(reachable);
  expect(await withPhonePage(api, DEMO, null)).toBe(DEMO);
  expect(told).toEqual([on, DEMO]);
});

test('the link is what the QR symbol on the paper says', () => {
  const kept = (elements: Parameters<typeof phoneLinkOf>[0]['printed']['elements']) =>
    phoneLinkOf({ ticketNo: 1, printedAt: 0, printed: { bytes: Uint8Array.of(), elements } });
  const link = `${HALL}/phone/#1.AbCdEfGhIjKlMnOpQrStUv`;
  expect(kept([{ type: 'cut', mode: 'partial' }])).toBeNull();
  expect(kept([{ type: 'qr', data: link, moduleDots: 6, level: 'M', align: 'centre' }])).toBe(link);
});
