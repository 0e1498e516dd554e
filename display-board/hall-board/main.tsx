// Entry of the hall board page: a board for the whole hall or for the zone in which the configuration puts this display.
import '@jiaohao/look/fonts.css';
import '@jiaohao/look/tokens.css';
import '@jiaohao/look/base.css';
import '../board.css';
import './hall-board.css';
import './call-panel.css';
import './portrait.css';
import { isQuietScene } from '../board-model.ts';
import { systemClock } from '../clock.ts';
import { startDisplay } from '../start-display.tsx';
import { openBoardStore } from './board-store.ts';
import { HallBoard } from './hall-board.tsx';

void startDisplay(
  ({ zoneId }) => [`boardCalls/${zoneId ?? 'hall'}`, `boardStatus/${zoneId ?? 'hall'}`],
  (feed, motion) => {
    const store = openBoardStore(feed, systemClock, motion);
    return {
      element: <HallBoard store={store} painted={(callSeq) => feed.painted(callSeq)} />,
      isQuiet: () => isQuietScene(store.shown().picture.scene),
    };
  },
);
