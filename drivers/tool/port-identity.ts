// By what a configured port can be told from the others: names that stay with the device or with the socket, and the USB chip's own words.
import { realpath } from 'node:fs/promises';
import { listPorts } from './list-ports.ts';

/** `CP2102 0001 10c4:ea60 /dev/serial/by-id/...`; null for a network address, and where the system knows nothing of it. */
export async function portIdentity(spec: string): Promise<string | null> {
  const path = await realpath(spec.replace(/^lp:/, '')).catch(() => null);
  if (path === null) return null;
  const port = (await listPorts()).find((listed) => listed.path === path);
  if (port === undefined) return null;
  const { manufacturer, product, serialNumber, vendorId, productId, stablePath } = port;
  const chip = vendorId === null ? null : `${vendorId}:${productId ?? '?'}`;
  // The configuration names it by that already.
  const name = stablePath === spec ? null : stablePath;
  const words = [manufacturer, product, serialNumber, chip, name].filter((word) => word !== null);
  return words.length === 0 ? null : words.join(' ');
}
