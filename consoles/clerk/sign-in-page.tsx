// Sign in with staff number and password; what went wrong stands under the fields until the next try.
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Megaphone } from 'lucide-react';
import { EntryForm, textOf } from '../ui/entry-form.tsx';
import { TEXTS, saidTwice } from '../texts.ts';
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
    <EntryForm
      icon={Megaphone}
      product={TEXTS.product}
      title={TEXTS.signIn.title}
      onSubmit={submit}
      trouble={trouble === null ? null : saidTwice(trouble)}
    >
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
    </EntryForm>
  );
}
