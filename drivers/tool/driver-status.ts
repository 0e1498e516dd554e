// Drivers as the tools use them: their settings from the command line, and a wait for the first thing that they know.
import { DeviceError } from '../device-error.ts';
import type { DeviceStatus } from '../device-status.ts';
import type { Arguments } from './arguments.ts';
import { portNameTrouble, wrongKindOfPort } from './port-name.ts';
import { ToolTrouble, usageTrouble } from './tool-trouble.ts';

/** `--options '{"profile": "statusOnly"}'`, as under `options` in a terminal's configuration. Throws ToolTrouble `usage`. */
export function optionsOf(args: Arguments): Readonly<Record<string, unknown>> {
  const text = args.text('options');
  if (text === undefined) return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw usageTrouble('--options 应为 JSON 对象', '--options must be a JSON object, e.g. {"profile": "statusOnly"}');
}

/** What the drivers refuse of their settings becomes a trouble in the drivers' own words; a port that cannot be understood one in ours. */
export function driverOf<T>(spec: string, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof DeviceError)) throw error;
    const nameTrouble = error instanceof DeviceError ? (portNameTrouble(spec) ?? wrongKindOfPort(spec)) : null;
    if (nameTrouble !== null) throw nameTrouble;
    const words = { zh: `设置有误：${error.message}`, en: `A setting is not right: ${error.message}` };
    throw new ToolTrouble('badSetting', words);
  }
}

interface Telling {
  readonly status: DeviceStatus;
  onStatus(listener: (status: DeviceStatus) => void): () => void;
}

/** The first status that is not `starting`. Every driver comes to one by its own time-outs. */
export function untilKnown(device: Telling): Promise<DeviceStatus> {
  if (device.status.state !== 'starting') return Promise.resolve(device.status);
  return new Promise((resolve) => {
    const stop = device.onStatus((status) => {
      if (status.state === 'starting') return;
      stop();
      resolve(status);
    });
  });
}
