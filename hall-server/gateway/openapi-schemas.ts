// The schemas of the API document, made from the very ones that check requests and answers: they cannot drift apart.
import { z } from 'zod';
import { commandResults, commandSchemas, RequestEnvelope } from '@jiaohao/contracts/commands';
import type { CommandType } from '@jiaohao/contracts/commands';
import { HallConfig } from '@jiaohao/contracts/hall-config';
import { HealthReport, ProgramLink, StationHealth } from '@jiaohao/contracts/health';
import { ApplicantAnswer, ErrorAnswer, EvaluationsAnswer, EventsAnswer, HealthzAnswer } from '@jiaohao/contracts/http';
import { PublishedEvent, RefusalAnswer, RevokedAnswer, TokenAnswer, TopicsAnswer } from '@jiaohao/contracts/http';
import { CredentialRequest, Principal, SignInRequest } from '@jiaohao/contracts/principal';
import { REFUSAL_TEXTS, Refusal, RefusalCode } from '@jiaohao/contracts/refusals';
import { IssuedTicket } from '@jiaohao/contracts/ticket';
import { SignedManifest, UpdateOffer, UpdateReport, UpdateRollout } from '@jiaohao/contracts/updates';
import { viewSchemas } from '@jiaohao/contracts/views';
import { ERROR_TEXTS, FIELD_TEXTS } from './texts.ts';

/** A JSON Schema of the 2020-12 dialect, as OpenAPI 3.1 takes it. */
export type JsonSchema = Readonly<Record<string, unknown>>;
export type Components = Readonly<Record<string, JsonSchema>>;

export const COMMAND_TYPES = Object.keys(commandSchemas) as CommandType[];

/** `callNext` -> `CallNextRequest`, `CallNextResult`, ... */
export function schemaName(word: string, suffix: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}${suffix}`;
}

export function refTo(name: string): JsonSchema {
  return { $ref: `#/components/schemas/${name}` };
}

/** As clients send them: what has a default may be left out. */
const REQUESTS: Readonly<Record<string, z.ZodType>> = {
  ...Object.fromEntries(
    COMMAND_TYPES.map((type) => [
      schemaName(type, 'Request'),
      commandSchemas[type].extend(RequestEnvelope.shape) as z.ZodType,
    ]),
  ),
  HallConfigInput: HallConfig,
  SignInBody: SignInRequest,
  CredentialRequest,
  SignedManifest,
  UpdateRolloutInput: UpdateRollout,
  UpdateReport,
};

/** As the hall answers: every field is there. */
const ANSWERS: Readonly<Record<string, z.ZodType>> = {
  ...Object.fromEntries(COMMAND_TYPES.map((type) => [schemaName(type, 'Result'), commandResults[type]])),
  ...Object.fromEntries(Object.entries(viewSchemas).map(([kind, schema]) => [schemaName(kind, 'View'), schema])),
  HallConfig,
  IssuedTicket,
  Principal,
  PublishedEvent,
  EventsAnswer,
  EvaluationsAnswer,
  RevokedAnswer,
  TokenAnswer,
  TopicsAnswer,
  ApplicantAnswer,
  HealthzAnswer,
  HealthReport,
  StationHealth,
  ProgramLink,
  UpdateOffer,
  Refusal,
  RefusalCode,
  RefusalAnswer,
  ErrorAnswer,
};

export function componentSchemas(): Components {
  const made = { ...generated(REQUESTS, 'input'), ...generated(ANSWERS, 'output') };
  return {
    ...made,
    CommandRequest: {
      description: '命令：按 type 区分。 A command, told apart by `type`.',
      oneOf: COMMAND_TYPES.map((type) => refTo(schemaName(type, 'Request'))),
      discriminator: {
        propertyName: 'type',
        mapping: Object.fromEntries(
          COMMAND_TYPES.map((type) => [type, `#/components/schemas/${schemaName(type, 'Request')}`]),
        ),
      },
    },
    CommandResult: { anyOf: COMMAND_TYPES.map((type) => refTo(schemaName(type, 'Result'))) },
    View: { anyOf: Object.keys(viewSchemas).map((kind) => refTo(schemaName(kind, 'View'))) },
    RefusalCode: namedCodes(REFUSAL_TEXTS),
    ErrorCode: namedCodes({ ...ERROR_TEXTS, invalidField: FIELD_TEXTS.invalid('field', '…', '…') }),
    ErrorAnswer: withErrorCode(made['ErrorAnswer']),
  };
}

function generated(schemas: Readonly<Record<string, z.ZodType>>, io: 'input' | 'output'): Components {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(schemas)) registry.add(schema, { id });
  const options = { io, target: 'draft-2020-12', unrepresentable: 'any' } as const;
  const { schemas: made } = z.toJSONSchema(registry, { ...options, uri: (id) => `#/components/schemas/${id}` });
  return Object.fromEntries(
    Object.keys(schemas).map((id) => {
      const schema: Record<string, unknown> = { ...made[id] };
      delete schema['$id'];
      delete schema['$schema'];
      return [id, schema];
    }),
  );
}

/** Each code with its words, as JSON Schema names the values of a list: Chinese as the title, English as the description. */
function namedCodes(texts: Readonly<Record<string, { readonly zh: string; readonly en: string }>>): JsonSchema {
  return {
    type: 'string',
    oneOf: Object.entries(texts).map(([code, { zh, en }]) => ({ const: code, title: zh, description: en })),
  };
}

function withErrorCode(schema: JsonSchema | undefined): JsonSchema {
  const text = JSON.stringify(schema).replace(
    '"code":{"type":"string"}',
    `"code":${JSON.stringify(refTo('ErrorCode'))}`,
  );
  return JSON.parse(text) as JsonSchema;
}
