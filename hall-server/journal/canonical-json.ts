// One text for one value, whatever the order of its keys: what is hashed must not depend on who wrote it.
import { hash } from 'node:crypto';

/** JSON with the keys of every object in code unit order; fields that are undefined are left out. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value));
}

/** Name of a configuration in events and answers: SHA-256 of its canonical JSON, 64 hex digits. */
export function configHashOf(config: unknown): string {
  return hash('sha256', canonicalJson(config), 'hex');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
