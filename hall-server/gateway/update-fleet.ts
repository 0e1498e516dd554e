// What terminals told about their versions: which they run, which they gave back. Kept over restarts of the hall.
import { join } from 'node:path';
import { z } from 'zod';
import { ConfiguredId } from '@jiaohao/contracts/ids';
import { ReleaseVersion, UpdateFailure, UpdatePlatform, UpdateRollout } from '@jiaohao/contracts/updates';
import type { RolloutFacts } from './update-rollout.ts';
import { readWhole, writeWhole } from './update-files.ts';

const TerminalRecord = z.strictObject({
  platform: UpdatePlatform,
  version: ReleaseVersion,
  /** Epoch ms of the last time it asked for an update; kept exactly only while the server runs. */
  seenAt: z.int(),
  failures: z.record(ReleaseVersion, UpdateFailure),
});
export type TerminalRecord = z.infer<typeof TerminalRecord>;

const FleetFile = z.strictObject({
  terminals: z.record(ConfiguredId, TerminalRecord),
  rollouts: z.record(ReleaseVersion, UpdateRollout),
});

export class UpdateFleet {
  readonly #file: string;
  readonly #terminals: Map<string, TerminalRecord>;
  readonly #rollouts: Map<string, UpdateRollout>;
  #writing: Promise<void> = Promise.resolve();

  private constructor(file: string, kept: z.infer<typeof FleetFile>) {
    this.#file = file;
    this.#terminals = new Map(Object.entries(kept.terminals));
    this.#rollouts = new Map(Object.entries(kept.rollouts));
  }

  static async open(folder: string): Promise<UpdateFleet> {
    const file = join(folder, 'fleet.json');
    return new UpdateFleet(file, (await readWhole(file, FleetFile)) ?? { terminals: {}, rollouts: {} });
  }

  terminals(): ReadonlyMap<string, TerminalRecord> {
    return this.#terminals;
  }

  facts(): RolloutFacts {
    const failedAt = new Map<string, Set<string>>();
    for (const [terminalId, { failures }] of this.#terminals) {
      for (const version of Object.keys(failures)) {
        failedAt.set(version, (failedAt.get(version) ?? new Set()).add(terminalId));
      }
    }
    return { rollouts: this.#rollouts, failedAt };
  }

  /** A terminal that has the version it once gave back has it for good: the failure is forgotten. */
  async seen(terminalId: string, platform: UpdatePlatform, version: ReleaseVersion, at: number): Promise<void> {
    const before = this.#terminals.get(terminalId);
    const { [version]: cured, ...failures } = before?.failures ?? {};
    this.#terminals.set(terminalId, { platform, version, seenAt: at, failures });
    if (before?.version !== version || before.platform !== platform || cured !== undefined) await this.#write();
  }

  async failed(terminalId: string, version: ReleaseVersion, failure: UpdateFailure): Promise<boolean> {
    const before = this.#terminals.get(terminalId);
    if (before === undefined) return false;
    this.#terminals.set(terminalId, { ...before, failures: { ...before.failures, [version]: failure } });
    await this.#write();
    return true;
  }

  async setRollout(version: ReleaseVersion, rollout: UpdateRollout): Promise<void> {
    this.#rollouts.set(version, rollout);
    await this.#write();
  }

  /** One after the other: two writes at once would share the file that is swapped in. */
  #write(): Promise<void> {
    const write = () =>
      writeWhole(
        this.#file,
        JSON.stringify({
          terminals: Object.fromEntries(this.#terminals),
          rollouts: Object.fromEntries(this.#rollouts),
        }),
      );
    const written = this.#writing.then(write);
    this.#writing = written.catch(() => undefined); // told to whoever asked for that write
    return written;
  }
}
