// How the hall's machinery is, for its technician: programs, links, clocks, devices, disk. No applicant, no ticket, no member of staff.
import { z } from 'zod';
import { DeviceCondition } from './commands.ts';
import { Bilingual, DurationMs, Instant } from './ids.ts';

const count = z.int().min(0);

/**
 * Screens and terminals that the configuration knows. `window`: a terminal with the pads of one window or of several; `pad`: a tablet that
 * is a window's evaluation pad; `strip`: one that drives LED strips; `windowScreen`: the display above a window.
 */
export const StationKind = z.enum(['kiosk', 'window', 'pad', 'strip', 'board', 'windowScreen']);
export type StationKind = z.infer<typeof StationKind>;

/** What the hall knows of one program at the other end of a socket. */
export const ProgramLink = z.strictObject({
  /** Sockets that are open now. */
  connections: count,
  /** Since when without a break; null while there is no connection. */
  connectedSinceAt: Instant.nullable(),
  /** Last sign of life since the server started; null where there was none. */
  lastSeenAt: Instant.nullable(),
  /** Product version and page build; null until the program has said them. */
  version: z.string().nullable(),
  build: z.string().nullable(),
  /** That machine's clock minus the server's, ms; wrong by half of `roundTripMs` at most. Null until measured. */
  clockDifferenceMs: z.int().nullable(),
  roundTripMs: DurationMs.nullable(),
});
export type ProgramLink = z.infer<typeof ProgramLink>;

export const StationHealth = z.strictObject({
  kind: StationKind,
  id: z.string(),
  zoneName: Bilingual.nullable(),
  /** Of the window it stands at; of several joined by `/`. */
  windowLabel: z.string().nullable(),
  link: ProgramLink,
  /** Newest report of each device, also of a terminal that is not connected now. */
  devices: z.array(z.strictObject({ device: DeviceCondition, sinceAt: Instant })),
});
export type StationHealth = z.infer<typeof StationHealth>;

export const StorageHealth = z.strictObject({
  /** Database and its write-ahead log. */
  journalBytes: count,
  /** Of the disk that the data folder lies on, as far as the server may use it. */
  freeBytes: count,
  totalBytes: count,
});
export type StorageHealth = z.infer<typeof StorageHealth>;

export const HealthReport = z.strictObject({
  /** The hall's clock. */
  at: Instant,
  hall: z.strictObject({
    /** Null before the first configuration. */
    name: Bilingual.nullable(),
    timeZone: z.string().nullable(),
    /** Null while no day is open. */
    businessDay: z.string().nullable(),
  }),
  server: z.strictObject({
    version: z.string(),
    startedAt: Instant,
    /** False: the storage is full, nothing can be changed. */
    isWriting: z.boolean(),
    clockBehindMs: DurationMs,
    lastSeq: count,
    lastEventAt: Instant.nullable(),
    /** How long the disk took for the newest commit; null before the first since the start. */
    lastCommitMs: z.number().min(0).nullable(),
    memoryBytes: count,
  }),
  /** Null where the disk does not say. */
  storage: StorageHealth.nullable(),
  /** Pages as the server would give them out now; null for one that has not been built. */
  pages: z.array(z.strictObject({ page: z.string(), build: z.string().nullable() })),
  stations: z.array(StationHealth),
  /** Staff consoles that are connected, by their window; null for one that is at no window. */
  consoles: z.array(z.strictObject({ windowLabel: z.string().nullable(), link: ProgramLink })),
  /** Tokens of terminals and displays that the configuration does not know, connected all the same. */
  strangers: z.array(z.strictObject({ kind: z.enum(['terminal', 'display']), id: z.string(), link: ProgramLink })),
});
export type HealthReport = z.infer<typeof HealthReport>;
