// Which terminal is offered which version: a pure choice, so that the same question has the same answer all day.
import { createHash } from 'node:crypto';
import { compareVersions } from '@jiaohao/contracts/updates';
import type { UpdateManifest, UpdateRollout } from '@jiaohao/contracts/updates';

export interface AskingTerminal {
  readonly terminalId: string;
  readonly zoneId: string | null;
  readonly platform: string;
  /** The version that it runs. */
  readonly version: string;
}

export interface RolloutFacts {
  readonly rollouts: ReadonlyMap<string, UpdateRollout>;
  /** Version -> terminals that tried it and went back. */
  readonly failedAt: ReadonlyMap<string, ReadonlySet<string>>;
}

/** One terminal that goes back may have a broken disk; at the second the version is to blame and nobody else gets it. */
export const HALTED_AT_FAILURES = 2;

/** The newest version that is rolled out to this terminal and newer than its own; null when it has the right one. */
export function versionFor<T extends UpdateManifest>(
  terminal: AskingTerminal,
  packages: readonly T[],
  facts: RolloutFacts,
): T | null {
  const fitting = packages.filter(
    ({ version, platform }) =>
      platform === terminal.platform &&
      compareVersions(version, terminal.version) > 0 &&
      isIncluded(terminal, version, facts.rollouts.get(version)) &&
      !isHalted(version, facts) &&
      facts.failedAt.get(version)?.has(terminal.terminalId) !== true,
  );
  return fitting.sort((a, b) => compareVersions(b.version, a.version))[0] ?? null;
}

export function isHalted(version: string, { failedAt }: RolloutFacts): boolean {
  return (failedAt.get(version)?.size ?? 0) >= HALTED_AT_FAILURES;
}

function isIncluded(terminal: AskingTerminal, version: string, rollout: UpdateRollout | undefined): boolean {
  if (rollout === undefined) return false;
  if (rollout.terminals.includes(terminal.terminalId)) return true;
  if (terminal.zoneId !== null && rollout.zones.includes(terminal.zoneId)) return true;
  return lotOf(terminal.terminalId, version) < rollout.percent;
}

/** 0 to 99, another order for every version: not always the same kiosks go first. A higher percentage keeps whoever was in. */
export function lotOf(terminalId: string, version: string): number {
  return createHash('sha256').update(`${version} ${terminalId}`).digest().readUInt32BE(0) % 100;
}
