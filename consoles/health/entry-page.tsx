// A token is typed or pasted in once; what went wrong stands under the field.
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Activity, CircleAlert } from 'lucide-react';
import type { Words } from '../texts.ts';
import { TEXTS } from './texts.ts';

interface EntryPageProps {
  /** Why the technician is here again. */
  readonly notice: Words | null;
  readonly onToken: (token: string) => void;
}

export function EntryPage({ notice, onToken }: EntryPageProps): ReactElement {
  const [trouble, setTrouble] = useState(notice);
  const submit = (form: FormData): void => {
    const given = form.get('token');
    const token = typeof given === 'string' ? given.trim() : '';
    if (token === '') setTrouble(TEXTS.entry.empty);
    else onToken(token);
  };
  return (
    <main className="entry">
      <form
        className="entry-card"
        onSubmit={(event) => {
          event.preventDefault();
          submit(new FormData(event.currentTarget));
        }}
      >
        <p className="entry-product">
          <Activity size={26} aria-hidden />
          {TEXTS.entry.product}
        </p>
        <h1>{TEXTS.entry.title}</h1>
        <label className="entry-field">
          {TEXTS.entry.field}
          <input name="token" type="password" autoComplete="current-password" maxLength={200} autoFocus />
        </label>
        <button className="entry-submit" type="submit">
          {TEXTS.entry.submit}
        </button>
        <p className="entry-hint">
          {TEXTS.entry.hint.zh}
          <span lang="en">{TEXTS.entry.hint.en}</span>
        </p>
        <div role="status">
          {trouble !== null && (
            <p className="entry-trouble">
              <CircleAlert size={24} aria-hidden />
              <span>
                {trouble.zh}
                <span lang="en">{trouble.en}</span>
              </span>
            </p>
          )}
        </div>
      </form>
    </main>
  );
}
