// What the hall said to the last press, in the place of the small controls: the filled button stays. It goes by itself, or at a touch.
import { CircleAlert } from 'lucide-react';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { useBar } from './bar-context.ts';
import { FitWords } from './fit-words.tsx';
import { dropPointerFocus } from './pointer-focus.ts';
import { troubleText } from './texts.ts';

/** Long enough to be read twice. */
const SHOWN_MS = 10_000;

export function NoticePart({ otherwise }: { readonly otherwise: ReactNode }): ReactNode {
  const { desk, update, texts } = useBar();
  const { notice } = update;
  const shown = notice === null ? null : JSON.stringify(notice);
  useEffect(() => {
    if (shown === null) return undefined;
    const timer = setTimeout(() => desk.send({ type: 'dismiss' }), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [desk, shown]);
  if (notice === null) return otherwise;
  return (
    <button
      type="button"
      className="notice"
      title={texts.dismiss}
      onClick={(event) => {
        dropPointerFocus(event);
        desk.send({ type: 'dismiss' });
      }}
    >
      <FitWords className="notice-words">
        <CircleAlert size={18} aria-hidden />
        <span role="status">{troubleText(texts, notice.trouble)}</span>
      </FitWords>
    </button>
  );
}
