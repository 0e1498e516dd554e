// What no page of the terminal may do, whichever shell shows it: go elsewhere, open windows, embed, zoom.
import type { WebContents } from 'electron';
import type { Log } from '../terminal/log.ts';
import { isKeyAllowed, isPaste } from './allowed-keys.ts';
import { applySetting } from './page-setting.ts';

/** For every page, as soon as it exists. */
export function lockContents(contents: WebContents, log: Log): void {
  const refuse = (what: string) => (event: { preventDefault(): void }) => {
    event.preventDefault();
    log.warn({ what }, 'A page was refused');
  };
  // Only the page's own doing comes here; what the shell loads does not.
  contents.on('will-navigate', refuse('navigation'));
  contents.on('will-frame-navigate', refuse('navigation of a frame'));
  contents.on('will-redirect', refuse('redirect'));
  contents.on('will-attach-webview', refuse('webview'));
  contents.setWindowOpenHandler(() => {
    log.warn({ what: 'new window' }, 'A page was refused');
    return { action: 'deny' };
  });
  const holdZoom = (): void => {
    contents.setZoomFactor(1);
    applySetting(contents.setVisualZoomLevelLimits(1, 1), log);
  };
  contents.on('dom-ready', holdZoom);
  contents.on('zoom-changed', holdZoom);
}

/** For public pages: a keyboard plugged into the kiosk types, and does nothing else. `mayPaste`: an installer's token. */
export function lockKeys(contents: WebContents, { mayPaste } = { mayPaste: false }): void {
  contents.on('before-input-event', (event, input) => {
    if (!isKeyAllowed(input) && !(mayPaste && isPaste(input))) event.preventDefault();
  });
}
