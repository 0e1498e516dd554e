// The API document: valid OpenAPI 3.1, every route in it, every example true, and the words of every refusal.
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { commandResults } from '@jiaohao/contracts/commands';
import { ErrorAnswer, HealthzAnswer, RefusalAnswer, TopicsAnswer } from '@jiaohao/contracts/http';
import { REFUSAL_TEXTS } from '@jiaohao/contracts/refusals';
import { apiDocument } from './openapi-document.ts';
import type { ApiDocument } from './openapi-document.ts';
import { COMMAND_TYPES } from './openapi-schemas.ts';
import { parseCommand } from './parse-command.ts';
import { refusal } from './testing/memory-hall.ts';
import { ADMIN, testGateway } from './testing/test-gateway.ts';

/** JSON Schema 2020-12 by another hand than the one that made the schemas: the validator inside Fastify. */
interface Ajv {
  addSchema(schema: object, key: string): Ajv;
  compile(schema: object): ((value: unknown) => boolean) & { errors?: unknown };
}
const inFastify = createRequire(createRequire(import.meta.url).resolve('@fastify/ajv-compiler'));
const { default: Ajv2020 } = inFastify('ajv/dist/2020.js') as { default: new (options: object) => Ajv };

let document: ApiDocument;
let validator: Ajv;
beforeAll(() => {
  document = JSON.parse(JSON.stringify(apiDocument())) as ApiDocument;
  validator = new Ajv2020({
    strict: true,
    strictTypes: false,
    strictRequired: false,
    formats: FORMATS,
    keywords: ['discriminator', 'components'],
  });
  validator.addSchema({ $id: 'https://hall/api', components: document.components }, 'api');
});
const FORMATS = { date: true, uri: true, base64: /^[A-Za-z0-9+/]*={0,2}$/ };

const compiled = new Map<string, ReturnType<Ajv['compile']>>();
function schemaAt(ref: unknown) {
  const address = String(ref).replace('#', 'https://hall/api#');
  const validate = compiled.get(address) ?? validator.compile({ $ref: address });
  compiled.set(address, validate);
  return validate;
}

/** What OpenAPI 3.1.0 section 4.8 asks of the parts that this document has; nothing else may stand in them. */
const Schema = z.record(z.string(), z.unknown());
const Example = z.strictObject({ summary: z.string().optional(), value: z.unknown() });
const Content = z.record(
  z.string().regex(/^[a-z]+\/[a-z.+-]+$/),
  z.strictObject({ schema: Schema.optional(), examples: z.record(z.string(), Example).optional() }),
);
const Parameter = z.strictObject({
  name: z.string(),
  in: z.enum(['path', 'query']),
  required: z.boolean(),
  schema: Schema,
  example: z.unknown().optional(),
});
const Response = z.strictObject({ description: z.string().min(1), content: Content.optional() });
const OperationObject = z.strictObject({
  operationId: z.string().regex(/^[a-zA-Z]+$/),
  tags: z.array(z.string()).min(1),
  summary: z.string().min(1),
  description: z.string(),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z.array(Parameter).optional(),
  requestBody: z.strictObject({ required: z.literal(true), content: Content }).optional(),
  responses: z.record(z.string().regex(/^[1-5]\d\d$/), Response),
});
const OpenApi = z.strictObject({
  openapi: z.string().regex(/^3\.1\.\d+$/),
  info: z.strictObject({
    title: z.string(),
    version: z.string(),
    description: z.string(),
    license: z.strictObject({ name: z.string(), identifier: z.string() }),
  }),
  servers: z.array(z.strictObject({ url: z.string() })).min(1),
  tags: z.array(z.strictObject({ name: z.string(), description: z.string() })),
  paths: z.record(
    z.string().startsWith('/'),
    z.strictObject({
      get: OperationObject.optional(),
      put: OperationObject.optional(),
      post: OperationObject.optional(),
      delete: OperationObject.optional(),
    }),
  ),
  components: z.strictObject({
    schemas: z.record(z.string().regex(/^[a-zA-Z0-9._-]+$/), Schema),
    securitySchemes: z.record(
      z.string(),
      z.strictObject({ type: z.literal('http'), scheme: z.literal('bearer'), description: z.string() }),
    ),
  }),
});

const operations = () =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, operation: OperationObject.parse(operation) })),
  );

describe('the document', () => {
  test('is OpenAPI 3.1: its structure, its references, its ids, its path parameters', () => {
    const parsed = OpenApi.parse(document);
    const names = new Set(Object.keys(parsed.components.schemas));
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref = '']) => ref);
    expect(refs.length).toBeGreaterThan(50);
    expect(refs.filter((ref) => !names.has(ref.replace('#/components/schemas/', '')))).toEqual([]);
    const ids = operations().map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    const tags = parsed.tags.map(({ name }) => name);
    for (const { path, operation } of operations()) {
      const inPath = (operation.parameters ?? []).filter((each) => each.in === 'path').map(({ name }) => name);
      expect(inPath).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
      expect(operation.tags.every((tag) => tags.includes(tag))).toBe(true);
      expect(operation.security.flatMap(Object.keys).every((scheme) => scheme === 'token')).toBe(true);
    }
  });

  test('every example validates against its schema, by a validator that did not make it', () => {
    let examples = 0;
    for (const { path, operation } of operations()) {
      const contents = [
        operation.requestBody?.content,
        ...Object.values(operation.responses).map(({ content }) => content),
      ].flatMap((content) => Object.values(content ?? {}));
      for (const { schema, examples: given = {} } of contents) {
        for (const [name, { value }] of Object.entries(given)) {
          const isValid = schemaAt(schema?.['$ref']);
          expect([path, name, isValid(value), isValid.errors]).toEqual([path, name, true, null]);
          examples += 1;
        }
      }
    }
    expect(examples).toBeGreaterThan(COMMAND_TYPES.length + Object.keys(REFUSAL_TEXTS).length);
  });

  test('what the schemas refuse the hall refuses too: a field too many, one missing, a wrong type', () => {
    const good = { requestId: 'desk-000001', type: 'callNext', windowId: 'w01' };
    const isValid = schemaAt('#/components/schemas/CommandRequest');
    for (const body of [
      good,
      { ...good, windowId: 7 },
      { ...good, extra: 1 },
      { ...good, type: 'callNobody' },
      { type: 'callNext', windowId: 'w01' },
      { ...good, requestId: 'short' },
      { requestId: 'desk-000001', type: 'recordEvaluation', ticketId: 1, rating: 6 },
      { requestId: 'desk-000001', type: 'pauseWindow', windowId: 'w01' },
    ])
      expect([body, isValid(body)]).toEqual([body, parseCommand(body).ok]);
  });

  test('every command is in it with its result, every refusal with both texts', () => {
    const { schemas } = document.components;
    expect(schemas['CommandRequest']?.['oneOf']).toHaveLength(COMMAND_TYPES.length);
    expect(Object.keys(commandResults)).toEqual(COMMAND_TYPES);
    expect(schemas['RefusalCode']?.['oneOf']).toEqual(
      Object.entries(REFUSAL_TEXTS).map(([code, { zh, en }]) => ({ const: code, title: zh, description: en })),
    );
  });
});

/** Every route that a Fastify of this process is given, as `GET /api/v1/views/{kind}/{id}`. */
async function registeredRoutes(): Promise<string[]> {
  const routes: string[] = [];
  const onFastify = (message: unknown) => {
    (message as { fastify: FastifyInstance }).fastify.addHook('onRoute', ({ method, url }) => {
      for (const each of [method].flat()) routes.push(`${each} ${url.replace(/:(\w+)/g, '{$1}')}`);
    });
  };
  subscribe('fastify.initialization', onFastify);
  onTestFinished(() => void unsubscribe('fastify.initialization', onFastify));
  const updatesFolder = mkdtempSync(join(tmpdir(), 'jiaohao-updates-'));
  onTestFinished(() => rmSync(updatesFolder, { recursive: true }));
  await testGateway({ updatesFolder });
  return routes;
}

test('every route under /api is in the document, and the document has none that is not there', async () => {
  const routes = await registeredRoutes();
  const documented = operations().map(({ path, method }) => `${method.toUpperCase()} ${path}`);
  const pages = new Set(['GET /api', 'GET /api/']);
  // HEAD goes with the GET of its path.
  const ofApi = routes.filter((route) => /^(?!HEAD ).* \/api/.test(route) && !pages.has(route));
  expect(ofApi.length).toBeGreaterThan(15);
  expect(ofApi.filter((route) => !documented.includes(route))).toEqual([]);
  expect(documented.filter((route) => !routes.includes(route))).toEqual([]);
});

test('the routes that the document calls public are the ones that answer without a token', async () => {
  const updatesFolder = mkdtempSync(join(tmpdir(), 'jiaohao-updates-'));
  onTestFinished(() => rmSync(updatesFolder, { recursive: true }));
  const { request } = await testGateway({ updatesFolder });
  for (const { path, method, operation } of operations()) {
    const address = path.replace(/\{\w+\}/g, 'x1');
    const { status } = await request(address, { method: method.toUpperCase() });
    expect([path, status === 401]).toEqual([path, operation.security.length > 0]);
  }
});

test('what the hall really answers is what the document says', async () => {
  const { request, post, hall } = await testGateway();
  HealthzAnswer.parse((await request('/healthz')).body);
  TopicsAnswer.parse((await request('/api/v1/views', { who: ADMIN })).body);
  ErrorAnswer.parse((await request('/api/v1/views')).body);
  hall.answer = () => refusal('queueEmpty');
  const body = { requestId: 'desk-000001', type: 'callNext', windowId: 'w1' };
  RefusalAnswer.parse((await post('/api/v1/commands', body, ADMIN)).body);
});

test('document and readable page are given out without a token, the page under a policy without scripts', async () => {
  const { request } = await testGateway();
  const answer = await request('/api/v1/openapi.json');
  expect(answer.body).toEqual(document);
  const page = await request('/api/');
  expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
  expect(page.text).not.toMatch(/<script|<[^>]*\s(on\w+|style)=/);
  for (const { path } of operations()) expect(page.text).toContain(path);
  for (const type of COMMAND_TYPES) expect(page.text).toContain(`<code>${type}</code>`);
  expect((await request('/api')).headers.get('location')).toBe('/api/');
});
