// A program of its own that takes a lock of the machine, says whether it has it, and holds it until it is ended.
import { lockOnMachine } from '../machine-lock.ts';

const lock = await lockOnMachine(process.argv[2] ?? '', 0);
process.stdout.write(lock === null ? 'taken\n' : 'held\n');
if (lock !== null) setInterval(() => undefined, 60_000);
