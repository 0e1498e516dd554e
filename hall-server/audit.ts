// `npm run audit -- --data DIR [--anchor SEQ:HASH]`: is the journal what the hall wrote? Reads only, also beside a running server.
import './node-version.ts';
import { parseArgs } from 'node:util';
import { auditJournal } from './journal/audit-journal.ts';
import type { Anchor, AuditReport } from './journal/audit-journal.ts';
import { StartRefused } from './journal/errors.ts';

const USAGE = 'Usage: npm run audit -- --data DIR [--anchor SEQ:HASH]';
/** So many findings are listed; whoever changed more has changed everything. */
const LISTED_FINDINGS = 100;

/** What lies outside the chain, so that it can be erased or costs a commit no second page. */
const NOT_PROVED =
  'Not proved: answers to requests (event.answered, event.request_key, answer), receipts of screens, persons, free texts, credentials.';

/** 0: sound. 1: not as it was written. 2: cannot be audited. */
export interface AuditOutcome {
  readonly exitCode: 0 | 1 | 2;
  /** Lines for a person, in English. */
  readonly text: string;
}

export function audit(args: readonly string[]): AuditOutcome {
  const options = readOptions(args);
  if (options === null) return { exitCode: 2, text: USAGE };
  try {
    const report = auditJournal(options.folder, options.anchor);
    if (report.findings.length > 0) return { exitCode: 1, text: describeFindings(report) };
    return { exitCode: 0, text: describeSound(report, options.anchor) };
  } catch (error) {
    if (error instanceof StartRefused) return { exitCode: 2, text: error.message };
    throw error;
  }
}

function readOptions(args: readonly string[]): { folder: string; anchor: Anchor | null } | null {
  const values = parseOptions(args);
  if (values?.data === undefined) return null;
  if (values.anchor === undefined) return { folder: values.data, anchor: null };
  const match = /^(\d{1,15}):([0-9a-f]{64})$/i.exec(values.anchor);
  const [, seq, hash] = match ?? [];
  if (seq === undefined || hash === undefined) return null;
  return { folder: values.data, anchor: { seq: Number(seq), hash: hash.toLowerCase() } };
}

function parseOptions(args: readonly string[]) {
  const options = { data: { type: 'string' }, anchor: { type: 'string' } } as const;
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    // What parseArgs throws for an option that it does not know.
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function describeFindings({ findings, readModelsCompared }: AuditReport): string {
  const lines = findings.slice(0, LISTED_FINDINGS).map(({ table, id, what }) => `${table} ${id} ${what}`);
  const rest = findings.length - lines.length;
  return [
    `The journal is not as the hall wrote it (findings: ${findings.length}).`,
    ...lines,
    ...(rest > 0 ? [`... and ${rest} more`] : []),
    ...(readModelsCompared ? [] : ['The read models were not compared: that needs sound events.']),
  ].join('\n');
}

function describeSound(report: AuditReport, anchor: Anchor | null): string {
  const { events, segmentsKept, segmentsDropped, lastDroppedDay, head } = report;
  const upTo = lastDroppedDay === null ? '' : `, up to ${lastDroppedDay}: their figures have no events any more`;
  const counts = `${events} events in ${segmentsKept} segments (${segmentsDropped} dropped by retention${upTo})`;
  if (head === null) return 'The journal is sound: it has no event yet.';
  const tail =
    anchor === null
      ? 'A cut end shows only against an anchor noted earlier: --anchor SEQ:HASH.'
      : `The anchor ${anchor.seq} is in it; a cut behind the anchor does not show.`;
  return `The journal is sound: ${counts}, read models as the events make them, head ${head.seq}:${head.hash}. ${tail} ${NOT_PROVED}`;
}

if (import.meta.main) {
  const { exitCode, text } = audit(process.argv.slice(2));
  (exitCode === 0 ? process.stdout : process.stderr).write(`${text}\n`);
  process.exitCode = exitCode;
}
