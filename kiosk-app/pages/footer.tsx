// The three fixed places at the foot of every page: the way back, staff, and the page's own third.
import type { ReactElement, ReactNode } from 'react';
import {
  ALargeSmall,
  ArrowLeft,
  ArrowRight,
  Check,
  HandHelping,
  IdCard,
  Languages,
  Play,
  Printer,
  RotateCcw,
  RotateCw,
} from 'lucide-react';
import type { Bilingual } from '@jiaohao/contracts/ids';
import type { Touch } from './journey-state.ts';
import { useKiosk } from './kiosk-context.ts';
import { TapButton } from './tap-button.tsx';
import { inLanguage, languageFile, nextLanguage } from './languages.ts';
import { texts } from './texts.ts';
import { Words } from './words.tsx';

interface FooterProps {
  readonly left?: ReactNode;
  readonly middle?: ReactNode;
  readonly right?: ReactNode;
}

export function Footer({ left, middle, right }: FooterProps): ReactElement {
  return (
    <footer className="footer">
      <div className="footer-place">{left}</div>
      <div className="footer-place">{middle}</div>
      <div className="footer-place">{right}</div>
    </footer>
  );
}

const ICONS = {
  back: ArrowLeft,
  next: ArrowRight,
  check: Check,
  help: HandHelping,
  card: IdCard,
  goOn: Play,
  printer: Printer,
  noPaper: RotateCcw,
  again: RotateCw,
  type: ALargeSmall,
} as const;

interface FooterButtonProps {
  readonly icon: keyof typeof ICONS;
  readonly text: Bilingual;
  /** Behind the second line, in its language. */
  readonly note?: Bilingual;
  readonly touch: Touch;
  readonly isFilled?: boolean;
  readonly isBusy?: boolean;
}

export function FooterButton({
  icon,
  text,
  note,
  touch,
  isFilled = false,
  isBusy = false,
}: FooterButtonProps): ReactElement {
  const Icon = ICONS[icon];
  return (
    <TapButton
      touch={touch}
      className={isFilled ? 'button footer-button filled' : 'button footer-button'}
      isBusy={isBusy}
    >
      <Icon aria-hidden />
      {note === undefined ? <Words text={text} /> : <Words text={text} note={note} />}
    </TapButton>
  );
}

/** Speaks to those who need it: English to readers of English, 中文 to readers of Chinese. */
export function LanguageButton(): ReactElement {
  const { language } = useKiosk().journey;
  const target = languageFile(nextLanguage(language));
  const name = inLanguage({ zh: target.names.zh, en: target.names.en }, language);
  return (
    <TapButton touch={{ type: 'swapLanguage' }} className="button footer-button">
      <Languages aria-hidden />
      <span className="words">
        <span className="words-first" lang={target.tag}>
          {target.names.own}
        </span>
        <span className="words-second" lang={name.tag}>
          {name.text}
        </span>
      </span>
    </TapButton>
  );
}

/** 大字版, and the way back from it. */
export function TypeButton(): ReactElement {
  const text = useKiosk().journey.typeSize === 'normal' ? texts.button.largeType : texts.button.normalType;
  return <FooterButton icon="type" text={text} touch={{ type: 'swapTypeSize' }} />;
}

export function BackButton(): ReactElement {
  return <FooterButton icon="back" text={texts.button.back} touch={{ type: 'back' }} />;
}

export function HomeButton({ isFilled = false }: { readonly isFilled?: boolean }): ReactElement {
  return <FooterButton icon="back" text={texts.button.home} touch={{ type: 'home' }} isFilled={isFilled} />;
}

export function HelpButton({ isFilled = false }: { readonly isFilled?: boolean }): ReactElement {
  return <FooterButton icon="help" text={texts.button.help} touch={{ type: 'help' }} isFilled={isFilled} />;
}
