// session.defaultSession: packed pages by the program's own handler, every other address by its leave.
import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import type { BrowserContext, Frame, Request as PageRequest, Route } from 'playwright-core';
import { fromChromium } from './addresses.ts';
import { frameOf } from './frame.ts';
import { answerIpc } from './ipc.ts';
import { BINDING } from './page-world.ts';
import type { Shape } from './shape.ts';
import { contentsOfPage, isPrevented, ownOpening } from './world.ts';

type SchemeHandler = Parameters<Electron.Protocol['handle']>[1];
type PermissionCheck = Parameters<Electron.Session['setPermissionCheckHandler']>[0];

const handlers = new Map<string, SchemeHandler>();
let beforeRequest: ((details: { url: string }, answer: (response: { cancel?: boolean }) => void) => void) | null = null;
let permissionCheck: PermissionCheck = null;

export const fakeProtocol = {
  registerSchemesAsPrivileged: (schemes) => {
    if (schemes.some(({ scheme }) => scheme !== 'jiaohao')) throw new Error('the harness knows one scheme');
  },
  handle: (scheme, handler) => void handlers.set(scheme, handler),
} satisfies Shape<Electron.Protocol, 'registerSchemesAsPrivileged' | 'handle'>;

class FakeSession
  extends EventEmitter
  implements
    Shape<
      Electron.Session,
      | 'setPermissionRequestHandler'
      | 'setPermissionCheckHandler'
      | 'setDevicePermissionHandler'
      | 'setSpellCheckerEnabled'
    >
{
  readonly protocol = fakeProtocol;
  readonly webRequest = {
    // Electron gives more details; the program under test reads the address.
    onBeforeRequest: (listener: unknown) => void (beforeRequest = listener as typeof beforeRequest),
  };

  setPermissionRequestHandler(): void {
    // Chromium without a head refuses what nobody granted; the check below decides what pages are told.
  }
  setPermissionCheckHandler(check: PermissionCheck): void {
    permissionCheck = check;
  }
  setDevicePermissionHandler(): void {
    // Chromium without a head has no device to give.
  }
  setSpellCheckerEnabled(): void {
    // There is none.
  }
}

export const fakeSession = new FakeSession();

const PERMISSIONS = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboardReadWrite', 'midi'] as const;
let isOpen: Promise<void> | null = null;

/** Once for the browser: requests, new pages, permissions and the pages' ipc. */
export function letPagesIn(context: BrowserContext): Promise<void> {
  isOpen ??= open(context);
  return isOpen;
}

async function open(context: BrowserContext): Promise<void> {
  await context.route('**/*', (route, request) => decide(route, request));
  await context.exposeBinding(BINDING, ({ page, frame }, kind: string, channel: string, args: unknown[]) => {
    const sender = contentsOfPage.get(page);
    return sender === undefined ? undefined : answerIpc(kind, channel, { sender, senderFrame: frameOf(frame) }, args);
  });
  context.on('page', (page) => {
    void ownOpening.last.then(() => {
      if (contentsOfPage.has(page) || page.isClosed()) return;
      refuseWindow(fromChromium(page.url()));
      void page.close();
    });
  });
  await refusePermissions(context);
}

/** A window that a page opens. Which page, the policy hides from us: the newest is asked. No window is ever let in. */
function refuseWindow(url: string): void {
  if ([...contentsOfPage.values()].at(-1)?.mayOpen(url) === true)
    throw new Error('the harness opens no windows for pages');
}

/** The frame of a request; null for the first one of a window that is just being opened. */
function frameOfRequest(request: PageRequest): Frame | null {
  try {
    return request.frame();
  } catch {
    return null; // Playwright knows no frame yet, and says so by throwing
  }
}

/** What the program's handler denies, Chromium is told to deny: a page that asks reads `denied`. */
async function refusePermissions(context: BrowserContext): Promise<void> {
  const [page] = context.pages();
  if (page === undefined || permissionCheck === null) return;
  const session = await context.newCDPSession(page);
  const check = permissionCheck as (contents: null, permission: string) => boolean;
  for (const name of PERMISSIONS) {
    const setting = check(null, name) ? 'granted' : 'denied';
    const known = name === 'clipboardReadWrite' ? 'clipboard-read' : name;
    await session.send('Browser.setPermission', { permission: { name: known }, setting });
  }
}

async function decide(route: Route, request: PageRequest): Promise<void> {
  const url = fromChromium(request.url());
  const frame = frameOfRequest(request);
  const contents = frame === null ? undefined : contentsOfPage.get(frame.page());
  if (frame === null || contents === undefined) {
    refuseWindow(url);
    return route.abort('aborted');
  }
  if (request.isNavigationRequest()) {
    const isMainFrame = frame.parentFrame() === null;
    const isOwn = isMainFrame && contents.takeLoading(url);
    const details = { url, isMainFrame, frame: frameOf(frame) };
    const isRefused =
      !isOwn &&
      (isPrevented(contents, 'will-frame-navigate', details) ||
        (isMainFrame && isPrevented(contents, 'will-navigate', details, url)));
    if (isRefused) return route.abort('aborted');
  }
  if (await isCancelled(url)) return route.abort('blockedbyclient');
  const handler = handlers.get(new URL(url).protocol.slice(0, -1));
  if (handler === undefined) return route.continue();
  const response = await handler(new Request(url, { method: request.method() }));
  return route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  });
}

function isCancelled(url: string): Promise<boolean> {
  const asked = beforeRequest;
  if (asked === null) return Promise.resolve(false);
  return new Promise((resolve) => asked({ url }, ({ cancel }) => resolve(cancel === true)));
}
