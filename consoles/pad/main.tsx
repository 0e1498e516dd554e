// The tablet pad's door: styles, its token, what it owes from before, and the one React root.
import '../ui/no-eval.ts';
import '@jiaohao/look/fonts.css';
import '@jiaohao/look/tokens.css';
import '@jiaohao/look/base.css';
import './frame.css';
import './idle.css';
import './levels.css';
import './reasons.css';
import { keptUnder, takeToken, usableStorage } from '@jiaohao/look/page-token';
import { guarded, standAgain } from '@jiaohao/look/stand-again';
import { createRoot } from 'react-dom/client';
import { HallConnection } from '../ui/hall-connection.ts';
import { settlePage } from '../ui/page-address.ts';
import { startPageRenewal } from '../ui/page-renewal.ts';
import { App } from './app.tsx';
import { Glass } from './glass.tsx';
import { lockGlass } from './lock-glass.ts';
import { NoticePage } from './notice-page.tsx';
import { PadDesk } from './pad-desk.ts';
import { tapGuard } from './tap-guard.ts';
import { LANGUAGE_TAGS } from './texts.ts';

/** Short against every limit of the pad. */
const CLOCK_LOOK_MS = 250;

const rootElement = document.getElementById('root');
if (rootElement === null) throw new Error('index.html has no #root');
const page = standAgain(rootElement, 'console', createRoot);
settlePage(LANGUAGE_TAGS.first);

const storage = usableStorage();
const token = takeToken('pad.token', { location, history, storage });
if (token === null) {
  page.render(
    <Glass>
      <NoticePage notice="unauthorised" windowLabel={null} />
    </Glass>,
  );
} else {
  start(token);
}

function start(token: string): void {
  const connection = new HallConnection({ token, onBroken: page.fall });
  const later = (delayMs: number, action: () => void) => void setTimeout(action, delayMs);
  const storedAs = (windowId: string) => keptUnder(`pad.kept ${windowId}`, location);
  const desk = new PadDesk({ connection, storage, storedAs, later });
  lockGlass(document, desk);
  setInterval(
    guarded(() => desk.lookAtClock(), page.fall),
    CLOCK_LOOK_MS,
  );
  connection.open();
  const guard = tapGuard(() => performance.now());
  page.render(<App connection={connection} desk={desk} guard={guard} renewal={startPageRenewal()} />);
}
