// Asks for staff's PIN on the command line and says the line that a configuration keeps of it.
import { createInterface } from 'node:readline/promises';
import { hashPin } from './leave-pin.ts';

/** The question goes to standard error: standard output holds the line alone. Rejects with RangeError for what is no PIN. */
export async function askPin(): Promise<string> {
  const input = createInterface({ input: process.stdin, output: process.stderr });
  const pin = (await input.question('PIN, 6 to 12 digits: ')).trim();
  input.close();
  return hashPin(pin);
}
