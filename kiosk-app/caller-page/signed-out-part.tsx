// Nobody is signed in: compact says so and offers to; open has the two fields. What went wrong stands there until the next try.
import { CircleAlert, LogIn } from 'lucide-react';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useBar } from './bar-context.ts';
import { FitWords } from './fit-words.tsx';
import { FormButton } from './form-button.tsx';
import { troubleText } from './texts.ts';
import { LinkMark } from './ticket-part.tsx';

export function SignedOutPart(): ReactElement {
  const { update } = useBar();
  return update.form === 'open' ? <SignInForm /> : <SignedOutRow />;
}

function SignedOutRow(): ReactElement {
  const { desk, update, texts } = useBar();
  const { session } = update;
  return (
    <div className="bar-row">
      <section className="ticket-part drag">
        <p className="ticket-top">
          <LinkMark />
        </p>
        <WindowName />
        <p className="ticket-state">
          {session.state === 'signingIn' ? texts.signIn.submitting : texts.signIn.signedOut}
        </p>
      </section>
      <p className="signed-out-trouble" role="status">
        <FitWords className="question-fit">
          <SignInTrouble own={null} />
        </FitWords>
      </p>
      <button
        type="button"
        className="next signed-out-open"
        onClick={() => desk.send({ type: 'setForm', form: 'open' })}
      >
        <span className="next-title">
          <LogIn size={22} aria-hidden />
          <b>{texts.signIn.open}</b>
        </span>
      </button>
    </div>
  );
}

function SignInForm(): ReactElement {
  const { desk, update, texts } = useBar();
  const [isEmpty, setIsEmpty] = useState(false);
  const isAsking = update.session.state === 'signingIn';

  const submit = (form: FormData): void => {
    if (isAsking) return;
    const staffNo = textOf(form, 'staffNo').trim();
    const password = textOf(form, 'password');
    setIsEmpty(staffNo === '' || password === '');
    if (staffNo !== '' && password !== '') desk.send({ type: 'signIn', staffNo, password });
  };
  return (
    <form
      className="sign-in"
      onSubmit={(event) => {
        event.preventDefault();
        submit(new FormData(event.currentTarget));
      }}
    >
      <div className="sign-in-head">
        <WindowName />
        <LinkMark />
        <FormButton />
      </div>
      <div className="sign-in-fields">
        <Field name="staffNo" label={texts.signIn.staffNo} />
        <Field name="password" label={texts.signIn.password} />
        <button className="next sign-in-submit" type="submit" aria-disabled={isAsking}>
          <span className="next-title">
            <b>{isAsking ? texts.signIn.submitting : texts.signIn.submit}</b>
          </span>
        </button>
      </div>
      <div className="sign-in-trouble" role="status">
        <FitWords className="details-fit">
          <SignInTrouble own={isEmpty ? texts.signIn.fillIn : null} />
        </FitWords>
      </div>
    </form>
  );
}

function Field({ name, label }: { readonly name: 'staffNo' | 'password'; readonly label: string }): ReactElement {
  const isPassword = name === 'password';
  return (
    <label className="sign-in-field">
      <span>{label}</span>
      <input
        name={name}
        type={isPassword ? 'password' : 'text'}
        autoComplete={isPassword ? 'current-password' : 'username'}
        autoCapitalize="off"
        spellCheck={false}
        maxLength={isPassword ? 128 : 16}
        autoFocus={!isPassword}
      />
    </label>
  );
}

function WindowName(): ReactElement {
  const { update, texts } = useBar();
  return (
    <b className="window-name">{update.windowLabel === null ? texts.noWindow : texts.windowOf(update.windowLabel)}</b>
  );
}

/** `own`: a mistake that the page itself sees. */
function SignInTrouble({ own }: { readonly own: string | null }): ReactElement | null {
  const { update, texts } = useBar();
  const { session } = update;
  const told = session.state === 'signedOut' && session.trouble !== null ? troubleText(texts, session.trouble) : null;
  const words = own ?? told;
  if (words === null) return null;
  return (
    <span className="mark mark-bad">
      <CircleAlert size={18} aria-hidden />
      <span>{words}</span>
    </span>
  );
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
