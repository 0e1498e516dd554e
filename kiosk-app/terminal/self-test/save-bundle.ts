// The support bundle: one file for whoever helps from afar. Nothing of a person, no token, no secret of a device.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { DeviceSetting } from '../../wire/devices.ts';
import type { SelfTestDevice, SelfTestWork } from '../../wire/self-test.ts';
import type { Log } from '../log.ts';

export interface BundleParts {
  readonly terminalId: string;
  readonly dataFolder: string;
  readonly settings: readonly DeviceSetting[];
  readonly log: Log;
  /** Versions, machine, ports: of the devices process. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly devices: readonly SelfTestDevice[];
  readonly print: SelfTestWork['print'];
}

const SECRET = /pass|secret|token|pin$|user|login/i;

/** So many stay, the newest; each is a few kilobytes, and whoever helps wants the one of today. */
const KEPT_BUNDLES = 10;
const BUNDLE = /^support-[\dTZ-]+\.json$/;

/** Written into `support` in the terminal's data folder, readable by its user only. Older ones than the newest ten go. */
export function saveBundle(parts: BundleParts): SelfTestWork['bundle'] {
  const { terminalId, dataFolder, settings, log, facts, devices, print } = parts;
  const folder = join(dataFolder, 'support');
  const file = join(folder, `support-${new Date().toISOString().replace(/[:.]/g, '-')}.json`);
  const terminal = { terminalId, devices: settings.map(withoutSecrets) };
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(file, `${JSON.stringify({ ...facts, terminal, devices, print }, null, 2)}\n`, { mode: 0o600 });
    removeOld(folder, basename(file), log);
    return { state: 'saved', file };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    log.error({ err: error, file }, 'The support bundle cannot be written');
    return { state: 'failed', code: String(error.code) };
  }
}

/** Their names are instants: the order of names is that of time. What cannot be removed is tried again with the next one. */
function removeOld(folder: string, saved: string, log: Log): void {
  try {
    // Never the new one, whatever the clock of the machine says.
    const others = readdirSync(folder).filter((name) => BUNDLE.test(name) && name !== saved);
    for (const name of others.sort().slice(0, 1 - KEPT_BUNDLES)) rmSync(join(folder, name));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    log.warn({ err: error, folder }, 'Old support bundles cannot be removed');
  }
}

function withoutSecrets({ options, ...setting }: DeviceSetting): DeviceSetting {
  const shown = Object.entries(options).map(([name, value]) => [name, SECRET.test(name) ? '***' : value] as const);
  return { ...setting, options: Object.fromEntries(shown) };
}
