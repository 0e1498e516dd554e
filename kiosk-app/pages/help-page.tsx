// 人工帮助: where the people are who take numbers for others. The page that was left waits behind.
import type { ReactElement } from 'react';
import { HandHelping, MapPin } from 'lucide-react';
import { Band } from './band.tsx';
import { BackButton, Footer } from './footer.tsx';
import { Question } from './question.tsx';
import { texts } from './texts.ts';

export function HelpPage(): ReactElement {
  return (
    <main className="page refusal-page">
      <Question text={texts.help.question} className="refusal-question" />
      <Band icon={MapPin} text={texts.help.goToDesk} className="refusal-advice" />
      <Band icon={HandHelping} text={texts.help.orStaff} className="refusal-advice second" />
      <Footer left={<BackButton />} />
    </main>
  );
}
