// The configuration file fills an empty hall; a hall that has one keeps it, unless it is told to import.
import type { HallConfig } from '@jiaohao/contracts/hall-config';
import type { Logger } from 'pino';
import { configHashOf } from './journal/canonical-json.ts';
import type { OpenedHall } from './open-hall.ts';
import { OptionMistake } from './server-options.ts';

/** Throws OptionMistake when the hall refuses the configuration. */
export async function seedConfig(
  hall: OpenedHall,
  config: HallConfig,
  isImport: boolean,
  logger: Logger,
): Promise<void> {
  const present = hall.config();
  if (present !== null && !isImport) {
    if (configHashOf(present) !== configHashOf(config)) {
      logger.warn('the hall has a configuration of its own; the file is ignored (--import-config takes it)');
    }
    return;
  }
  const requestId = `config-${configHashOf(config).slice(0, 24)}-${hall.now()}`;
  const answer = await hall.execute({ requestId, command: { type: 'configureHall', config }, who: { kind: 'admin' } });
  if (!answer.ok) throw new OptionMistake(`The configuration was refused: ${answer.refusal.zh} ${answer.refusal.en}`);
}
