// The simulated pads of the tool that hang on no bus: one that dials a terminal over WebSocket, one that types like a keyboard.
import { AndroidPadSimulator, type AndroidPadSwitches } from '../evaluation-pad/android/simulator.ts';
import { KeyboardPadSimulator } from '../evaluation-pad/keyboard/simulator.ts';
import type { Port } from '../port/port.ts';
import type { RunningSimulator, TellEvent } from './running-simulator.ts';

const GARBAGE = ['{', 'null', '[]', '{"method":5}', ''];

export function simulatedAndroidPad(
  port: Port,
  logIn: Pick<AndroidPadSwitches, 'windowNumber' | 'userCode'>,
  tell: TellEvent,
): RunningSimulator {
  const simulator = new AndroidPadSimulator(port, { ...logIn, heartBeatMs: 300_000 });
  let told = '';
  simulator.on('change', () => {
    const pad = { isConnected: simulator.isConnected, asked: simulator.asked, reply: simulator.replies.at(-1) ?? null };
    if (told === JSON.stringify(pad)) return;
    told = JSON.stringify(pad);
    tell({ pad });
  });
  return {
    start: () => simulator.start(),
    stop: () => simulator.stop(),
    hand: {
      /** One answer for all four questions, or one for each. */
      tap: (...values) => simulator.tap(...values.map(answerOf)),
      again: () => simulator.tapAgain(),
      login: () => simulator.logIn(),
      beat: () => simulator.say('HeartBeat', {}),
      drop: () => void simulator.drop(),
      set: (name = '', value = '') => simulator.set(switchOf(name, value)),
    },
  };
}

export function simulatedKeyboardPad(port: Port): RunningSimulator {
  const simulator = new KeyboardPadSimulator(port);
  return {
    start: () => simulator.start(),
    stop: () => simulator.stop(),
    hand: { press: (key = '') => simulator.press(key) },
  };
}

function answerOf(text: string): number {
  if (!/^\d{1,4}$/.test(text)) throw new RangeError('tap VALUE, or tap ATTITUDE QUALITY EFFICIENCY HONEST');
  return Number(text);
}

/** The quirks of real programs. */
function switchOf(name: string, value: string): Partial<AndroidPadSwitches> {
  if (name === 'spelling' && (value === 'code' || value === 'document')) return { spelling: value };
  if (name === 'garbage' && isSwitch(value)) return { garbage: value === 'on' ? GARBAGE : [] };
  if (name === 'sloppy' && isSwitch(value)) return { isSloppy: value === 'on' };
  if (name === 'submissions' && /^[1-9]$/.test(value)) return { submissions: Number(value) };
  if (name === 'drops' && /^\d$/.test(value)) return { dropsWhenAsked: Number(value) };
  throw new RangeError('set spelling code|document, garbage|sloppy on|off, submissions 1-9, drops 0-9');
}

function isSwitch(value: string): boolean {
  return value === 'on' || value === 'off';
}
