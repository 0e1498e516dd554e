// What no page of the terminal gets: permissions, devices, downloads, the network.
import type { Session } from 'electron';
import type { Log } from '../terminal/log.ts';
import { PAGE_SCHEME } from '../wire/shell.ts';

export function lockSession(session: Session, log: Log): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    log.warn({ permission }, 'A page was refused a permission');
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    const isOurs = url.startsWith(`${PAGE_SCHEME}://`) || url.startsWith('data:');
    if (!isOurs) log.warn({ scheme: url.split(':')[0] }, 'A page was refused an address');
    answer({ cancel: !isOurs });
  });
}
