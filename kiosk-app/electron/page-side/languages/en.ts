// The shell's own pages in English.
import type { ShellLanguage } from '../language-file.ts';

const en: ShellLanguage = {
  tag: 'en',
  staff: {
    window: 'Staff',
    title: 'Staff: enter the PIN',
    erase: 'Clear',
    stay: 'Back',
    leave: 'Leave',
    selfTest: 'Self-test',
    wrongPin: 'Wrong PIN',
    blocked: (seconds) => `Try again in ${seconds} s`,
    noPin: 'No PIN is set up on this machine',
    sandboxOff: 'The sandbox is off: install the deb',
    failed: 'No answer, try again',
  },
  setUp: {
    window: 'First start of this terminal',
    keys: 'Keys on the glass',
    shift: 'Shift',
    erase: 'Erase',
    next: 'Next',
    close: 'Close the program',
    checking: 'Checking with the hall …',
    failed: 'No answer, try again',
  },
};
export default en;
