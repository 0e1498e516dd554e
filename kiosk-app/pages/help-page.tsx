// 人工帮助: where the people are who take numbers for others. The page that was left waits behind.
import type { ReactElement } from 'react';
import { HandHelping, MapPin } from 'lucide-react';
import { Band } from './band.tsx';
import { BackButton, Footer, TypeButton } from './footer.tsx';
import { Page } from './page.tsx';
import { Question } from './question.tsx';
import { texts } from './texts.ts';

export function HelpPage(): ReactElement {
  return (
    <Page
      className="refusal-page"
      tell={<Question text={texts.help.question} className="refusal-question" />}
      act={
        <>
          <Band icon={MapPin} text={texts.help.goToDesk} className="refusal-advice" />
          <Band icon={HandHelping} text={texts.help.orStaff} className="refusal-advice second" />
        </>
      }
      foot={<Footer left={<BackButton />} right={<TypeButton />} />}
    />
  );
}
