// Sign in with staff number and password; what went wrong stands under the fields until the next try.
import { useState } from 'react';
import type { ReactElement } from 'react';
import { CircleAlert, Megaphone } from 'lucide-react';
import { TEXTS, firstWords, secondWords } from '../texts.ts';
import type { Words } from '../texts.ts';
import { askForToken } from './hall-http.ts';

interface SignInPageProps {
  /** Why the clerk is here again. */
  readonly notice: Words | null;
  readonly onToken: (token: string) => void;
}

export function SignInPage({ notice, onToken }: SignInPageProps): ReactElement {
  const [isAsking, setIsAsking] = useState(false);
  const [trouble, setTrouble] = useState<Words | null>(notice);

  const submit = (form: FormData): void => {
    if (isAsking) return;
    const staffNo = textOf(form, 'staffNo').trim();
    const password = textOf(form, 'password');
    if (staffNo === '' || password === '') return setTrouble(TEXTS.signIn.fillIn);
    setIsAsking(true);
    setTrouble(null);
    void askForToken(staffNo, password).then((outcome) => {
      setIsAsking(false);
      if (outcome.ok) onToken(outcome.token);
      else setTrouble(outcome.words);
    });
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
          <Megaphone size={26} aria-hidden />
          {TEXTS.product}
        </p>
        <h1>{TEXTS.signIn.title}</h1>
        <label className="entry-field">
          {TEXTS.signIn.staffNo}
          <input
            name="staffNo"
            autoComplete="username"
            autoCapitalize="off"
            spellCheck={false}
            maxLength={16}
            autoFocus
          />
        </label>
        <label className="entry-field">
          {TEXTS.signIn.password}
          <input name="password" type="password" autoComplete="current-password" maxLength={128} />
        </label>
        <button className="entry-submit" type="submit" aria-disabled={isAsking}>
          {isAsking ? TEXTS.signIn.submitting : TEXTS.signIn.submit}
        </button>
        <div className="entry-trouble" role="status">
          {trouble !== null && <TroubleWords words={trouble} />}
        </div>
      </form>
    </main>
  );
}

export function TroubleWords({ words }: { readonly words: Words }): ReactElement {
  const second = secondWords(words);
  return (
    <p className="trouble-words">
      <CircleAlert size={24} aria-hidden />
      <span>
        {firstWords(words)}
        <span className="second" lang={second.lang}>
          {second.text}
        </span>
      </span>
    </p>
  );
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
