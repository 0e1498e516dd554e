// A token is typed or pasted in once; what went wrong stands under the field.
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Activity } from 'lucide-react';
import type { Pair } from '@jiaohao/look/language-pair';
import { EntryForm, textOf } from '../ui/entry-form.tsx';
import { Second } from './second.tsx';
import { SECOND_TAG, TEXTS } from './texts.ts';

interface EntryPageProps {
  /** Why the technician is here again. */
  readonly notice: Pair | null;
  readonly onToken: (token: string) => void;
}

export function EntryPage({ notice, onToken }: EntryPageProps): ReactElement {
  const [trouble, setTrouble] = useState(notice);
  const submit = (form: FormData): void => {
    const token = textOf(form, 'token').trim();
    if (token === '') setTrouble(TEXTS.entry.empty);
    else onToken(token);
  };
  return (
    <EntryForm
      icon={Activity}
      product={TEXTS.entry.product.first}
      title={TEXTS.entry.title.first}
      onSubmit={submit}
      trouble={trouble === null ? null : { ...trouble, secondTag: SECOND_TAG }}
    >
      <label className="entry-field">
        {TEXTS.entry.field.first}
        <input name="token" type="password" autoComplete="current-password" maxLength={200} autoFocus />
      </label>
      <button className="entry-submit" type="submit">
        {TEXTS.entry.submit.first}
      </button>
      <p className="entry-hint">
        {TEXTS.entry.hint.first}
        <Second text={TEXTS.entry.hint} />
      </p>
    </EntryForm>
  );
}
