// Entry of the window screen page: the screen above the window at which the configuration puts this display.
import '@jiaohao/look/fonts.css';
import '@jiaohao/look/tokens.css';
import '@jiaohao/look/base.css';
import '../board.css';
import './window-screen.css';
import { systemClock } from '../clock.ts';
import { startDisplay } from '../start-display.tsx';
import { WindowScreen } from './window-screen.tsx';
import { openWindowStore } from './window-store.ts';

void startDisplay(
  ({ windowId }) => (windowId === null ? null : [`windowScreenCalls/${windowId}`, `windowScreenStatus/${windowId}`]),
  (feed, motion) => (
    <WindowScreen store={openWindowStore(feed, systemClock, motion)} painted={(callSeq) => feed.painted(callSeq)} />
  ),
);
