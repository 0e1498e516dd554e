// Fetching an update: everything that can be wrong with a package, and the power cut at every single step of it.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { firstState, nextState, versionToStart } from './launcher-state.ts';
import { takeUpdate } from './take-update.ts';
import { failingDisk, PowerCut } from './testing/failing-disk.ts';
import { makeRelease, PLATFORM, RELEASE_KEY, ReleaseHall, signed } from './testing/release.ts';
import type { Release } from './testing/release.ts';
import { realDisk } from './update-disk.ts';
import type { UpdateDisk } from './update-disk.ts';
import { UpdateHome } from './update-home.ts';

const START = JSON.stringify({ program: 'node', args: ['main.js'] });
const NOISE = createHash('shake256', { outputLength: 3_000 }).update('noise').digest();
const FILES = { 'start.json': START, 'main.js': 'process.exit(0);\n', 'deep/er/data.bin': NOISE };
const release = await makeRelease('1.1.0', FILES);

function newRoot(): string {
  const root = mkdtempSync(join(tmpdir(), 'jiaohao-update-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return root;
}

/** One look, with version 1.0.0 running. */
function look(root: string, hall: ReleaseHall, disk: UpdateDisk = realDisk, state = firstState('1.0.0')) {
  return takeUpdate({
    home: new UpdateHome(root, disk),
    disk,
    hall,
    releaseKey: RELEASE_KEY,
    platform: PLATFORM,
    running: '1.0.0',
    state,
    signal: new AbortController().signal,
  });
}

const isWholeVersion = (root: string, version = '1.1.0') =>
  Object.entries(FILES).every(([name, content]) => {
    const file = join(root, 'versions', version, name);
    return existsSync(file) && readFileSync(file).equals(Buffer.from(content));
  });

test('an update is fetched, checked, unpacked and ready; the archive is gone', async () => {
  const root = newRoot();
  expect(await look(root, new ReleaseHall(release))).toEqual({ type: 'ready', version: '1.1.0' });
  expect(isWholeVersion(root)).toBe(true);
  expect(await new UpdateHome(root, realDisk).ready()).toBe('1.1.0');
  expect(readdirSync(join(root, 'downloads'))).toEqual([]);
  expect(await look(root, new ReleaseHall(release))).toEqual({ type: 'ready', version: '1.1.0' });
});

test('a download that broke off goes on where it was', async () => {
  const root = newRoot();
  const hall = new ReleaseHall(release);
  hall.breaksAfterBytes = 1_024;
  expect(await look(root, hall)).toEqual({ type: 'notNow', problem: 'hallGivesNothing' });
  expect(await look(root, hall)).toEqual({ type: 'notNow', problem: 'hallGivesNothing' });
  hall.breaksAfterBytes = Infinity;
  expect(await look(root, hall)).toMatchObject({ type: 'ready' });
  expect(hall.askedFrom).toEqual([0, 1_024, 2_048]);
  expect(isWholeVersion(root)).toBe(true);
});

const altered = Buffer.from(release.bytes);
altered[200] = (altered[200] ?? 0) ^ 0x10;
const foreignKey = generateKeyPairSync('ed25519').privateKey;

test.each<[string, Release, string]>([
  ['altered in one bit', { ...release, bytes: altered }, 'packageCorrupt'],
  ['cut short', { ...release, bytes: release.bytes.subarray(0, 900) }, 'hallGivesNothing'],
  ['longer than signed', { ...release, bytes: Buffer.concat([release.bytes, Buffer.alloc(9)]) }, 'packageCorrupt'],
  ['signed by somebody else', signed('1.1.0', release.bytes, {}, foreignKey), 'signatureWrong'],
  [
    'with another manifest under the same signature',
    { ...release, signed: { ...release.signed, manifest: release.signed.manifest.replace('1.1.0', '1.2.0') } },
    'signatureWrong',
  ],
  ['for another platform', signed('1.1.0', release.bytes, { platform: 'electron-win32-x64' }), 'wrongPlatform'],
  ['older', signed('0.9.9', release.bytes), 'notTaken'],
  ['the same', signed('1.0.0', release.bytes), 'notTaken'],
  ['of another product', signed('1.1.0', release.bytes, { product: 'x' as 'jiaohao-terminal' }), 'manifestUnknown'],
  ['that is no archive', signed('1.1.0', Buffer.from('not an archive at all')), 'packageCorrupt'],
  ['that unpacks to more than signed', signed('1.1.0', release.bytes, { unpackedBytes: 100 }), 'packageCorrupt'],
  ['too large for this disk', signed('1.1.0', release.bytes, { unpackedBytes: 2 ** 32 }), 'diskFull'],
])('a package %s is not taken', async (_, bad, problem) => {
  const root = newRoot();
  const smallDisk = { ...realDisk, freeBytes: () => Promise.resolve(2 ** 31) };
  expect(await look(root, new ReleaseHall(bad), smallDisk)).toEqual({ type: 'notNow', problem });
  expect(await new UpdateHome(root, realDisk).ready()).toBeNull();
  expect(existsSync(join(root, 'versions/1.1.0'))).toBe(false);
  expect(await look(root, new ReleaseHall(release))).toMatchObject({ type: 'ready' });
  expect(isWholeVersion(root)).toBe(true);
});

test('a version that was given back is not fetched again', async () => {
  const hall = new ReleaseHall(release);
  const state = { ...firstState('1.0.0'), rejected: [{ version: '1.1.0', failure: 'ended' as const }] };
  expect(await look(newRoot(), hall, realDisk, state)).toEqual({ type: 'notNow', problem: 'notTaken' });
  expect(hall.askedFrom).toEqual([]);
});

test('old versions and foreign downloads go; the current and the one before stay', async () => {
  const root = newRoot();
  for (const version of ['0.8.0', '0.9.0', '1.0.0', '1.1.0.partial'])
    mkdirSync(join(root, 'versions', version), { recursive: true });
  mkdirSync(join(root, 'downloads'));
  writeFileSync(join(root, 'downloads/other.part'), 'x');
  await look(root, new ReleaseHall(release), realDisk, { ...firstState('1.0.0'), previous: '0.9.0' });
  expect(readdirSync(join(root, 'versions')).sort()).toEqual(['0.9.0', '1.0.0', '1.1.0']);
  expect(readdirSync(join(root, 'downloads'))).toEqual([]);
});

/** Steps of an undisturbed run, so that the cuts below reach every one of them. */
const counting = failingDisk(Infinity, 'before');
const countingRoot = mkdtempSync(join(tmpdir(), 'jiaohao-update-'));
await look(countingRoot, new ReleaseHall(release), counting);
rmSync(countingRoot, { recursive: true });
const STEPS = counting.steps();

test('power cuts at any steps, one after the other: what would be started is whole, and in the end the update is there', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ step: fc.integer({ min: 1, max: STEPS }), how: fc.constantFrom('before', 'half') }), {
        maxLength: 4,
      }),
      async (cuts) => {
        const root = newRoot();
        for (const { step, how } of cuts) {
          const outcome = await look(root, new ReleaseHall(release), failingDisk(step, how)).catch(
            (error: unknown) => error,
          );
          if (!(outcome instanceof PowerCut)) expect(outcome).toMatchObject({ type: 'ready' });
          await whatStartsIsWhole(root);
        }
        expect(await look(root, new ReleaseHall(release))).toMatchObject({ type: 'ready' });
        await whatStartsIsWhole(root);
        expect(isWholeVersion(root)).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
});

test('a disk that is full from any step on: told, cleared up, and the running version untouched', async () => {
  const before = newRoot();
  mkdirSync(join(before, 'versions/1.0.0'), { recursive: true });
  writeFileSync(join(before, 'versions/1.0.0/start.json'), START);
  for (let step = 1; step < STEPS; step++) {
    const root = newRoot();
    cpSync(before, root, { recursive: true });
    const result = await look(root, new ReleaseHall(release), failingDisk(step, 'full'));
    if (result.type === 'ready') continue;
    expect(result).toEqual({ type: 'notNow', problem: 'diskFull' });
    expect(readdirSync(join(root, 'versions'))).toEqual(['1.0.0']);
    expect(existsSync(join(root, 'downloads'))).toBe(false);
    await whatStartsIsWhole(root);
  }
});

/** As the launcher would choose now. */
async function whatStartsIsWhole(root: string): Promise<void> {
  const home = new UpdateHome(root, realDisk);
  const chosen = versionToStart(nextState(firstState('1.0.0'), { type: 'starting', ready: await home.ready() }));
  if (chosen.isTrial) expect(isWholeVersion(root, chosen.version)).toBe(true);
}
