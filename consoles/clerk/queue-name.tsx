// The name of a queue in a row of the column: whole, in the language of the console.
import type { ReactElement } from 'react';
import { nameIn } from '@jiaohao/look/language-pair';
import { consoleLanguage } from '../texts.ts';

interface QueueNameProps {
  readonly name: { readonly zh: string; readonly en: string };
}

export function QueueName({ name }: QueueNameProps): ReactElement {
  return <span className="row-queue">{nameIn(consoleLanguage, name)}</span>;
}
