// Events as rows and back: what is the same in many events (a configuration) is kept once and put back when read.
import { hash } from 'node:crypto';
import type { HallEvent } from '@jiaohao/contracts/events';
import type { HallConfig } from '@jiaohao/contracts/hall-config';
import type { Principal } from '@jiaohao/contracts/principal';
import type { Database } from 'better-sqlite3';
import { canonicalJson, configHashOf } from './canonical-json.ts';
import type { EventRow } from './hash-chain.ts';

export interface StoredEventRow extends EventRow {
  readonly hash: Buffer;
}

export const EVENT_COLUMNS = 'seq, at, segment, type, principal, body, hash';

/** A document that an event names is not there, or is not what its name says. */
export class DocumentBroken extends Error {
  override readonly name = 'DocumentBroken';
}

/** The row of an event; configurations are left out, see `prepareSaveConfig`. */
export function rowOf(event: HallEvent, segment: number): EventRow {
  const { seq, at, who, type } = event;
  // A copy with fields that JSON leaves out takes half as long as taking the object apart.
  const body = { ...withoutDocuments(event), seq: undefined, at: undefined, who: undefined, type: undefined };
  return { seq, at, segment, type, principal: principalText(who), body: JSON.stringify(body) };
}

const principalTexts = new WeakMap<Principal, string>();

/** JSON, made once for a connection: its principal is one object for all that it asks. */
function principalText(who: Principal): string {
  const known = principalTexts.get(who);
  if (known !== undefined) return known;
  const text = JSON.stringify(who);
  principalTexts.set(who, text);
  return text;
}

/** What is kept as a document is undefined: JSON leaves it out. */
function withoutDocuments(event: HallEvent): object {
  if (event.type === 'HallConfigured') return { ...event, config: undefined };
  if (event.type === 'DayOpened') return { ...event, carried: { ...event.carried, config: undefined } };
  return event;
}

/** Keeps a configuration under its hash, as long as `seq` is kept; the hash that the event names must be the right one. */
export function prepareSaveConfig(db: Database): (config: HallConfig, configHash: string, seq: number) => void {
  const insert = db.prepare(
    `INSERT INTO document (hash, body, named_seq) VALUES (?, ?, ?)
     ON CONFLICT (hash) DO UPDATE SET named_seq = excluded.named_seq`,
  );
  return (config, configHash, seq) => {
    if (configHashOf(config) !== configHash)
      throw new Error(`An event names its configuration ${configHash}, which it is not.`);
    insert.run(configHash, canonicalJson(config), seq);
  };
}

type ParsedBody = Record<string, unknown> & {
  configHash?: string;
  carried?: Record<string, unknown> & { configHash: string };
};

/** Turns rows into events. Checks the documents it puts back, not the chain. Throws `DocumentBroken`. */
export function prepareEventOf(db: Database): (row: EventRow) => HallEvent {
  const find = db.prepare<[string], string>('SELECT body FROM document WHERE hash = ?').pluck();
  const configs = new Map<string, unknown>();
  const principals = new Map<string, Principal>();

  const configOf = (name: string): unknown => {
    const known = configs.get(name);
    if (known !== undefined) return known;
    const body = find.get(name);
    if (body === undefined) throw new DocumentBroken(`document ${name} is missing`);
    if (hash('sha256', body, 'hex') !== name) throw new DocumentBroken(`document ${name} has been changed`);
    const config: unknown = JSON.parse(body);
    configs.set(name, config);
    return config;
  };
  const principalOf = (text: string): Principal => {
    const known = principals.get(text);
    if (known !== undefined) return known;
    const principal = JSON.parse(text) as Principal;
    principals.set(text, principal);
    return principal;
  };

  return (row) => {
    const event = JSON.parse(row.body) as ParsedBody;
    if (row.type === 'HallConfigured' && event.configHash !== undefined) event['config'] = configOf(event.configHash);
    if (event.carried !== undefined) event.carried['config'] = configOf(event.carried.configHash);
    event['seq'] = row.seq;
    event['at'] = row.at;
    event['who'] = principalOf(row.principal);
    event['type'] = row.type;
    // The journal wrote it and the chain proves it; a schema check of every row would cost more than reading it.
    return event as unknown as HallEvent;
  };
}
