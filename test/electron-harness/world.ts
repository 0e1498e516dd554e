// What all fakes share: the engine once it runs, and who is who among Chromium's pages.
import type { EventEmitter } from 'node:events';
import type { Page } from 'playwright-core';
import type { Engine } from './engine.ts';
import type { FakeWebContents } from './web-contents.ts';

export const { promise: engine, resolve: engineStarted } = Promise.withResolvers<Engine>();

export const contentsOfPage = new Map<Page, FakeWebContents>();

/** Settles when the newest page that the program itself opens is known; any other new page was opened by a page. */
export const ownOpening: { last: Promise<void> } = { last: Promise.resolve() };

/** Electron's event: something that a listener may prevent. */
export class PreventableEvent {
  defaultPrevented = false;
  preventDefault(): void {
    this.defaultPrevented = true;
  }
}

/** Emits with a preventable event in front; true when a listener prevented it. */
export function isPrevented(emitter: EventEmitter, name: string, details: object = {}, ...args: unknown[]): boolean {
  const event = Object.assign(new PreventableEvent(), details);
  emitter.emit(name, event, ...args);
  return event.defaultPrevented;
}
