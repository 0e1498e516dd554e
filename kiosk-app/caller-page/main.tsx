// Starts the bar: finds the terminal that the host put on the window, and draws.
import { createRoot } from 'react-dom/client';
import '@jiaohao/look/tokens.css';
import '@jiaohao/look/fonts.css';
import '@jiaohao/look/base.css';
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
createRoot(root).render(<Bar desk={openBarDesk(window.jiaohaoTerminal)} />);
