// The applicant's phone page in the demo: the hall listens on loopback, so its link is for this computer's browser.
import type { HallConfig } from '@jiaohao/contracts/hall-config';
import type { HallApi } from './hall-api.ts';
import type { KeptTicket } from './simulated-devices.ts';

/** The configuration with `address` on the tickets' links; the hall is told where it had another one. */
export async function withPhonePage(
  api: Pick<HallApi, 'configure'>,
  config: HallConfig,
  address: string,
): Promise<HallConfig> {
  if (config.hall.phoneAddress === address) return config;
  const wanted = { ...config, hall: { ...config.hall, phoneAddress: address } };
  await api.configure(wanted);
  return wanted;
}

/** What its QR symbol leads to; null for a ticket without one. */
export function phoneLinkOf({ printed }: KeptTicket): string | null {
  return printed.elements.find((element) => element.type === 'qr')?.data ?? null;
}
