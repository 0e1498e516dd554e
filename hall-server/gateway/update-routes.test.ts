// Updates over HTTP: an upload in pieces, what is refused, who is offered what, downloads from any byte on.
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { SignedManifest } from '@jiaohao/contracts/updates';
import { releaseKey, signedPackage } from './testing/signed-package.ts';
import { ADMIN, CLERK, KIOSK, WINDOW_TERMINAL, testGateway } from './testing/test-gateway.ts';
import type { TestGateway } from './testing/test-gateway.ts';

const KEY = releaseKey();
const PATH = '/api/v1/updates/packages/browser-linux-x64/1.1.0';
const OFFER = '/api/v1/updates/offer?platform=browser-linux-x64&version=1.0.0';

function updatesFolder(key: string | null = KEY.publicPem): string {
  const folder = mkdtempSync(join(tmpdir(), 'jiaohao-updates-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  if (key !== null) writeFileSync(join(folder, 'release-key.pem'), key);
  return folder;
}

const begin = ({ post }: TestGateway, signed: SignedManifest) => post('/api/v1/updates/packages', signed, ADMIN);

function piece({ request }: TestGateway, bytes: Buffer, offset: number, who = ADMIN) {
  const headers = { 'content-type': 'application/octet-stream' };
  return request(`${PATH}?offset=${offset}`, { method: 'PUT', headers, body: new Uint8Array(bytes), who });
}

async function uploaded(gateway: TestGateway, bytes: Buffer): Promise<void> {
  await begin(gateway, signedPackage(bytes, KEY.privateKey).signed);
  expect((await piece(gateway, bytes, 0)).status).toBe(200);
}

const rollOut = ({ request }: TestGateway, rollout: object) =>
  request('/api/v1/updates/rollouts/1.1.0', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(rollout),
    who: ADMIN,
  });

const offered = async ({ request }: TestGateway, who = KIOSK) => (await request(OFFER, { who })).body['offer'] ?? null;

test('a package comes in pieces, over a restart too, and is offered once it is rolled out', async () => {
  const folder = updatesFolder();
  const bytes = randomBytes(1_000);
  const { signed } = signedPackage(bytes, KEY.privateKey);
  const first = await testGateway({ updatesFolder: folder });
  expect((await begin(first, signed)).body).toMatchObject({ receivedBytes: 0, sizeBytes: 1_000 });
  expect((await piece(first, bytes.subarray(0, 400), 0)).body).toMatchObject({ receivedBytes: 400 });

  const second = await testGateway({ updatesFolder: folder });
  expect((await begin(second, signed)).body).toMatchObject({ receivedBytes: 400 });
  expect((await rollOut(second, { percent: 100 })).status).toBe(404);
  expect((await piece(second, bytes.subarray(300), 300)).body.error?.code).toBe('updateOffset');
  expect((await piece(second, bytes.subarray(400), 400)).body).toMatchObject({ receivedBytes: 1_000 });
  expect(await offered(second)).toBeNull();
  expect((await rollOut(second, { percent: 100 })).status).toBe(200);
  expect(await offered(second)).toEqual(signed);

  const third = await testGateway({ updatesFolder: folder });
  expect(await offered(third)).toEqual(signed);
  const list = await third.request('/api/v1/updates', { who: ADMIN });
  expect(list.body).toMatchObject({ terminals: [{ terminalId: 'k1', version: '1.0.0' }] });
});

test('pieces that all came before a crash, but were never checked, are sent anew', async () => {
  const folder = updatesFolder();
  const bytes = randomBytes(1_000);
  const { signed } = signedPackage(bytes, KEY.privateKey);
  const first = await testGateway({ updatesFolder: folder });
  await begin(first, signed);
  expect((await piece(first, bytes.subarray(0, 400), 0)).status).toBe(200);
  // As the last piece leaves it when the power goes between its bytes and the name.
  writeFileSync(join(folder, 'packages/browser-linux-x64-1.1.0/package.part'), bytes);

  const second = await testGateway({ updatesFolder: folder });
  expect((await begin(second, signed)).body).toMatchObject({ receivedBytes: 0 });
  expect((await second.request(PATH, { who: KIOSK })).status).toBe(404);
  expect((await piece(second, bytes, 0)).body).toMatchObject({ receivedBytes: 1_000 });
  expect((await rollOut(second, { percent: 100 })).status).toBe(200);
  expect(await offered(second)).toEqual(signed);
});

test('an altered package is dropped at its last piece', async () => {
  const folder = updatesFolder();
  const gateway = await testGateway({ updatesFolder: folder });
  const bytes = randomBytes(100);
  await begin(gateway, signedPackage(bytes, KEY.privateKey).signed);
  const altered = Buffer.from(bytes);
  altered[50] = (altered[50] ?? 0) ^ 1;
  expect((await piece(gateway, altered, 0)).body.error).toMatchObject({ code: 'updateCorrupt' });
  expect(readdirSync(join(folder, 'packages'))).toEqual([]);
});

test.each([
  ['signed by somebody else', releaseKey().privateKey, {}, 'updateSignatureWrong'],
  ['of another product', KEY.privateKey, { product: 'other' as 'jiaohao-terminal' }, 'updateSignatureWrong'],
  ['of a version that is a path', KEY.privateKey, { version: '../1.0' }, 'updateSignatureWrong'],
])('a manifest %s is refused', async (_, privateKey, changes, code) => {
  const gateway = await testGateway({ updatesFolder: updatesFolder() });
  const { signed } = signedPackage(randomBytes(10), privateKey, changes);
  expect(await begin(gateway, signed)).toMatchObject({ status: 409, body: { error: { code } } });
});

test('without a release key nothing is taken; a version that is there does not become another', async () => {
  const folder = updatesFolder(null);
  const gateway = await testGateway({ updatesFolder: folder });
  const { signed } = signedPackage(randomBytes(10), KEY.privateKey);
  expect((await begin(gateway, signed)).body.error?.code).toBe('updateKeyMissing');
  writeFileSync(join(folder, 'release-key.pem'), KEY.publicPem);
  expect((await begin(gateway, signed)).status).toBe(200);
  const other = signedPackage(randomBytes(10), KEY.privateKey).signed;
  expect((await begin(gateway, other)).body.error?.code).toBe('updateDiffers');
});

test('the download goes on from any byte', async () => {
  const gateway = await testGateway({ updatesFolder: updatesFolder() });
  const bytes = randomBytes(5_000);
  await uploaded(gateway, bytes);
  const get = async (range?: string) => {
    const headers = {
      authorization: `Bearer ${gateway.hall.tokenFor(KIOSK)}`,
      ...(range === undefined ? {} : { range }),
    };
    const response = await fetch(new URL(PATH, gateway.gateway.url), { headers });
    return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
  };
  expect((await get()).bytes.equals(bytes)).toBe(true);
  const rest = await get('bytes=1234-');
  expect([rest.status, rest.headers.get('content-range')]).toEqual([206, 'bytes 1234-4999/5000']);
  expect(rest.bytes.equals(bytes.subarray(1234))).toBe(true);
  expect((await get('bytes=5000-')).status).toBe(416);
});

test('two terminals that gave a version back halt it; one of them alone only keeps it from itself', async () => {
  const gateway = await testGateway({ updatesFolder: updatesFolder() });
  await uploaded(gateway, randomBytes(10));
  await rollOut(gateway, { terminals: ['k1', 't1'] });
  expect(await offered(gateway, KIOSK)).not.toBeNull();
  expect(await offered(gateway, WINDOW_TERMINAL)).not.toBeNull();
  const report = { version: '1.1.0', failure: 'notHealthyInTime' };
  expect((await gateway.post('/api/v1/updates/reports', report, KIOSK)).status).toBe(200);
  expect(await offered(gateway, KIOSK)).toBeNull();
  expect(await offered(gateway, WINDOW_TERMINAL)).not.toBeNull();
  await gateway.post('/api/v1/updates/reports', report, WINDOW_TERMINAL);
  expect(await offered(gateway, WINDOW_TERMINAL)).toBeNull();
  const list = await gateway.request('/api/v1/updates', { who: ADMIN });
  expect(list.body['packages']).toMatchObject([{ isHalted: true, failedAt: ['k1', 't1'] }]);
});

test('a report about a version that the hall does not hold is refused and not kept', async () => {
  const folder = updatesFolder();
  const gateway = await testGateway({ updatesFolder: folder });
  await uploaded(gateway, randomBytes(10));
  await offered(gateway, KIOSK);
  const report = { version: '9.9.9', failure: 'ended' };
  expect((await gateway.post('/api/v1/updates/reports', report, KIOSK)).status).toBe(404);
  expect(readFileSync(join(folder, 'fleet.json'), 'utf8')).not.toContain('9.9.9');
});

test('only the administrator puts in and rolls out, only terminals ask', async () => {
  const gateway = await testGateway({ updatesFolder: updatesFolder() });
  const { signed } = signedPackage(randomBytes(10), KEY.privateKey);
  for (const who of [KIOSK, CLERK]) {
    expect((await gateway.post('/api/v1/updates/packages', signed, who)).status).toBe(403);
    expect((await gateway.request('/api/v1/updates', { who })).status).toBe(403);
    expect((await piece(gateway, randomBytes(10), 0, who)).status).toBe(403);
  }
  expect((await gateway.request(OFFER, { who: CLERK })).status).toBe(403);
  expect((await gateway.request(OFFER, { who: { kind: 'terminal', terminalId: 'gone' } })).status).toBe(403);
  expect((await gateway.request(OFFER)).status).toBe(401);
});

test('a folder that cannot be understood gives no updates and keeps the hall open', async () => {
  const folder = updatesFolder();
  mkdirSync(join(folder, 'packages'));
  writeFileSync(join(folder, 'fleet.json'), '{"half":');
  const gateway = await testGateway({ updatesFolder: folder });
  expect((await gateway.request('/healthz')).status).toBe(200);
  expect((await gateway.request(OFFER, { who: KIOSK })).status).toBe(404);
  expect(gateway.log.text()).toContain('no updates for terminals');
});
