// The line between a shell's page and its seat in the core: the sender checked, then every message.
import { ipcMain, type IpcMainEvent, type WebContents } from 'electron';
import type { Log } from '../terminal/log.ts';
import type { Seat, SeatedPage } from '../terminal/page-seat.ts';
import { PAGE_CHANNEL, ShellMessage, TERMINAL_CHANNEL, type PageHost } from '../wire/shell.ts';
import { pageHostOf } from './page-file.ts';

export interface PageLinkParts {
  readonly host: PageHost;
  readonly seat: Seat;
  readonly log: Log;
  /** Null: the gesture does nothing here. */
  readonly onStaffGesture: (() => void) | null;
  /** The page has drawn something; or nothing stands on it any more. */
  readonly onStanding: (what: 'stands' | 'fell') => void;
}

/** One at a time talks: the contents given last. */
export interface PageLink {
  /** From now on this page drives the terminal; the one before is not heard any more. */
  connect(contents: WebContents): void;
  /** The page is gone. `broughtBack`: another one takes its place soon, and its person waits for it. */
  lost(how: 'broughtBack' | 'givenUp'): void;
  close(): void;
}

export function openPageLink({ host, seat, log, onStaffGesture, onStanding }: PageLinkParts): PageLink {
  let current: WebContents | null = null;
  let seated: SeatedPage | null = null;

  const leaveSeat = (how?: 'broughtBack'): void => {
    seated?.left(how);
    seated = null;
  };
  const heard = (event: IpcMainEvent, message: unknown): void => {
    const contents = current;
    if (contents === null || !isFrom(event, contents, host)) {
      log.warn(
        { from: event.senderFrame?.url.slice(0, 200) ?? null },
        'A message that is not from this terminal’s page was refused',
      );
      return;
    }
    const checked = ShellMessage.safeParse(message);
    if (!checked.success) {
      const fields = checked.error.issues.map((issue) => issue.path.join('.'));
      log.warn({ fields }, 'The page sent a message in no known form');
      return;
    }
    switch (checked.data.type) {
      case 'hello':
        seated = seat.admit(checked.data.pageId, (said) => {
          if (!contents.isDestroyed() && !contents.isCrashed()) contents.send(TERMINAL_CHANNEL, said);
        });
        break;
      case 'say':
        seated?.take(checked.data.message);
        break;
      case 'staffGesture':
        onStaffGesture?.();
        break;
      case 'touched':
        seated?.take({ touched: true });
        break;
      case 'stands':
      case 'fell':
        onStanding(checked.data.type);
    }
  };
  ipcMain.on(PAGE_CHANNEL, heard);
  return {
    connect: (contents) => {
      leaveSeat('broughtBack');
      current = contents;
    },
    lost: (how) => leaveSeat(how === 'broughtBack' ? how : undefined),
    close: () => {
      leaveSeat();
      current = null;
      ipcMain.off(PAGE_CHANNEL, heard);
    },
  };
}

/** From the main frame of exactly this page, and that frame shows our own packed page. */
export function isFrom(
  { sender, senderFrame }: Pick<IpcMainEvent, 'sender' | 'senderFrame'>,
  contents: WebContents,
  host: PageHost,
): boolean {
  if (senderFrame === null || contents.isDestroyed() || sender !== contents) return false;
  return senderFrame === contents.mainFrame && pageHostOf(senderFrame.url) === host;
}
