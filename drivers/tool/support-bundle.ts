// `npm run devices -- support-bundle`: one file for whoever helps from afar. Versions, ports, what answers, times; nothing of a person,
// no names of computers or users, no tokens.
import { writeFileSync } from 'node:fs';
import { arch, cpus, release, totalmem, uptime } from 'node:os';
import type { Arguments } from './arguments.ts';
import { listDevices } from './list-devices.ts';
import { TOOL_WORDS, closedPortWords } from './texts.ts';
import { ToolTrouble } from './tool-trouble.ts';
import { versions } from './versions.ts';

export interface BundleReport {
  readonly file: string;
  readonly ports: number;
}

/** Rejects with ToolTrouble. */
export async function writeSupportBundle(args: Arguments): Promise<BundleReport> {
  const file = args.needed('out');
  const beganMs = performance.now();
  const { ports } = await listDevices(args);
  const bundle = { ...computerFacts(), ports, tookMs: Math.round(performance.now() - beganMs) };
  try {
    writeFileSync(file, `${JSON.stringify(bundle, null, 2)}\n`, { mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new ToolTrouble('file', closedPortWords(file, TOOL_WORDS.fileUnusable(String(error.code))));
  }
  return { file, ports: ports.length };
}

/** Versions and the machine; nothing of a person, no names of computers or users. */
export function computerFacts() {
  return {
    madeAt: new Date().toISOString(),
    versions: { ...versions(), node: process.versions.node },
    computer: {
      platform: process.platform,
      release: release(),
      arch: arch(),
      processors: cpus().length,
      memoryMb: Math.round(totalmem() / 1_048_576),
      upHours: Math.round(uptime() / 3600),
      // Numbers only: whether the user is in dialout or lp can be told from them.
      groups: process.getgroups?.() ?? [],
    },
  };
}
