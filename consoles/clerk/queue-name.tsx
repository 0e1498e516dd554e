// The name of a queue in a row of the column: whole, in two lines or in three small ones, never cut.
import type { ReactElement } from 'react';

/** Hanzi that fit beside the mark 优先 in two lines. */
const SHORT_NAME = 6;

export function QueueName({ name }: { readonly name: string }): ReactElement {
  return <span className={name.length > SHORT_NAME ? 'row-queue row-queue-long' : 'row-queue'}>{name}</span>;
}
