// The three fixed places at the foot of every page: the way back, staff, and the page's own third.
import type { ReactElement, ReactNode } from 'react';
import { ArrowLeft, Check, HandHelping, IdCard, Languages, Play, Printer, RotateCcw, RotateCw } from 'lucide-react';
import type { Bilingual } from '@jiaohao/contracts/ids';
import type { Touch } from './journey-state.ts';
import { TapButton } from './tap-button.tsx';
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
  check: Check,
  help: HandHelping,
  card: IdCard,
  languages: Languages,
  goOn: Play,
  printer: Printer,
  noPaper: RotateCcw,
  again: RotateCw,
} as const;

interface FooterButtonProps {
  readonly icon: keyof typeof ICONS;
  readonly text: Bilingual;
  readonly touch: Touch;
  readonly isFilled?: boolean;
  readonly isBusy?: boolean;
}

export function FooterButton({ icon, text, touch, isFilled = false, isBusy = false }: FooterButtonProps): ReactElement {
  const Icon = ICONS[icon];
  return (
    <TapButton
      touch={touch}
      className={isFilled ? 'button footer-button filled' : 'button footer-button'}
      isBusy={isBusy}
    >
      <Icon aria-hidden />
      <Words text={text} />
    </TapButton>
  );
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
