// A morning's people at the demo hall: who waits, who is at a window, and whom the clerks have called.
import type { Demo } from './demo-program.ts';

/** Queues that ask for no card, in the order in which people come. */
const ARRIVALS = 'MAMCLMAMFHMACMLAMMFCAMHMLAMCMAFM';
const QUEUES: Readonly<Record<string, string>> = {
  M: 'general',
  A: 'social',
  C: 'medical',
  L: 'tax',
  F: 'business',
  H: 'housingFund',
};
/** Window and staff number bear the same figure; window 9's clerk is whoever looks at the pictures. */
const CALLING = ['01', '08', '10', '12', '14', '18', '20', '03', '11'];

export async function fillHall(demo: Demo): Promise<void> {
  for (const letter of ARRIVALS) await demo.command({ type: 'issueTicket', queueId: QUEUES[letter] });
  for (const place of CALLING) {
    await demo.command({ type: 'signIn', windowId: `w${place}`, staffNo: `03${place}` });
    await demo.command({ type: 'callNext', windowId: `w${place}` });
  }
  await demo.command({ type: 'startServing', windowId: 'w08' });
}
