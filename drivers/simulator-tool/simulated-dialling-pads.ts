// The simulated pads of the tool that hang on no bus: one that dials a terminal over WebSocket, one that types like a keyboard.
import { AndroidPadSimulator, type AndroidPadSwitches } from '../evaluation-pad/android/simulator.ts';
import { KeyboardPadSimulator } from '../evaluation-pad/keyboard/simulator.ts';
import type { Port } from '../port/port.ts';
import type { RunningSimulator, TellEvent } from './running-simulator.ts';
import { ANDROID_PAD_SWITCHES, KEYBOARD_PAD_SWITCHES } from './simulator-switches.ts';
import { switchOf } from './switch-words.ts';

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
      set: (name = '', value = '') => simulator.set(switchOf(ANDROID_PAD_SWITCHES, name, value)),
    },
  };
}

export function simulatedKeyboardPad(port: Port): RunningSimulator {
  const simulator = new KeyboardPadSimulator(port);
  return {
    start: () => simulator.start(),
    stop: () => simulator.stop(),
    hand: {
      set: (name = '', value = '') => simulator.set(switchOf(KEYBOARD_PAD_SWITCHES, name, value)),
      press: (key = '') => simulator.press(key),
    },
  };
}

function answerOf(text: string): number {
  if (!/^\d{1,4}$/.test(text)) throw new RangeError('tap VALUE, or tap ATTITUDE QUALITY EFFICIENCY HONEST');
  return Number(text);
}
