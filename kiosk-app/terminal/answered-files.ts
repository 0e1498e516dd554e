// Where an Android pad's answered ratings are kept when the configuration names no file: in the terminal's data folder, one for each window.
import { join } from 'node:path';
import type { DeviceSetting } from '../wire/devices.ts';

/** A pad that submits again after a restart what was taken before would otherwise hear that it was not. */
export function withAnsweredFiles(devices: readonly DeviceSetting[], dataFolder: string): readonly DeviceSetting[] {
  return devices.map((device) => {
    const { kind, model, windowId, options } = device;
    if (kind !== 'evaluationPad' || model !== 'android' || options['answeredFile'] !== undefined) return device;
    const name = windowId === undefined ? 'ratings-answered.json' : `ratings-${windowId}-answered.json`;
    return { ...device, options: { ...options, answeredFile: join(dataFolder, name) } };
  });
}
