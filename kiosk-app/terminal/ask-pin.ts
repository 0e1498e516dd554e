// Asks for staff's PIN on the command line and says the line that a configuration keeps of it.
import { createInterface } from 'node:readline/promises';
import { hashPin } from './leave-pin.ts';

const QUESTION = 'PIN, 6 to 12 digits: ';

/**
 * The question goes to standard error: standard output holds the line alone. The first line of standard input counts, with
 * or without its end. Rejects with RangeError for what is no PIN, nothing at all too.
 */
export async function askPin(): Promise<string> {
  const input = createInterface({ input: process.stdin, output: process.stderr, prompt: QUESTION });
  input.prompt();
  let pin = '';
  // Not `question`: it never settles when the input ends without a line end.
  for await (const line of input) {
    pin = line.trim();
    break;
  }
  return hashPin(pin);
}
