// The shortest ticket that says something, for tests that break the line at each of its bytes.
import type { PrintJob } from '../../contract.ts';
import { encodeResync, encodeTicket } from '../codec.ts';
import { ESCPOS_DEFAULTS } from '../settings.ts';

export const SHORT: PrintJob = { key: '1/1', lines: [{ type: 'text', text: '号A1' }] };

/** Zeros that a driver sends before its first question and before its first ticket. */
export const RESYNC_BYTES = encodeResync(ESCPOS_DEFAULTS).length;

/** Ticket, process id request and fence. */
export const SHORT_BYTES = encodeTicket(SHORT.lines, ESCPOS_DEFAULTS).length + 11 + 3;
