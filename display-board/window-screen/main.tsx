// Entry of the window screen page: the screen above the window at which the configuration puts this display.
import '@jiaohao/look/fonts.css';
import '@jiaohao/look/tokens.css';
import '@jiaohao/look/base.css';
import '../board.css';
import './window-screen.css';
import './portrait.css';
import { systemClock } from '../clock.ts';
import { startDisplay } from '../start-display.tsx';
import { isCallYoung } from '../window-model.ts';
import { WindowScreen } from './window-screen.tsx';
import { openWindowStore } from './window-store.ts';

void startDisplay(
  ({ windowId }) => (windowId === null ? null : [`windowScreenCalls/${windowId}`, `windowScreenStatus/${windowId}`]),
  (feed, motion) => {
    const store = openWindowStore(feed, systemClock, motion);
    return {
      element: <WindowScreen store={store} painted={(callSeq) => feed.painted(callSeq)} />,
      isQuiet: () => {
        const { views, hallOffsetMs } = feed.state();
        return !isCallYoung(views.windowScreenCalls, systemClock.now() + (hallOffsetMs ?? 0), motion());
      },
    };
  },
);
