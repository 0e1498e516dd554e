// Starts the bar: finds the terminal that the host put on the window, and draws.
import { createRoot } from 'react-dom/client';
import '@jiaohao/look/tokens.css';
import '@jiaohao/look/fonts.css';
import '@jiaohao/look/base.css';
import { guarded, standAgain } from '@jiaohao/look/stand-again';
import type { CallerBridge } from '../wire/caller.ts';
import { openBarDesk } from './bar-desk.ts';
import { Bar } from './bar.tsx';
import './bar.css';
import './controls.css';
import './sign-in.css';

declare global {
  interface Window {
    readonly jiaohaoTerminal?: CallerBridge;
  }
}

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
const page = standAgain(root, 'hosted', createRoot);
const bridge = window.jiaohaoTerminal;
const desk = openBarDesk(bridge && { ...bridge, listen: (listener) => bridge.listen(guarded(listener, page.fall)) });
page.render(<Bar desk={desk} />);
