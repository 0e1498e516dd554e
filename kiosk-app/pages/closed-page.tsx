// Outside ticket hours: says so, and when they are today.
import type { ReactElement } from 'react';
import { Clock3 } from 'lucide-react';
import { Band } from './band.tsx';
import { Footer, HelpButton, TypeButton } from './footer.tsx';
import { dayPart } from './day-part.ts';
import { useKiosk } from './kiosk-context.ts';
import { Page } from './page.tsx';
import { Question } from './question.tsx';
import { texts } from './texts.ts';
import { OneLine, Words } from './words.tsx';

export function ClosedPage(): ReactElement {
  const { journey } = useKiosk();
  const hours = journey.update?.view?.hoursToday ?? [];
  return (
    <Page
      className="closed-page"
      tell={
        <>
          <Question text={texts.closed.question} className="refusal-question" />
          <section className="hours" data-fit="">
            <Words text={hours.length === 0 ? texts.closed.noHours : texts.closed.hoursToday} className="hours-title" />
            {hours.map((span) => (
              <div key={span.opens} className="hours-row">
                <OneLine text={texts.closed[dayPart(span)]} className="hours-part" />
                <span className="number">
                  {span.opens} – {span.closes}
                </span>
              </div>
            ))}
          </section>
        </>
      }
      act={<Band icon={Clock3} text={texts.closed.sorry} className="sorry" />}
      foot={<Footer middle={<HelpButton />} right={<TypeButton />} />}
    />
  );
}
