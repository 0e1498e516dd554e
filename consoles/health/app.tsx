// Which of the two pages is up: the question for a token, or the health of the hall.
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { Pair } from '@jiaohao/look/language-pair';
import { forgetToken, keepToken } from './access.ts';
import { EntryPage } from './entry-page.tsx';
import { HealthPage } from './health-page.tsx';
import { TEXTS } from './texts.ts';

export function App({ opened }: { readonly opened: string | null }): ReactElement {
  const [token, setToken] = useState(opened);
  const [notice, setNotice] = useState<Pair | null>(null);
  if (token === null) {
    return (
      <EntryPage
        notice={notice}
        onToken={(given) => {
          keepToken(given);
          setToken(given);
        }}
      />
    );
  }
  return (
    <HealthPage
      token={token}
      onRefused={() => {
        forgetToken();
        setNotice(TEXTS.entry.refused);
        setToken(null);
      }}
    />
  );
}
