// Starts the installer's page: finds the program that serves it, hands a typing scanner's keys on, draws what it says.
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import '@jiaohao/look/tokens.css';
import '@jiaohao/look/fonts.css';
import '@jiaohao/look/base.css';
import { guarded, standAgain } from '@jiaohao/look/stand-again';
import '../controls.css';
import '../self-test.css';
import './devices-page.css';
import type { DevicesPageBridge } from '../../wire/devices-page.ts';
import { watchFingers } from '../fingers.ts';
import { carryOutKeys, holdScannerKeys } from '../scanner-keys.ts';
import { DevicesPage } from './devices-page.tsx';
import { openPageDesk } from './page-desk.ts';

// Generated parsers need eval, which the content security policy forbids.
z.config({ jitless: true });

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

const page = standAgain(root, 'console', createRoot);
// The same name in every page of a terminal; what goes over it is this page's own.
const host = Reflect.get(window, 'jiaohaoTerminal') as DevicesPageBridge | undefined;
const bridge = host && {
  ...host,
  listen: (listener: Parameters<DevicesPageBridge['listen']>[0]) => host.listen(guarded(listener, page.fall)),
};
holdScannerKeys(window, {
  isOn: () => desk.view()?.takesKeys === true,
  send: (key) => bridge?.send({ type: 'scannerKey', ...key }),
});
const desk = openPageDesk(bridge, (keys) => carryOutKeys(window, keys));
const fingers = watchFingers(window);
/** Whatever is under test is given back; then to the page that led here. In a tab of its own it stays, and the terminal asks for the PIN again. */
const leave = (): void => {
  desk.send({ type: 'close' });
  if (window.history.length > 1) window.history.back();
};
page.render(<DevicesPage desk={desk} fingers={fingers} leave={leave} />);
