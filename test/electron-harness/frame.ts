// A frame as Electron shows it to the main process: the same object for the same frame.
import type * as Electron from 'electron';
import type { Frame } from 'playwright-core';
import { fromChromium } from './addresses.ts';
import type { Shape } from './shape.ts';

export class FakeFrame implements Shape<Electron.WebFrameMain, 'url'> {
  readonly #frame: Frame;

  constructor(frame: Frame) {
    this.#frame = frame;
  }

  get url(): string {
    return fromChromium(this.#frame.url());
  }
}

const frames = new WeakMap<Frame, FakeFrame>();

export function frameOf(frame: Frame): FakeFrame {
  const known = frames.get(frame) ?? new FakeFrame(frame);
  frames.set(frame, known);
  return known;
}
