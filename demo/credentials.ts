// The demo's credentials: made once through the API, kept in the data folder for its owner's eyes, shown on the landing page only.
import { createHash, randomInt } from 'node:crypto';
import type { HallConfig } from '@jiaohao/contracts/hall-config';
import { z } from 'zod';
import type { HallApi } from './hall-api.ts';
import { readPrivateJson, writePrivateJson } from './private-file.ts';

const Kept = z.strictObject({
  /** Of which hall: the hash of its administrator's token. Another hall knows none of these. */
  hall: z.string(),
  terminals: z.record(z.string(), z.string()),
  displays: z.record(z.string(), z.string()),
  clerks: z.record(z.string(), z.strictObject({ token: z.string(), password: z.string() })),
  /** The technician's, who reads health and figures and nothing else. */
  monitor: z.string().nullable().default(null),
});
export type Credentials = Omit<z.infer<typeof Kept>, 'hall'>;

type Issuing = Pick<HallApi, 'adminToken' | 'issue'>;

/** Those kept in `file`, with whatever the configuration has and the file has not made now. */
export async function demoCredentials(file: string, api: Issuing, config: HallConfig): Promise<Credentials> {
  const hall = createHash('sha256').update(api.adminToken).digest('hex');
  const kept = readPrivateJson(file, Kept);
  const known = kept?.hall === hall ? kept : { hall, terminals: {}, displays: {}, clerks: {}, monitor: null };
  const missing = missingIn(known, config);
  if (missing.length === 0) return known;
  for (const make of missing) await make(known, api);
  writePrivateJson(file, known);
  return known;
}

type Make = (into: Credentials, api: Issuing) => Promise<void>;

function missingIn(known: Credentials, config: HallConfig): Make[] {
  const terminals = config.terminals.filter(({ terminalId }) => known.terminals[terminalId] === undefined);
  const displays = config.displays.filter(({ displayId }) => known.displays[displayId] === undefined);
  const staff = config.staff.filter(({ staffNo }) => known.clerks[staffNo] === undefined);
  return [
    ...terminals.map(({ terminalId: id }): Make => async (into, api) => {
      into.terminals[id] = await api.issue({ kind: 'terminal', id });
    }),
    ...displays.map(({ displayId: id }): Make => async (into, api) => {
      into.displays[id] = await api.issue({ kind: 'display', id });
    }),
    ...staff.map(({ staffNo: id }): Make => async (into, api) => {
      const password = newPassword();
      into.clerks[id] = { password, token: await api.issue({ kind: 'clerk', id, password }) };
    }),
    ...(known.monitor === null ? [makeMonitor] : []),
  ];
}

const makeMonitor: Make = async (into, api) => {
  into.monitor = await api.issue({ kind: 'monitor', id: 'demo' });
};

/** No 0 o 1 l i: somebody types it from a screen. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** 12 characters in threes, about 59 bits. */
function newPassword(): string {
  const group = (): string => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)] ?? '').join('');
  return `${group()}-${group()}-${group()}`;
}
