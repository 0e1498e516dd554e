// The applicant's phone page in the demo: the hall listens on loopback, so its link is for this computer's browser.
import type { HallConfig } from '@jiaohao/contracts/hall-config';
import type { HallApi } from './hall-api.ts';
import type { KeptTicket } from './simulated-devices.ts';

/** Only this computer's browser can open it: written by an earlier start of the demo, and by nobody who means a phone. */
const LOOPBACK = /^http:\/\/127\.0\.0\.1[:/]/;

/** The configuration with `address` on the tickets' links, or with none of a demo's; the hall is told where it had another one. */
export async function withPhonePage(
  api: Pick<HallApi, 'configure'>,
  config: HallConfig,
  address: string | null,
): Promise<HallConfig> {
  const { phoneAddress = null, ...hall } = config.hall;
  const isOwn = phoneAddress !== null && !LOOPBACK.test(phoneAddress);
  if (phoneAddress === address || (address === null && isOwn)) return config;
  const wanted = { ...config, hall: { ...hall, ...(address === null ? {} : { phoneAddress: address }) } };
  await api.configure(wanted);
  return wanted;
}

/** What its QR symbol leads to; null for a ticket without one. */
export function phoneLinkOf({ printed }: KeptTicket): string | null {
  return printed.elements.find((element) => element.type === 'qr')?.data ?? null;
}
