// One zone of the hall: its board, and its windows with their screens and the clerk who signs in there.
import type { ReactElement } from 'react';
import { LANDING_TEXTS as TEXTS } from '../texts.ts';
import type { Screens } from '../wire.ts';
import { ScreenLink } from './screen-link.tsx';

type ZoneScreens = Screens['zones'][number];

export function ZoneCard({ zone }: { readonly zone: ZoneScreens }): ReactElement {
  const floor = TEXTS.floor(zone.floor);
  return (
    <article className="zone">
      <header className="zone-head">
        <h3>
          {floor.zh} · {zone.name.zh}
          <span lang="en">
            {floor.en}, {zone.name.en}
          </span>
        </h3>
        <ScreenLink url={zone.boardUrl} words={TEXTS.zoneBoard} />
      </header>
      <ul>
        {zone.windows.map((window) => (
          <WindowRow key={window.windowId} window={window} />
        ))}
      </ul>
    </article>
  );
}

function WindowRow({ window }: { readonly window: ZoneScreens['windows'][number] }): ReactElement {
  const { label, queues, clerk, screenUrl, terminalUrl, padUrl } = window;
  return (
    <li className="window-row">
      <span className="number window-row-label">{label}</span>
      <div className="window-row-facts">
        <p className="window-row-queues">{queues.map(({ zh }) => zh).join('、')}</p>
        {clerk !== null && (
          <p className="quiet">
            {TEXTS.staffNo.zh} <span className="code">{clerk.staffNo}</span> {TEXTS.password.zh}{' '}
            <span className="code">{clerk.password}</span>
          </p>
        )}
      </div>
      <p className="window-row-links">
        <TextLink url={clerk?.consoleUrl ?? null} words={TEXTS.console} />
        <TextLink url={screenUrl} words={TEXTS.screen} />
        <TextLink url={terminalUrl} words={TEXTS.caller} />
        <TextLink url={padUrl} words={TEXTS.pad} />
      </p>
    </li>
  );
}

function TextLink({ url, words }: { readonly url: string | null; readonly words: typeof TEXTS.console }) {
  if (url === null) return null;
  return (
    <a href={url} target="_blank" rel="noreferrer" aria-label={`${words.zh} ${words.en}`}>
      {words.zh}
    </a>
  );
}
