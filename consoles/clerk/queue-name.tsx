// The name of a queue in a row of the column: whole, in two lines or in three small ones, never cut.
import type { ReactElement } from 'react';
import { nameIn } from '@jiaohao/look/language-pair';
import { consoleLanguage } from '../texts.ts';

/** Hanzi that fit beside the mark 优先 in two lines. */
const SHORT_NAME = 6;

interface QueueNameProps {
  readonly name: { readonly zh: string; readonly en: string };
}

export function QueueName({ name }: QueueNameProps): ReactElement {
  const text = nameIn(consoleLanguage, name);
  return <span className={text.length > SHORT_NAME ? 'row-queue row-queue-long' : 'row-queue'}>{text}</span>;
}
