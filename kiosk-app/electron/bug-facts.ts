// What the log may know of a bug: where it happened. Its message is left out, because messages quote values.

export interface BugFacts {
  readonly name: string;
  readonly frames: readonly string[];
}

export function bugFacts(error: unknown): BugFacts {
  if (!(error instanceof Error)) return { name: typeof error, frames: [] };
  const { name, message, stack = '' } = error;
  // A message may have lines that look like frames.
  const messageAt = stack.indexOf(message);
  const below = messageAt === -1 ? stack : stack.slice(messageAt + message.length);
  const frames = below.split('\n').filter((line) => /^\s+at /.test(line));
  return { name, frames: frames.map((frame) => frame.trim()) };
}
