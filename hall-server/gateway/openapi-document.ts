// The API document: OpenAPI 3.1 put together from the table of operations, the guides of commands and the schemas.
import { z } from 'zod';
import { PRODUCT_VERSION } from '@jiaohao/contracts/product';
import { REFUSAL_TEXTS } from '@jiaohao/contracts/refusals';
import type { Bilingual } from '@jiaohao/contracts/ids';
import { COMMAND_GUIDES } from './openapi-commands.ts';
import { ACCESS_TEXTS, OPERATIONS, TAGS } from './openapi-operations.ts';
import type { Operation } from './openapi-operations.ts';
import { componentSchemas, refTo } from './openapi-schemas.ts';
import type { JsonSchema } from './openapi-schemas.ts';
import { FORBIDDEN, UNAUTHORISED, httpError, invalidField } from './request-errors.ts';
import type { HttpError } from './request-errors.ts';
import { API_TEXTS } from './openapi-texts.ts';

export interface ApiDocument {
  readonly openapi: string;
  readonly info: JsonSchema;
  readonly servers: readonly JsonSchema[];
  readonly tags: readonly JsonSchema[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, JsonSchema>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>>; readonly securitySchemes: JsonSchema };
}

export const both = ({ zh, en }: Bilingual): string => `${zh} · ${en}`;

export function apiDocument(): ApiDocument {
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const operation of OPERATIONS) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: operationObject(operation) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: both(API_TEXTS.title),
      version: PRODUCT_VERSION,
      description: [API_TEXTS.intro, API_TEXTS.requestId, API_TEXTS.refusals, API_TEXTS.sockets].map(both).join('\n\n'),
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: Object.entries(TAGS).map(([name, text]) => ({ name, description: both(text) })),
    paths,
    components: {
      schemas: componentSchemas(),
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: both(API_TEXTS.token) } },
    },
  };
}

function operationObject(operation: Operation): JsonSchema {
  const { id, tag, access, text, body } = operation;
  const parameters = parametersOf(operation);
  return {
    operationId: id,
    tags: [tag],
    summary: both(text),
    description: both(ACCESS_TEXTS[access]),
    security: access === 'public' ? [] : [{ token: [] }],
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined ? {} : { requestBody: { required: true, content: bodyContent(operation) } }),
    responses: responsesOf(operation),
  };
}

function parametersOf({ params = {}, query }: Operation): JsonSchema[] {
  const inPath = Object.entries(params).map(([name, example]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
    example,
  }));
  if (query === undefined) return inPath;
  const { properties = {}, required = [] } = z.toJSONSchema(query, { io: 'input', unrepresentable: 'any' });
  const inQuery = Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema: typeof schema === 'object' ? schema : {},
  }));
  return [...inPath, ...inQuery];
}

function bodyContent({ id, body }: Operation): JsonSchema {
  if (body === undefined || body === 'bytes') return { 'application/octet-stream': {} };
  const examples = id === 'command' ? commandExamples() : { example: { value: body.example } };
  return { 'application/json': { schema: refTo(body.schema), examples } };
}

function commandExamples(): JsonSchema {
  return Object.fromEntries(
    Object.entries(COMMAND_GUIDES).map(([type, { text, example }]) => [
      type,
      { summary: both(text), value: { requestId: 'desk-000001', ...example } },
    ]),
  );
}

function responsesOf(operation: Operation): JsonSchema {
  const { id, answer } = operation;
  const errors = errorsOf(operation);
  const statuses = [...new Set(errors.map(([status]) => status))];
  return {
    200: { description: 'OK', content: answerContent(answer) },
    ...Object.fromEntries(
      statuses.map((status) => [
        status,
        errorResponse(errors.filter(([each]) => each === status).map(([, error]) => error)),
      ]),
    ),
    ...(id === 'command' ? refusalResponses() : {}),
    ...(id === 'healthz' ? { 503: { description: both(API_TEXTS.readOnly), content: answerContent(answer) } } : {}),
  };
}

function answerContent(answer: Operation['answer']): JsonSchema {
  if (answer === 'object') return { 'application/json': { schema: { type: 'object' } } };
  if ('type' in answer) return { [answer.type]: {} };
  return { 'application/json': { schema: refTo(answer.schema), examples: { example: { value: answer.example } } } };
}

/** What every route of its kind may answer, and what this one adds. */
function errorsOf({
  access,
  params,
  checksParams = false,
  query,
  body,
  errors = [],
}: Operation): (readonly [number, HttpError])[] {
  const hasBody = body !== undefined;
  return [
    ...(hasBody || checksParams || query !== undefined
      ? [[400, invalidField('field', { zh: '…', en: '…' })] as const]
      : []),
    ...(access === 'public' ? [] : [[401, UNAUTHORISED] as const]),
    ...(access === 'public' || (access === 'token' && params === undefined && !hasBody)
      ? []
      : [[403, FORBIDDEN] as const]),
    ...(hasBody ? [[413, httpError('bodyTooLarge')] as const, [415, httpError('unsupportedMediaType')] as const] : []),
    ...errors.map(([status, code]) => [status, httpError(code)] as const),
  ];
}

function errorResponse(errors: readonly HttpError[]): JsonSchema {
  const examples = Object.fromEntries(errors.map((error) => [error.code, { summary: error.zh, value: { error } }]));
  return {
    description: errors.map(both).join(' / '),
    content: { 'application/json': { schema: refTo('ErrorAnswer'), examples } },
  };
}

/** By status as the gateway sends them (run-command.ts). */
const OTHER_STATUS: Readonly<Record<string, number>> = { storageFull: 503, internalError: 500 };

function refusalResponses(): JsonSchema {
  const refusals = Object.entries(REFUSAL_TEXTS).map(([code, text]) => ({ code, ...text }));
  const response = (description: Bilingual, status: number): JsonSchema => ({
    description: both(description),
    content: {
      'application/json': {
        schema: refTo('RefusalAnswer'),
        examples: Object.fromEntries(
          refusals
            .filter(({ code }) => (OTHER_STATUS[code] ?? 409) === status)
            .map((refusal) => [refusal.code, { summary: refusal.zh, value: { refusal } }]),
        ),
      },
    },
  });
  return {
    409: response(API_TEXTS.refusals, 409),
    500: response(REFUSAL_TEXTS.internalError, 500),
    503: response(REFUSAL_TEXTS.storageFull, 503),
  };
}
