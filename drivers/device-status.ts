// What a device tells about itself, in the same words for every kind; shown on the clerk console and the kiosk.
import type { DeviceErrorCode } from './device-error.ts';

export type DeviceStatus =
  | { readonly state: 'starting' }
  /** Works; `warning` names what will soon stop it (paper near its end). */
  | { readonly state: 'ready'; readonly warning: 'paperNearEnd' | null }
  | { readonly state: 'fault'; readonly code: DeviceErrorCode };
