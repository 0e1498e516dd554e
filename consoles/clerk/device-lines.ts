// Devices as the console tells of them: those that work in the top bar, those in trouble in a band.
import type { ClerkStatus } from '@jiaohao/contracts/views';
import { DEVICE_TEXTS, DEVICE_TROUBLE_TEXTS, TEXTS } from '../texts.ts';

type ListedDevice = ClerkStatus['devices'][number];

export interface DeviceLine {
  readonly key: string;
  readonly terminalId: string;
  readonly text: string;
}

export function deviceLines(devices: readonly ListedDevice[]): {
  readonly working: readonly DeviceLine[];
  readonly inTrouble: readonly DeviceLine[];
} {
  const faults = devices.filter(({ device }) => device.state === 'fault');
  const warnings = devices.filter(({ device }) => isWarning(device));
  const rest = devices.filter(({ device }) => device.state !== 'fault' && !isWarning(device));
  return { working: rest.map(lineOf), inTrouble: [...faults, ...warnings].map(lineOf) };
}

/** It works, and will soon stop: paper near its end. */
function isWarning({ state, code }: ListedDevice['device']): boolean {
  return state === 'ready' && code !== null;
}

function lineOf({ terminalId, device }: ListedDevice): DeviceLine {
  return { key: `${terminalId} ${device.kind}`, terminalId, text: wordsOf(device) };
}

function wordsOf(device: ListedDevice['device']): string {
  const name = DEVICE_TEXTS[device.kind];
  switch (device.state) {
    case 'ready':
      return device.code === null ? TEXTS.device.ready(name) : TEXTS.device.trouble(name, troubleOf(device.code));
    case 'starting':
      return TEXTS.device.starting(name);
    case 'fault':
      return TEXTS.device.trouble(name, troubleOf(device.code));
  }
}

function troubleOf(code: string | null): string {
  return DEVICE_TROUBLE_TEXTS[code ?? 'deviceFault'] ?? TEXTS.device.otherFault;
}
