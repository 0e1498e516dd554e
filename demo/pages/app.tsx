// Which of the two pages is up, under the bar and the bands that both share.
import { useSyncExternalStore } from 'react';
import type { ReactElement } from 'react';
import { CloudOff, TriangleAlert } from 'lucide-react';
import { FRAME_TEXTS, HALL_STATE_WORDS, TROUBLE_WORDS, type Words } from '../texts.ts';
import { BenchPage } from './bench-page.tsx';
import type { DemoLink, DemoNow } from './demo-link.ts';
import { LandingPage } from './landing-page.tsx';
import { TopBar } from './top-bar.tsx';
import { Both } from './both.tsx';

interface AppProps {
  readonly link: DemoLink;
  readonly page: 'landing' | 'bench';
}

export function App({ link, page }: AppProps): ReactElement {
  const now = useSyncExternalStore(link.subscribe, link.now);
  const { screens, bench } = now;
  if (screens === null || bench === null) {
    return (
      <p className="connecting">
        <Both words={FRAME_TEXTS.connecting} />
      </p>
    );
  }
  return (
    <div className={`page page-${page}`}>
      <TopBar page={page} screens={screens} bench={bench} />
      <Bands now={now} />
      {page === 'bench' ? (
        <BenchPage screens={screens} bench={bench} act={(action) => link.act(action)} isIdle={!now.isConnected} />
      ) : (
        <LandingPage screens={screens} />
      )}
    </div>
  );
}

/** Always the same height where it stands, so that nothing under a finger moves. */
function Bands({ now }: { readonly now: DemoNow }): ReactElement | null {
  const words = bandWords(now);
  if (words === null) return null;
  const Icon = now.isConnected ? TriangleAlert : CloudOff;
  return (
    <div className="band" role="status">
      <Icon size="1.4em" aria-hidden />
      <Both words={words} />
    </div>
  );
}

function bandWords({ isConnected, bench, trouble }: DemoNow): Words | null {
  if (!isConnected) return FRAME_TEXTS.lost;
  if (bench !== null && bench.hall !== 'running') return HALL_STATE_WORDS[bench.hall];
  return trouble === null ? null : TROUBLE_WORDS[trouble];
}
