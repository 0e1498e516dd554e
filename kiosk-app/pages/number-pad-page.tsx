// Types the ID number where no card can be read and the hall allows it. Masked after a few seconds; nothing of it outlives the page.
import type { ReactElement } from 'react';
import { Delete, Eye, Info, LoaderCircle, Lock, Star, TriangleAlert } from 'lucide-react';
import type { Bilingual } from '@jiaohao/contracts/ids';
import { TYPED_ID_NUMBER_LENGTH } from '@jiaohao/contracts/typed-id-number';
import { Band } from './band.tsx';
import { cardTroubleWords } from './card-words.ts';
import { BackButton, Footer, HelpButton, TypeButton } from './footer.tsx';
import { hallDay } from './hall-day.ts';
import { mayPress, mayType } from './journey-number-pad.ts';
import { PAD_KEYS } from './journey-state.ts';
import type { PadKey, Page as JourneyPage } from './journey-state.ts';
import { useKiosk } from './kiosk-context.ts';
import { maskedGroups, OPEN_PLACE } from './masked-groups.ts';
import { Page } from './page.tsx';
import { Question } from './question.tsx';
import { TapButton } from './tap-button.tsx';
import { fill, texts } from './texts.ts';
import { useShownBriefly } from './use-shown-briefly.ts';
import { useTap } from './use-tap.ts';
import { OneLine, Words } from './words.tsx';

type NumberPage = Extract<JourneyPage, { type: 'typeNumber' }>;

export function NumberPadPage({ page }: { readonly page: NumberPage }): ReactElement {
  const { journey, ask } = useKiosk();
  const { isShown, look } = useShownBriefly(page);
  return (
    <Page
      className="number-pad-page"
      tell={
        <>
          <Question text={texts.pad.question} className="two-lines" />
          <TypedNumber number={page.number} isShown={isShown} />
          <StateLine page={page} />
          <Band icon={Star} text={texts.pad.priority} className="pad-priority" />
          <Band icon={Lock} text={texts.card.privacy} className="privacy" />
        </>
      }
      act={
        <>
          <div className="pad-keys">
            {PAD_KEYS.map((key) => (
              <Key key={key} padKey={key} isOff={!mayPress(page.number, key)} />
            ))}
          </div>
          <div className="pad-foot">
            <LookButton isOff={page.number === '' || isShown} onTap={look} />
            <TapButton
              className="button pad-confirm filled"
              touch={{ type: 'confirmNumber', today: hallDay(journey.update) }}
              isBusy={ask?.type === 'take'}
            >
              <Words text={texts.pad.confirm} />
            </TapButton>
          </div>
        </>
      }
      foot={<Footer left={<BackButton />} middle={<HelpButton />} right={<TypeButton />} />}
    />
  );
}

/** Never spoken: who listens is told how many places are filled. */
function TypedNumber({ number, isShown }: { readonly number: string; readonly isShown: boolean }): ReactElement {
  return (
    <div className="typed-number" data-empty={number === ''}>
      <p className="number" aria-hidden>
        {maskedGroups(number, isShown).map((group, index) => (
          <span key={index}>
            {Array.from(group, (place, at) => (
              <i key={at} data-open={place === OPEN_PLACE}>
                {place}
              </i>
            ))}
          </span>
        ))}
      </p>
      <span className="unseen" role="status">
        <OneLine text={fill(texts.pad.given, { n: number.length })} />
      </span>
    </div>
  );
}

function Key({ padKey, isOff }: { readonly padKey: PadKey; readonly isOff: boolean }): ReactElement {
  return (
    <TapButton className="button pad-key" touch={{ type: 'padKey', key: padKey }} isOff={isOff}>
      {padKey === 'delete' ? (
        <>
          <Delete aria-hidden />
          <OneLine text={texts.pad.delete} />
        </>
      ) : (
        <span className="number">{padKey}</span>
      )}
    </TapButton>
  );
}

function LookButton({ isOff, onTap }: { readonly isOff: boolean; readonly onTap: () => void }): ReactElement {
  const { ask } = useKiosk();
  const isDisabled = isOff || ask !== null;
  const { isPressed, handlers } = useTap(isDisabled, onTap);
  return (
    <button
      type="button"
      className="button pad-look"
      data-fit=""
      aria-disabled={isDisabled}
      data-off={isDisabled}
      data-pressed={isPressed}
      {...handlers}
    >
      <Eye aria-hidden />
      <Words text={texts.pad.show} />
    </button>
  );
}

/** The mistake, or what helps to type, or that the card may be used again. */
function StateLine({ page }: { readonly page: NumberPage }): ReactElement {
  const { journey, ask, slowness } = useKiosk();
  if (ask !== null) {
    const text = slowness === 'long' ? texts.busy.stillWorking : texts.busy.taking;
    return <Band icon={LoaderCircle} text={text} className="card-state turning" isLive />;
  }
  const wrong = wrongWords(page);
  if (wrong !== null) return <Band icon={TriangleAlert} text={wrong} className="card-state warn" isLive />;
  if (journey.cardTrouble !== null)
    return (
      <Band icon={TriangleAlert} text={cardTroubleWords(journey.cardTrouble)} className="card-state warn" isLive />
    );
  const text = mayType(journey.update) ? texts.pad.hint : texts.pad.readerBack;
  return <Band icon={Info} text={text} className="card-state" isLive />;
}

function wrongWords({ mistake, number }: NumberPage): Bilingual | null {
  switch (mistake) {
    case null:
      return null;
    case 'length':
      return fill(texts.pad.fewer, { n: TYPED_ID_NUMBER_LENGTH - number.length });
    case 'birth':
      return texts.pad.birth;
    case 'checkDigit':
      return texts.pad.checkDigit;
  }
}
