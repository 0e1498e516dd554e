// The applicant's link: the address of the phone page with a ticket's own token behind the `#`, where no server or log sees it.
import { z } from 'zod';
import { expected } from './field-words.ts';

/** Where phones reach the hall, e.g. `http://192.168.10.5:8080`. ASCII only: it is printed as a QR symbol. */
export const PhoneAddress = z
  .url({ protocol: /^https?$/ })
  .max(80)
  .regex(/^[A-Za-z0-9.:/_~%[\]-]+$/, expected('phoneAddress'));

/** A ticketId in base 36 and 128 bits that only the hall can make (docs/architecture.md, who may what). */
export const LinkToken = z.string().regex(/^[1-9a-z][0-9a-z]{0,10}\.[A-Za-z0-9_-]{22}$/);

/** Of the longest address: a QR symbol of version 7, 45 modules a side. */
export const PHONE_LINK_LENGTH_MAX = 122;

/** `http://192.168.10.5:8080/phone/#1a2.…` */
export function phoneLink(address: string, token: string): string {
  return `${address.replace(/\/+$/, '')}/phone/#${token}`;
}
