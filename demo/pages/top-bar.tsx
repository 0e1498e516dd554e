// The bar over both pages: where one is, how the hall is, the way to the other page.
import type { ReactElement } from 'react';
import { Cable, CircleDot, LayoutList, SlidersHorizontal } from 'lucide-react';
import { FRAME_TEXTS, HALL_STATE_WORDS, LANDING_TEXTS } from '../texts.ts';
import type { BenchState, Screens } from '../wire.ts';
import { Both } from './both.tsx';
import { ScreenLink } from './screen-link.tsx';

interface TopBarProps {
  readonly page: 'landing' | 'bench';
  readonly bench: BenchState;
  readonly screens: Screens;
}

export function TopBar({ page, screens, bench }: TopBarProps): ReactElement {
  const { hallName, kioskUrl, healthUrl } = screens;
  const { open } = LANDING_TEXTS;
  const [path, words, Icon] =
    page === 'bench'
      ? (['/', FRAME_TEXTS.toLanding, LayoutList] as const)
      : (['/bench', FRAME_TEXTS.toBench, SlidersHorizontal] as const);
  return (
    <header className="top-bar">
      <h1>{page === 'bench' ? FRAME_TEXTS.bench.zh : FRAME_TEXTS.title.zh}</h1>
      <p className="top-bar-hall">
        {hallName.zh} <span lang="en">{page === 'bench' ? FRAME_TEXTS.bench.en : hallName.en}</span>
      </p>
      <p className={bench.hall === 'running' ? 'state state-ok' : 'state state-warn'}>
        <CircleDot size="1.3em" aria-hidden />
        {HALL_STATE_WORDS[bench.hall].zh}
      </p>
      <p className="state">
        <Cable size="1.3em" aria-hidden />
        {FRAME_TEXTS.wiring[bench.wiring].zh}
      </p>
      {page === 'bench' ? (
        <ScreenLink url={kioskUrl} words={open.kiosk} />
      ) : (
        <ScreenLink url={healthUrl} words={open.health} />
      )}
      <a className="button" href={path} target={page === 'bench' ? undefined : 'jiaohao-bench'}>
        <Icon size="1.3em" aria-hidden />
        <Both words={words} />
      </a>
    </header>
  );
}
