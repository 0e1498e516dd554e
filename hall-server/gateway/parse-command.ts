// A request as it came off the wire, turned into a command that the hall can be asked, or into the name of the field that is wrong.
import { z } from 'zod';
import { Command, RequestEnvelope } from '@jiaohao/contracts/commands';
import type { ActingFor } from '@jiaohao/contracts/commands';
import { parseWith } from './request-errors.ts';
import type { Parsed } from './request-errors.ts';

export interface CommandRequest {
  readonly requestId: string;
  readonly command: Command;
  readonly actingFor: z.infer<typeof ActingFor> | undefined;
}

/** Says what is wrong with what is none. */
const AnyObject = z.object({});

function noObject(body: unknown): Parsed<never> {
  const parsed = parseWith(AnyObject, body);
  if (parsed.ok) throw new Error('an object was taken for none');
  return parsed;
}

/** `{requestId, type, ..., actingFor?}`; a field that neither the envelope nor the command knows is refused by name. */
export function parseCommand(body: unknown): Parsed<CommandRequest> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return noObject(body);
  // Taken apart, not deleted from: an object that lost a property is slow wherever it goes.
  const { requestId, actingFor, ...fields } = body as Readonly<Record<string, unknown>>;
  const envelope = parseWith(RequestEnvelope, { requestId, actingFor });
  if (!envelope.ok) return envelope;
  const command = parseWith(Command, fields);
  if (!command.ok) return command;
  const asked = envelope.value;
  return { ok: true, value: { requestId: asked.requestId, command: command.value, actingFor: asked.actingFor } };
}
