// The form that stands before a console: who or what is asked for, one filled button, and what went wrong under it.
import type { ReactElement, ReactNode } from 'react';
import { CircleAlert } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';

interface EntryFormProps {
  readonly icon: LucideIcon;
  readonly product: string;
  readonly title: string;
  readonly onSubmit: (form: FormData) => void;
  /** Fields, the button, hints. */
  readonly children: ReactNode;
  readonly trouble: SaidTwice | null;
}

/** A sentence in the console's language, and in another with its tag. */
export interface SaidTwice {
  readonly first: string;
  readonly second: string;
  readonly secondTag: string;
}

export function EntryForm({ icon: Icon, product, title, onSubmit, children, trouble }: EntryFormProps): ReactElement {
  return (
    <main className="entry">
      <form
        className="entry-card"
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit(new FormData(event.currentTarget));
        }}
      >
        <p className="entry-product">
          <Icon size={26} aria-hidden />
          {product}
        </p>
        <h1>{title}</h1>
        {children}
        <div className="entry-trouble" role="status">
          {trouble !== null && <TroubleWords said={trouble} />}
        </div>
      </form>
    </main>
  );
}

export function TroubleWords({ said }: { readonly said: SaidTwice }): ReactElement {
  return (
    <p className="trouble-words">
      <CircleAlert size={24} aria-hidden />
      <span>
        {said.first}
        <span className="second" lang={said.secondTag}>
          {said.second}
        </span>
      </span>
    </p>
  );
}

/** Empty where the form has no such field. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
