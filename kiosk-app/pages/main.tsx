// Starts the kiosk's pages: finds the terminal that the host put on the window, locks the glass, draws.
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import '@jiaohao/look/tokens.css';
import '@jiaohao/look/fonts.css';
import '@jiaohao/look/base.css';
import type { TerminalBridge } from '../wire/page.ts';
import { guarded, standAgain } from '@jiaohao/look/stand-again';
import { watchStaffGesture } from '@jiaohao/look/corner-gesture';
import { watchFingers } from './fingers.ts';
import { lockGlass } from './glass-lock.ts';
import { Kiosk } from './kiosk.tsx';
import { openKioskDesk } from './kiosk-desk.ts';
import { newRequestId } from './request-id.ts';
import { carryOutKeys, holdScannerKeys } from './scanner-keys.ts';
import './frame.css';
import './controls.css';
import './start.css';
import './items.css';
import './card.css';
import './number-pad.css';
import './ticket.css';
import './pages.css';
import './posed.css';
import './flow.css';
import './large.css';
import './self-test.css';

declare global {
  interface Window {
    readonly jiaohaoTerminal?: TerminalBridge;
  }
}

// Generated parsers need eval, which the content security policy forbids.
z.config({ jitless: true });

const root = document.getElementById('kiosk');
if (root === null) throw new Error('index.html has no #kiosk');

lockGlass(window);
const page = standAgain(root, 'hosted', createRoot);
const terminal = window.jiaohaoTerminal;
const bridge: TerminalBridge | undefined = terminal && {
  ...terminal,
  listen: (listener) => terminal.listen(guarded(listener, page.fall)),
};
// Before anything else hears a key.
holdScannerKeys(window, {
  isOn: () => desk.journey().update?.takesKeys === true,
  send: (key) => bridge?.send({ type: 'scannerKey', ...key }),
});
const carryOut = (keys: readonly string[]): void => carryOutKeys(window, keys);
const desk = openKioskDesk({ bridge, newRequestId, now: () => performance.now(), carryOut });
if (window.jiaohaoTerminal?.hasStaffDoor === true) watchStaffGesture(window, desk.staff.gesture);
page.render(<Kiosk desk={desk} fingers={watchFingers(window)} />);
