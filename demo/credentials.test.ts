// Credentials are made once a hall, kept for their owner's eyes, and completed when the configuration grows.
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HallConfig } from '@jiaohao/contracts/hall-config';
import { CredentialRequest } from '@jiaohao/contracts/principal';
import { expect, test } from 'vitest';
import { demoCredentials } from './credentials.ts';
import { REPOSITORY } from './demo-options.ts';
import { temporaryFolder } from './temporary-folder.ts';

const DEMO = HallConfig.parse(JSON.parse(readFileSync(join(REPOSITORY, 'test/data/halls/demo.json'), 'utf8')));
/** The technician is one more. */
const EVERYBODY = DEMO.terminals.length + DEMO.displays.length + DEMO.staff.length + 1;

function issuing(adminToken: string) {
  const asked: CredentialRequest[] = [];
  const issue = (request: CredentialRequest): Promise<string> => {
    asked.push(CredentialRequest.parse(request));
    return Promise.resolve(`${adminToken}-${request.kind}-${request.id}`);
  };
  return { adminToken, issue, asked };
}

test('made once, readable by their owner only, and the same at the next start', async () => {
  const file = join(temporaryFolder(), 'credentials.json');
  const first = issuing('a');
  const made = await demoCredentials(file, first, DEMO);
  expect(first.asked).toHaveLength(EVERYBODY);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const second = issuing('a');
  expect(await demoCredentials(file, second, DEMO)).toMatchObject(made);
  expect(second.asked).toEqual([]);
});

test('a file from before the technician had a token keeps everybody else', async () => {
  const file = join(temporaryFolder(), 'credentials.json');
  const { clerks } = await demoCredentials(file, issuing('a'), DEMO);
  const kept = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  delete kept['monitor'];
  writeFileSync(file, JSON.stringify(kept));
  const again = issuing('a');
  expect(await demoCredentials(file, again, DEMO)).toMatchObject({ clerks, monitor: 'a-monitor-demo' });
  expect(again.asked).toEqual([{ kind: 'monitor', id: 'demo' }]);
});

test('another hall behind the same folder gets new ones; a new clerk alone is made', async () => {
  const file = join(temporaryFolder(), 'credentials.json');
  const before = await demoCredentials(file, issuing('a'), DEMO);
  const other = issuing('b');
  const after = await demoCredentials(file, other, DEMO);
  expect(other.asked).toHaveLength(EVERYBODY);
  expect(after.terminals['kiosk-1']).not.toBe(before.terminals['kiosk-1']);
  const grown = issuing('b');
  await demoCredentials(file, grown, { ...DEMO, staff: [...DEMO.staff, { staffNo: '0399', name: '新演示' }] });
  expect(grown.asked.map(({ kind, id }) => `${kind} ${id}`)).toEqual(['clerk 0399']);
});

test('every clerk has a password of their own that can be typed', async () => {
  const made = await demoCredentials(join(temporaryFolder(), 'credentials.json'), issuing('a'), DEMO);
  const passwords = Object.values(made.clerks).map(({ password }) => password);
  expect(new Set(passwords).size).toBe(DEMO.staff.length);
  for (const password of passwords) expect(password).toMatch(/^[a-hjkmnp-z2-9]{4}(-[a-hjkmnp-z2-9]{4}){2}$/);
});
