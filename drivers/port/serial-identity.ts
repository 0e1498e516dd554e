// Finds a serial line by who the device is: its USB serial number, or the socket it is plugged in (docs/protocols/serial-lines.md).
// Numbers such as ttyUSB0 are given in the order of plugging and tell nothing.
import { readdir, realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { SerialPort } from 'serialport';
import { ambiguousDevice, portUnavailable, wrongDevice } from './port-faults.ts';

export interface SerialIdentity {
  /** A path, in its last part `*` for any characters: `/dev/serial/by-path/*-usb-0:1.2:*`, `/dev/ttyUSB*`, `COM*`. */
  readonly pattern: string;
  /** As the device tells it over USB; null when only the path counts. */
  readonly serialNumber: string | null;
}

export interface ListedSerialPort {
  readonly path: string;
  readonly serialNumber?: string | undefined;
}

/** A path that fits, and the device node behind it. */
interface Candidate {
  readonly path: string;
  readonly node: string;
}

/**
 * The path to open now. Rejects with DeviceError `portUnavailable` (not plugged in, or serial numbers cannot be told on
 * this system), `wrongDevice` (the one path that was named carries another serial number) or `ambiguousDevice`.
 */
export async function findSerialPath(
  identity: SerialIdentity,
  list: () => Promise<readonly ListedSerialPort[]> = () => SerialPort.list(),
): Promise<string> {
  const { pattern, serialNumber } = identity;
  const isListNeeded = serialNumber !== null || !isAbsolute(pattern);
  const listed = isListNeeded ? await listOrFault(pattern, list) : [];
  const candidates = isAbsolute(pattern) ? await pathsThatFit(pattern) : namesThatFit(pattern, listed);
  if (candidates.length === 0) throw portUnavailable(pattern, new Error('no such serial line is plugged in'));
  const fitting = serialNumber === null ? candidates : withSerialNumber(candidates, listed, serialNumber);
  const [only, ...others] = fitting;
  if (only === undefined) throw notThere(identity, candidates, listed);
  if (others.length > 0) {
    throw ambiguousDevice(
      pattern,
      fitting.map(({ path }) => path),
    );
  }
  return only.path;
}

async function listOrFault(
  pattern: string,
  list: () => Promise<readonly ListedSerialPort[]>,
): Promise<readonly ListedSerialPort[]> {
  try {
    return await list();
  } catch (cause) {
    const words = 'serial numbers cannot be told on this system (Linux: udevadm is missing; install udev, or name the';
    throw portUnavailable(pattern, new Error(`${words} line by /dev/serial/by-path)`, { cause }));
  }
}

/** Several names of one device count once. */
async function pathsThatFit(pattern: string): Promise<Candidate[]> {
  const folder = dirname(pattern);
  const fits = matcher(basename(pattern));
  // A folder that is not there is one without devices: udev makes /dev/serial with the first of them.
  const names = pattern.includes('*') ? await readdir(folder).catch(() => []) : [basename(pattern)];
  const paths = names
    .filter((name) => fits.test(name))
    .sort()
    .map((name) => join(folder, name));
  const nodes = await Promise.all(paths.map((path) => realpath(path).catch(() => null)));
  const found = paths.flatMap((path, index): Candidate[] => {
    const node = nodes[index] ?? null;
    return node === null || nodes.indexOf(node) !== index ? [] : [{ path, node }];
  });
  return found;
}

function namesThatFit(pattern: string, listed: readonly ListedSerialPort[]): Candidate[] {
  const fits = matcher(pattern);
  return listed.filter(({ path }) => fits.test(path)).map(({ path }) => ({ path, node: path }));
}

function matcher(pattern: string): RegExp {
  return new RegExp(`^${pattern.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`);
}

function withSerialNumber(
  candidates: readonly Candidate[],
  listed: readonly ListedSerialPort[],
  serialNumber: string,
): Candidate[] {
  return candidates.filter(({ node }) => serialNumberOf(node, listed) === serialNumber);
}

function serialNumberOf(node: string, listed: readonly ListedSerialPort[]): string | undefined {
  return listed.find(({ path }) => path === node)?.serialNumber;
}

/** A pattern without a fitting device: not plugged in. A named path with another device: the wrong one is plugged in. */
function notThere(
  { pattern, serialNumber }: SerialIdentity,
  candidates: readonly Candidate[],
  listed: readonly ListedSerialPort[],
): Error {
  const wanted = `serial number ${String(serialNumber)}`;
  const [candidate] = candidates;
  if (pattern.includes('*') || candidate === undefined) {
    return portUnavailable(pattern, new Error(`no device there has ${wanted}`));
  }
  const found = serialNumberOf(candidate.node, listed);
  return wrongDevice(
    `${pattern} has ${found === undefined ? 'no serial number' : `serial number ${found}`}, not ${wanted}`,
  );
}
