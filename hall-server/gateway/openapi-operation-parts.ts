// What rows of the table of operations are put together from.
import { ANSWER_EXAMPLES } from './openapi-examples.ts';

/** Under the prefix of every route that asks for a token. */
export const api = (path: string): string => `/api/v1${path}`;
/** An answer with its example. */
export const example = (schema: keyof typeof ANSWER_EXAMPLES) => ({ schema, example: ANSWER_EXAMPLES[schema] });
