// Policies of retention: limits and defaults, named by their field; a configuration without them keeps its hash.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { HallConfig } from './hall-config.ts';
import { RETENTION_DEFAULTS, retentionOf } from './retention.ts';

const DAY_MS = 86_400_000;
const demo = JSON.parse(readFileSync(join(import.meta.dirname, '../test/data/halls/demo.json'), 'utf8')) as object;

/** The fields that are wrong, each once. */
function mistakes(policies: Record<string, unknown>): string[] {
  const parsed = HallConfig.safeParse({ ...demo, policies });
  return parsed.success ? [] : [...new Set(parsed.error.issues.map((issue) => issue.path.join('.')))];
}

test.each([
  { journalKeptBusinessDays: 184 },
  { journalKeptBusinessDays: null, personKeptMs: null, commentKeptMs: null },
  { personKeptMs: 2 * DAY_MS, commentKeptMs: 30 * DAY_MS },
  { evaluationSupplementMs: 183 * DAY_MS },
  { evaluationSupplementMs: 400 * DAY_MS, personKeptMs: null },
])('%j is taken', (policies) => {
  expect(mistakes(policies)).toEqual([]);
});

test.each([
  [{ journalKeptBusinessDays: 183 }, 'policies.journalKeptBusinessDays'],
  [{ journalKeptBusinessDays: 184.5 }, 'policies.journalKeptBusinessDays'],
  [{ personKeptMs: DAY_MS - 1 }, 'policies.personKeptMs'],
  [{ personKeptMs: DAY_MS }, 'policies.personKeptMs'],
  [{ personKeptMs: 7 * DAY_MS, evaluationSupplementMs: 7 * DAY_MS }, 'policies.personKeptMs'],
  [{ evaluationSupplementMs: 184 * DAY_MS }, 'policies.personKeptMs'],
  [{ commentKeptMs: 29 * DAY_MS }, 'policies.commentKeptMs'],
  [{ commentKeptMs: Number.MAX_SAFE_INTEGER }, 'policies.commentKeptMs'],
])('%j is refused by its field', (policies, path) => {
  expect(mistakes(policies)).toEqual([path]);
});

test('what is left out stands in no configuration, and holds by default', () => {
  const { policies } = HallConfig.parse(demo);
  expect(Object.keys(policies).filter((name) => name in RETENTION_DEFAULTS)).toEqual([]);
  expect(retentionOf(policies)).toEqual(RETENTION_DEFAULTS);
  expect(retentionOf({ ...policies, personKeptMs: null }).personKeptMs).toBeNull();
});
