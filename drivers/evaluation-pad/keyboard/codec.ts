// Key presses as Linux hands them out at /dev/input/event*: `struct input_event` of <linux/input.h> on 64-bit systems, and the
// key codes of <linux/input-event-codes.h>. Pure. docs/protocols/evaluation-pad.md, "Keyboard pads".
import { createFrameSplitter, type FrameShape } from '../../framing/frame-splitter.ts';

export interface KeyPress {
  /** As in KeyboardEvent.key, on a keyboard without shift: `1`, `a`, `Enter`; `code 113` for keys without a character here. */
  readonly key: string;
  /** By the system's clock, when the key went down. */
  readonly atMs: number;
}

/** Two times of 8 bytes (seconds, microseconds), type and code of 2, value of 4; all little endian. */
const EVENT_BYTES = 24;
const EV_KEY = 1;
/** 0 is the key going up, 2 the repetition of a key held down. */
const DOWN = 1;
const MICROSECONDS = 1_000_000;
const LAST_TYPE = 0x1f;

const SHAPE: FrameShape = {
  maxFrameBytes: EVENT_BYTES,
  judge: (bytes) => {
    if (bytes.length < EVENT_BYTES) return 'incomplete';
    const view = viewOf(bytes);
    const isEvent = view.getBigUint64(8, true) < MICROSECONDS && view.getUint16(16, true) <= LAST_TYPE;
    return isEvent ? EVENT_BYTES : 'notHere';
  },
};

/** Rows of neighbouring codes. */
const ROWS: readonly (readonly [number, string])[] = [
  [2, '1234567890-='],
  [16, 'qwertyuiop[]'],
  [30, 'asdfghjkl'],
  [44, 'zxcvbnm,./'],
  [55, '*'],
  [71, '789-456+1230.'],
  [98, '/'],
];
const KEYS: ReadonlyMap<number, string> = new Map([
  ...ROWS.flatMap(([first, characters]) => Array.from(characters, (key, index) => [first + index, key] as const)),
  [15, 'Tab'],
  [28, 'Enter'],
  [96, 'Enter'],
  [42, 'Shift'],
  [54, 'Shift'],
  [58, 'CapsLock'],
]);

export class KeyPressReader {
  readonly #splitter = createFrameSplitter(SHAPE);

  /** The keys that went down, in order. */
  push(bytes: Uint8Array): KeyPress[] {
    return this.#splitter.push(bytes).frames.flatMap((frame) => {
      const view = viewOf(frame);
      if (view.getUint16(16, true) !== EV_KEY || view.getInt32(20, true) !== DOWN) return [];
      const code = view.getUint16(18, true);
      const atMs = Number(view.getBigUint64(0, true)) * 1000 + Number(view.getBigUint64(8, true)) / 1000;
      return [{ key: KEYS.get(code) ?? `code ${code}`, atMs }];
    });
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
