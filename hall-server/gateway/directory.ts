// Who the configuration knows, by id: looked up on every request, so indexed once per configuration.
import type { HallConfig } from '@jiaohao/contracts/hall-config';

type Terminal = HallConfig['terminals'][number];

export interface Directory {
  readonly terminals: ReadonlyMap<string, Terminal>;
  readonly displays: ReadonlySet<string>;
  readonly staff: ReadonlySet<string>;
}

const NOBODY: Directory = { terminals: new Map(), displays: new Set(), staff: new Set() };
const known = new WeakMap<HallConfig, Directory>();

/** Without a configuration nobody is known but the administrator. */
export function directoryOf(config: HallConfig | null): Directory {
  if (config === null) return NOBODY;
  const kept = known.get(config);
  if (kept !== undefined) return kept;
  const directory: Directory = {
    terminals: new Map(config.terminals.map((terminal) => [terminal.terminalId, terminal])),
    displays: new Set(config.displays.map((display) => display.displayId)),
    staff: new Set(config.staff.map((clerk) => clerk.staffNo)),
  };
  known.set(config, directory);
  return directory;
}
