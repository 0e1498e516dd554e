// The hall's only door to the network: HTTP and sockets on one port, over one hall.
import type { Logger } from 'pino';
import type { StorageHealth } from '@jiaohao/contracts/health';
import type { Hall } from '../hall-door.ts';
import { boundedWork } from './bounded-work.ts';
import { systemClock } from './clock.ts';
import type { GatewayClock } from './clock.ts';
import { openCommandRecord } from './command-record.ts';
import { openConnections } from './health-connections.ts';
import { httpServer } from './http-server.ts';
import { startMetrics } from './metrics.ts';
import { openRevocations } from './revocations.ts';
import { commandRunner } from './run-command.ts';
import { startSockets } from './sockets.ts';
import { openUpdates } from './update-routes.ts';

export interface GatewayOptions {
  readonly hall: Hall;
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Where the built pages lie, one folder each. */
  readonly pagesFolder: string;
  /** Where update packages of terminals lie; without it the hall gives out none. */
  readonly updatesFolder?: string;
  readonly logger: Logger;
  /** Size of the journal and room on its disk; null where the disk does not say. */
  readonly storage: () => Promise<StorageHealth | null>;
  /** For tests; the system's own otherwise. */
  readonly clock?: GatewayClock;
}

export interface Gateway {
  /** e.g. `http://127.0.0.1:8080` */
  readonly url: string;
  close(): Promise<void>;
}

/** Of libuv's four threads two stay free for files. A hall whose clerks all sign in at eight fits into the line. */
const HASHING = { concurrent: 2, waitingMax: 64 };

/** Rejects with the system's error where the address cannot be had (EADDRINUSE and the like). */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { hall, host, port, pagesFolder, logger, clock = systemClock } = options;
  const health = { connections: openConnections(hall, clock), storage: options.storage };
  const metrics = startMetrics(hall, health);
  const runCommand = commandRunner(hall, openCommandRecord(logger, metrics.traffic.command), clock);
  const hashing = boundedWork(HASHING);
  const revocations = openRevocations(hall);
  const updates = options.updatesFolder === undefined ? null : await openUpdates(options.updatesFolder, logger);
  const shared = { hall, logger, clock, runCommand, revocations };
  const http = await httpServer({ ...shared, hashing, pagesFolder, updates, health, metrics });
  const sockets = startSockets(http.server, { ...shared, connections: health.connections });
  try {
    const url = await http.listen({ host, port });
    return {
      url,
      async close() {
        metrics.close();
        await Promise.all([sockets.close(), http.close()]);
      },
    };
  } catch (error) {
    metrics.close();
    await Promise.all([sockets.close(), http.close()]);
    throw error;
  }
}
