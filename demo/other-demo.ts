// Whether a demo already runs on this data folder: the one that runs leaves its address, and answers there.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readPrivateJson, writePrivateJson } from './private-file.ts';

const Note = z.strictObject({ url: z.url({ protocol: /^http$/, hostname: /^127\.0\.0\.1$/ }) });
const Answer = z.object({ dataFolder: z.string() });
const ANSWERS_WITHIN_MS = 1_500;

/** The address of the landing page of a demo that runs on this folder; null where none does. */
export async function otherDemoOn(dataFolder: string): Promise<string | null> {
  const note = readPrivateJson(noteFile(dataFolder), Note);
  if (note === null) return null;
  try {
    const response = await fetch(new URL('/running', note.url), { signal: AbortSignal.timeout(ANSWERS_WITHIN_MS) });
    const answer = Answer.safeParse(await response.json());
    return answer.data?.dataFolder === dataFolder ? note.url : null;
  } catch {
    return null; // nobody there, or somebody else: the note is old
  }
}

/** Leaves the address; the answer takes it away again. */
export function leaveNote(dataFolder: string, url: string): () => void {
  writePrivateJson(noteFile(dataFolder), { url });
  return () => rmSync(noteFile(dataFolder), { force: true });
}

function noteFile(dataFolder: string): string {
  return join(dataFolder, 'running.json');
}
