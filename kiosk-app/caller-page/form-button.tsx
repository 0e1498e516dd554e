// Opens and closes the details; says so when there is something in them that should be looked at.
import { ChevronDown, ChevronUp, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { barTroubles } from './bar-troubles.ts';
import { useBar } from './bar-context.ts';
import { dropPointerFocus } from './pointer-focus.ts';

export function FormButton(): ReactElement {
  const { desk, update, texts } = useBar();
  const isOpen = update.form === 'open';
  const isTrouble = !isOpen && barTroubles(update, texts).length > 0;
  const Icon = isTrouble ? TriangleAlert : isOpen ? ChevronUp : ChevronDown;
  return (
    <button
      type="button"
      className={isTrouble ? 'form-button form-button-trouble' : 'form-button'}
      aria-expanded={isOpen}
      onClick={(event) => {
        dropPointerFocus(event);
        desk.send({ type: 'setForm', form: isOpen ? 'compact' : 'open' });
      }}
    >
      <Icon size={18} aria-hidden />
      <span>{isTrouble ? texts.look : isOpen ? texts.less : texts.more}</span>
    </button>
  );
}
