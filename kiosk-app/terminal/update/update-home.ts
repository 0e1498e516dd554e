// Where updates lie on a terminal, and the small files by which launcher and program tell each other things.
import { join } from 'node:path';
import { z } from 'zod';
import { ReleaseVersion } from '@jiaohao/contracts/updates';
import { LauncherState } from './launcher-state.ts';
import type { UpdateDisk } from './update-disk.ts';

/** `sysexits.h` calls it a temporary failure: the program ends so that a version that is ready can be tried. */
export const RESTART_FOR_UPDATE = 75;
/** `sysexits.h` calls it a mistake of the configuration: another start would end alike, another version's perhaps not. */
export const CANNOT_START = 78;

const Ready = z.strictObject({ version: ReleaseVersion });
/** `startId` is new at every start: an old file can never make a new version healthy. */
const Healthy = z.strictObject({ startId: z.string() });
/** How a version is started, inside its folder. `node` is the Node that runs the launcher; else a program of the package. */
export const StartFile = z.strictObject({
  program: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._/-]*$/),
  args: z.array(z.string()),
  /** Major version of the Electron that this version was built for; it cannot be started in another. */
  electron: z.string().exactOptional(),
});
export type StartFile = z.infer<typeof StartFile>;
const Reported = z.array(ReleaseVersion);

export class UpdateHome {
  readonly #root: string;
  readonly #disk: UpdateDisk;

  constructor(root: string, disk: UpdateDisk) {
    this.#root = root;
    this.#disk = disk;
  }

  get root(): string {
    return this.#root;
  }

  get versions(): string {
    return join(this.#root, 'versions');
  }

  folderOf(version: ReleaseVersion): string {
    return join(this.versions, version);
  }

  get downloads(): string {
    return join(this.#root, 'downloads');
  }

  state(): Promise<LauncherState | null> {
    return this.#read('launcher.json', LauncherState);
  }

  writeState(state: LauncherState): Promise<void> {
    return this.#disk.writeWhole(join(this.#root, 'launcher.json'), JSON.stringify(state));
  }

  async ready(): Promise<ReleaseVersion | null> {
    return (await this.#read('ready.json', Ready))?.version ?? null;
  }

  writeReady(version: ReleaseVersion): Promise<void> {
    return this.#disk.writeWhole(join(this.#root, 'ready.json'), JSON.stringify({ version }));
  }

  async isHealthy(startId: string): Promise<boolean> {
    return (await this.#read('healthy.json', Healthy))?.startId === startId;
  }

  writeHealthy(startId: string): Promise<void> {
    return this.#disk.writeWhole(join(this.#root, 'healthy.json'), JSON.stringify({ startId }));
  }

  async reported(): Promise<ReleaseVersion[]> {
    return (await this.#read('reported.json', Reported)) ?? [];
  }

  writeReported(versions: readonly ReleaseVersion[]): Promise<void> {
    return this.#disk.writeWhole(join(this.#root, 'reported.json'), JSON.stringify(versions));
  }

  /** Null for a file that is not there or says nothing that we know: then there is no such news. */
  async #read<T>(name: string, schema: z.ZodType<T>): Promise<T | null> {
    const text = await this.#disk.readText(join(this.#root, name));
    if (text === null) return null;
    try {
      return schema.safeParse(JSON.parse(text)).data ?? null;
    } catch (error) {
      if (error instanceof SyntaxError) return null;
      throw error;
    }
  }
}
