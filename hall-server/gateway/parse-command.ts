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

const AnyObject = z.record(z.string(), z.unknown());

/** `{requestId, type, ..., actingFor?}`; a field that neither the envelope nor the command knows is refused by name. */
export function parseCommand(body: unknown): Parsed<CommandRequest> {
  const object = parseWith(AnyObject, body);
  if (!object.ok) return object;
  const envelope = parseWith(RequestEnvelope, object.value);
  if (!envelope.ok) return envelope;
  const fields = { ...object.value };
  delete fields['requestId'];
  delete fields['actingFor'];
  const command = parseWith(Command, fields);
  if (!command.ok) return command;
  const { requestId, actingFor } = envelope.value;
  return { ok: true, value: { requestId, command: command.value, actingFor } };
}
