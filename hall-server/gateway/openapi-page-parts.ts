// Tables and examples of the readable API page.
import type { Bilingual } from '@jiaohao/contracts/ids';
import type { Operation } from './openapi-operations.ts';
import type { JsonSchema } from './openapi-schemas.ts';
import { PAGE_TEXTS } from './openapi-texts.ts';

/** Everything on the page is our own text, but `<` and `&` stand in patterns and in JSON. */
export function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** Chinese first; what stands between backticks is code. */
export function bilingual({ zh, en }: Bilingual): string {
  const marked = (text: string): string => escaped(text).replace(/`([^`]+)`/g, '<code>$1</code>');
  return `${marked(zh)}<span lang="en">${marked(en)}</span>`;
}

/** Can be reached by keyboard, because a long line is scrolled sideways. */
function block(text: string): string {
  return `<pre tabindex="0">${escaped(text)}</pre>`;
}

export function json(value: unknown): string {
  return block(JSON.stringify(value, null, 2));
}

/** A line for a shell, with the hall at its usual port. */
export function exampleOf({ method, path, access, params = {}, body }: Operation): string {
  const address = path.replace(/\{(\w+)\}/g, (_whole, name: string) => params[name] ?? name);
  const parts = [
    `curl ${method === 'get' ? '' : `-X ${method.toUpperCase()} `}http://127.0.0.1:8080${address}`,
    ...(access === 'public' ? [] : [`-H "Authorization: Bearer $TOKEN"`]),
    ...(body === undefined || body === 'bytes'
      ? []
      : [`-H 'Content-Type: application/json'`, `-d '${JSON.stringify(body.example)}'`]),
  ];
  return block(parts.join(' \\\n  '));
}

export function parameterTable(operation: JsonSchema): string {
  const parameters = (operation['parameters'] ?? []) as readonly {
    readonly name: string;
    readonly required: boolean;
    readonly schema: JsonSchema;
  }[];
  return table(
    PAGE_TEXTS.parameters.zh,
    parameters.map(({ name, required, schema }) => [name, typeOf(schema), required]),
  );
}

/** The fields of an object, as a reader wants them: name, type, whether it must be there. */
export function fieldTable(schema: JsonSchema): string {
  const required = (schema['required'] ?? []) as readonly string[];
  const properties = (schema['properties'] ?? {}) as Readonly<Record<string, JsonSchema>>;
  return table(
    PAGE_TEXTS.fields.zh,
    Object.entries(properties).map(([name, property]) => [name, typeOf(property), required.includes(name)]),
  );
}

function table(caption: string, rows: readonly (readonly [string, string, boolean])[]): string {
  if (rows.length === 0) return '';
  const { name, type, needed, yes, no } = PAGE_TEXTS;
  const lines = rows.map(
    ([word, kind, isNeeded]) =>
      `<tr><th scope="row"><code>${word}</code></th><td>${kind}</td><td>${isNeeded ? yes.zh : no.zh}</td></tr>`,
  );
  const head = [caption === PAGE_TEXTS.fields.zh ? caption : name.zh, type.zh, needed.zh];
  return `<table><thead><tr>${head.map((each) => `<th scope="col">${each}</th>`).join('')}</tr></thead><tbody>${lines.join('')}</tbody></table>`;
}

function typeOf(schema: JsonSchema): string {
  const { $ref: ref, const: only, enum: values, type, pattern, format } = schema;
  if (typeof ref === 'string') return `<code>${ref.split('/').at(-1) ?? ''}</code>`;
  if (only !== undefined) return `<code>${escaped(JSON.stringify(only))}</code>`;
  if (Array.isArray(values)) return values.map((value) => `<code>${escaped(String(value))}</code>`).join(' ');
  const choices = schema['anyOf'] ?? schema['oneOf'];
  if (Array.isArray(choices)) return [...new Set(choices.map((each: JsonSchema) => typeOf(each)))].join(' | ');
  const shape = typeof pattern === 'string' ? ` <code>${escaped(pattern)}</code>` : '';
  return `${typeof type === 'string' ? type : 'any'}${typeof format === 'string' ? ` (${format})` : ''}${shape}`;
}
