// The one filled button of the start page.
import type { ReactElement } from 'react';
import { LayoutList, Ticket } from 'lucide-react';
import { useKiosk } from './kiosk-context.ts';
import { TapButton } from './tap-button.tsx';
import { texts } from './texts.ts';
import { OneLine, OtherLine } from './words.tsx';

interface OneKeyHeroProps {
  readonly isOff: boolean;
  /** Without a reader the ID number is to be typed. */
  readonly needsNumber: boolean;
}

/** The shortest way to a number, in a hall with a comprehensive queue. */
export function OneKeyHero({ isOff, needsNumber }: OneKeyHeroProps): ReactElement {
  const { ask, journey } = useKiosk();
  const without = needsNumber ? texts.pad.oneKey : texts.reader.oneKeyWithout;
  const working = journey.update?.reader.state === 'ready' ? texts.start.oneKeyNote : without;
  // Large type says fewer things; why it is off it always says.
  const note = journey.typeSize === 'large' ? null : working;
  const said = isOff ? texts.reader.oneKeyOff : note;
  return (
    <TapButton className="button hero" touch={{ type: 'oneKey' }} isOff={isOff} isBusy={ask !== null}>
      <Ticket aria-hidden />
      <span className="hero-words">
        <OneLine text={texts.start.oneKey} className="hero-name" />
        {said !== null && <OneLine text={said} className="hero-note" />}
        <OtherLine text={texts.start.oneKey} className="hero-other" />
      </span>
    </TapButton>
  );
}

/** A hall without a comprehensive queue has choosing as its hero. */
export function ChooseHero(): ReactElement {
  return (
    <TapButton className="button hero" touch={{ type: 'openItems' }}>
      <LayoutList aria-hidden />
      <span className="hero-words">
        <OneLine text={texts.start.chooseItem} className="hero-name" />
        <OtherLine text={texts.start.chooseItem} className="hero-other" />
      </span>
    </TapButton>
  );
}
