// Ports stay the same from start to start, give way to others, and never collide with each other.
import { createServer } from 'node:net';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { KeptPorts, isFree } from './kept-ports.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Somebody else's listener; its port. */
async function occupied(): Promise<number> {
  const server = createServer();
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen({ host: '127.0.0.1', port: 0 }, resolve));
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

test('the port of last time, also when the usual one has become free again', async () => {
  const file = join(temporaryFolder(), 'ports.json');
  const taken = await occupied();
  expect(await isFree(taken)).toBe(false);
  const first = await new KeptPorts(file).take('hall', taken);
  expect(first).not.toBe(taken);
  expect(await new KeptPorts(file).take('hall', taken)).toBe(first);
});

test('two programs never get one port, even before either listens', async () => {
  const ports = new KeptPorts(join(temporaryFolder(), 'ports.json'));
  const hall = await ports.take('hall', 47_100);
  const kiosk = await ports.take('kiosk-1', 47_100);
  expect(kiosk).not.toBe(hall);
});

test('a kept port that somebody else took is replaced, and a damaged file is made anew', async () => {
  const file = join(temporaryFolder(), 'ports.json');
  const taken = await occupied();
  writeFileSync(file, JSON.stringify({ hall: taken }));
  expect(await new KeptPorts(file).take('hall', taken)).not.toBe(taken);
  writeFileSync(file, '{"hall":');
  expect(await new KeptPorts(file).take('hall', taken)).not.toBe(taken);
});
