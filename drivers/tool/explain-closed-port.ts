// Why a port does not open, in a sentence that an installer can act on: looked up in the system, never guessed from an error's text.
import { close as closeDescriptor, constants, open as openDescriptor } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { isatty } from 'node:tty';
import { promisify } from 'node:util';
import type { DeviceError } from '../device-error.ts';
import { portHolders } from './port-holder.ts';
import { closedPortWords, TOOL_WORDS } from './texts.ts';
import { ToolTrouble } from './tool-trouble.ts';
import { inputDeviceName } from './input-device.ts';

const openAsync = promisify(openDescriptor);
const closeAsync = promisify(closeDescriptor);

export const NETWORK = /^(tcp|udp|ws):\/\//;

/** `spec` as the configuration names it, and what its opening failed with. */
export async function explainClosedPort(spec: string, error: DeviceError): Promise<ToolTrouble> {
  if (NETWORK.test(spec)) return new ToolTrouble('noConnection', closedPortWords(spec, TOOL_WORDS.noConnection));
  if (/^(usb|hid):/.test(spec) || error.code === 'wrongDevice' || error.code === 'ambiguousDevice') {
    return new ToolTrouble(error.code, closedPortWords(spec, TOOL_WORDS.otherCause(error.message)));
  }
  const path = spec.replace(/^lp:/, '');
  const real = await realpath(path).catch(() => null);
  if (real === null) return new ToolTrouble('noSuchPort', closedPortWords(spec, TOOL_WORDS.noSuchPort));
  const inputDevice = await inputDeviceName(real);
  if (inputDevice !== null) {
    return new ToolTrouble('notThisDevice', closedPortWords(spec, TOOL_WORDS.inputDevice(inputDevice)));
  }
  const code = await openingCode(real);
  if (code === 'EACCES' || code === 'EPERM') {
    return new ToolTrouble('permissionDenied', closedPortWords(spec, TOOL_WORDS.permissionDenied));
  }
  if (code === 'notTerminal') return new ToolTrouble('notSerial', closedPortWords(spec, TOOL_WORDS.notSerial));
  const holders = await portHolders(real);
  if (holders.length > 0) return new ToolTrouble('portBusy', closedPortWords(spec, TOOL_WORDS.heldBy(holders)));
  if (code === 'EBUSY' || code === null) return new ToolTrouble('portBusy', closedPortWords(spec, TOOL_WORDS.portBusy));
  return new ToolTrouble('portUnavailable', closedPortWords(spec, TOOL_WORDS.otherCause(error.message)));
}

/** What the system says to opening the path itself; null when it opens and is a terminal line. */
async function openingCode(path: string): Promise<string | null> {
  if (path.startsWith('/dev/usb/lp')) return deviceCode(path, false);
  return deviceCode(path, true);
}

async function deviceCode(path: string, isSerial: boolean): Promise<string | null> {
  try {
    const descriptor = await openAsync(path, constants.O_RDWR | constants.O_NOCTTY | constants.O_NONBLOCK);
    const isTerminal = isatty(descriptor);
    await closeAsync(descriptor);
    return isSerial && !isTerminal ? 'notTerminal' : null;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return error.code === 'EISDIR' ? 'notTerminal' : String(error.code);
    throw error;
  }
}
