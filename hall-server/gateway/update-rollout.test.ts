// Who gets which version: lists, zones, percentages, and that growing a percentage only adds terminals.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { UpdateManifest, UpdateRollout } from '@jiaohao/contracts/updates';
import { lotOf, versionFor } from './update-rollout.ts';

const release = (version: string, platform = 'browser-linux-x64') => ({ version, platform }) as UpdateManifest;
const rollout = (part: Partial<UpdateRollout>): UpdateRollout => ({ terminals: [], zones: [], percent: 0, ...part });
const kiosk = { terminalId: 'kiosk-1', zoneId: 'z1', platform: 'browser-linux-x64', version: '1.0.0' };
const facts = (rollouts: Record<string, UpdateRollout>, failedAt: Record<string, string[]> = {}) => ({
  rollouts: new Map(Object.entries(rollouts)),
  failedAt: new Map(Object.entries(failedAt).map(([version, ids]) => [version, new Set(ids)])),
});

test.each([
  ['nobody by default', {}, null],
  ['by name', { '1.1.0': rollout({ terminals: ['kiosk-1'] }) }, '1.1.0'],
  ['by another name', { '1.1.0': rollout({ terminals: ['kiosk-2'] }) }, null],
  ['by zone', { '1.1.0': rollout({ zones: ['z1'] }) }, '1.1.0'],
  ['everybody', { '1.1.0': rollout({ percent: 100 }) }, '1.1.0'],
  ['the newest of two', { '1.1.0': rollout({ percent: 100 }), '1.10.0': rollout({ percent: 100 }) }, '1.10.0'],
  ['never an older one', { '0.9.0': rollout({ percent: 100 }) }, null],
  ['never another platform', { '2.0.0': rollout({ percent: 100 }) }, null],
])('%s', (_, rollouts, expected) => {
  const packages = [release('0.9.0'), release('1.1.0'), release('1.10.0'), release('2.0.0', 'electron-win32-x64')];
  expect(versionFor(kiosk, packages, facts(rollouts))?.version ?? null).toBe(expected);
});

test('a halted version falls back to the one before it, which is still rolled out', () => {
  const all = { '1.1.0': rollout({ percent: 100 }), '1.2.0': rollout({ percent: 100 }) };
  const failed = { '1.2.0': ['kiosk-7', 'kiosk-8'] };
  expect(versionFor(kiosk, [release('1.1.0'), release('1.2.0')], facts(all, failed))?.version).toBe('1.1.0');
});

test('a percentage takes about that share, another one for every version, and growing it only adds', () => {
  const terminals = Array.from({ length: 2_000 }, (_, index) => `kiosk-${index}`);
  const within = (version: string, percent: number) =>
    new Set(terminals.filter((terminalId) => lotOf(terminalId, version) < percent));
  fc.assert(
    fc.property(fc.integer({ min: 5, max: 90 }), fc.integer({ min: 0, max: 10 }), (percent, more) => {
      const some = within('1.1.0', percent);
      expect(some.size / terminals.length).toBeGreaterThan(percent / 100 - 0.05);
      expect(some.size / terminals.length).toBeLessThan(percent / 100 + 0.05);
      const grown = within('1.1.0', percent + more);
      expect([...some].every((terminalId) => grown.has(terminalId))).toBe(true);
    }),
    { numRuns: 20 },
  );
  expect(within('1.1.0', 20)).not.toEqual(within('1.2.0', 20));
});
