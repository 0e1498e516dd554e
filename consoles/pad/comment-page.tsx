// The free text of a rating, in the upper half: below it the tablet draws its own keys. What is typed is kept in the page's memory only.
import { ArrowLeft, Check } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import { COMMENT_LENGTH_MAX } from '@jiaohao/contracts/evaluation';
import { FootButton } from './reasons-page.tsx';
import { Second } from './second.tsx';
import { TEXTS } from './texts.ts';

interface CommentPageProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onDone: () => void;
  readonly onBack: () => void;
}

export function CommentPage({ text, onText, onDone, onBack }: CommentPageProps): ReactElement {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  useKeptScale();
  return (
    <main className="comment-page">
      <div className="comment-head" data-fit="">
        <h1>
          <label htmlFor="comment">
            {TEXTS.commentTitle.first} <Second of={TEXTS.commentTitle} />
          </label>
        </h1>
      </div>
      <textarea
        id="comment"
        ref={field}
        value={text}
        maxLength={COMMENT_LENGTH_MAX}
        autoComplete="off"
        spellCheck={false}
        aria-describedby="comment-note"
        onChange={(event) => onText(event.target.value)}
      />
      <div className="comment-foot">
        <div className="comment-note" data-fit="">
          <p id="comment-note">
            {TEXTS.commentPrivate.first}
            <Second of={TEXTS.commentPrivate} />
          </p>
        </div>
        <FootButton icon={ArrowLeft} words={TEXTS.back} onPress={onBack} />
        <FootButton icon={Check} words={TEXTS.done} isFilled onPress={onDone} />
      </div>
    </main>
  );
}

/** The tablet's keys take away half of the page's height: letters keep the size that the whole page gave them. */
function useKeptScale(): void {
  useEffect(() => {
    const { style } = document.documentElement;
    style.fontSize = getComputedStyle(document.documentElement).fontSize;
    return () => {
      style.fontSize = '';
    };
  }, []);
}
