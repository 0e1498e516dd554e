// The lock of one terminal a machine, between real processes: also of another user, and after its holder was killed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { lockOnMachine, lockPath, lockTerminal, RunsAlready, whenHolderEnds } from './machine-lock.ts';

const PROGRAM = join(import.meta.dirname, 'testing/hold-lock.ts');
/** `nobody` on Linux; only root can start a program as somebody else. */
const AS_NOBODY = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

async function program(name: string, as: { uid?: number; gid?: number } = {}) {
  const child = spawn(process.execPath, [PROGRAM, name], { stdio: ['ignore', 'pipe', 'inherit'], cwd: '/', ...as });
  const ended = once(child, 'exit');
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  return { said: said.toString().trim(), kill: () => (child.kill('SIGKILL'), ended) };
}

const nameOf = (what: string) => `${what} ${process.pid}`;

test('two programs: the second one is refused, of the same user and of another', async () => {
  const name = nameOf('two');
  expect((await program(name)).said).toBe('held');
  expect((await program(name)).said).toBe('taken');
  expect((await program(name, AS_NOBODY)).said).toBe('taken');
  expect(await lockOnMachine(name, 0)).toBeNull();
});

test('a holder that another user started is refused too, and one that was killed leaves nothing behind', async () => {
  const name = nameOf('killed');
  const first = await program(name, AS_NOBODY);
  expect([first.said, (await program(name)).said]).toEqual(['held', 'taken']);
  await first.kill();
  expect((await program(name)).said).toBe('held');
});

test('it is waited for: a program that starts itself anew is not refused by its own end', async () => {
  const name = nameOf('anew');
  const first = await lockOnMachine(name, 0);
  const second = lockOnMachine(name, 30_000);
  await first?.release();
  const lock = await second;
  expect(lock).not.toBeNull();
  await lock?.release();
});

test('terminals of other names or other halls run beside it', async () => {
  const terminal = {
    hallUrl: `http://127.0.0.1:${process.pid}`.slice(0, 21),
    terminalId: nameOf('k').replace(' ', '-'),
    role: 'window' as const,
    besideOthers: false,
  };
  const locks = [
    await lockTerminal(terminal),
    await lockTerminal({ ...terminal, terminalId: `${terminal.terminalId}x` }),
    await lockTerminal({ ...terminal, hallUrl: 'http://192.0.2.10:8080/' }),
  ];
  await expect(lockTerminal({ ...terminal, hallUrl: `${terminal.hallUrl}/` })).rejects.toThrow(RunsAlready);
  for (const lock of locks) await lock.release();
});

test('a machine has one kiosk of any name and hall, unless its configuration says that it stands beside others', async () => {
  const glass = nameOf('glass');
  const kiosk = { hallUrl: 'http://192.0.2.10:8080', role: 'kiosk', besideOthers: false } as const;
  const named = (name: string) => ({ ...kiosk, terminalId: nameOf(name).replace(' ', '-') });
  const first = await lockTerminal(named('first'), glass);
  await expect(lockTerminal({ ...named('second'), hallUrl: 'http://192.0.2.11:8080' }, glass)).rejects.toThrow(
    /besideOthers/,
  );
  const beside = [
    await lockTerminal({ ...named('second'), besideOthers: true }, glass),
    await lockTerminal({ ...named('pads'), role: 'pads' }, glass),
    await lockTerminal({ ...named('window'), role: 'window' }, glass),
  ];
  await first.release();
  // The refused one has left nothing held, and the place is free.
  beside.push(await lockTerminal(named('third'), glass));
  await expect(lockTerminal(named('first'), glass)).rejects.toThrow(RunsAlready);
  for (const lock of beside) await lock.release();
});

test('it is given back at once though somebody waits for its end, who is told', async () => {
  const name = nameOf('watched');
  const lock = await lockOnMachine(name, 0);
  const ended = Promise.withResolvers<null>();
  whenHolderEnds(name, () => ended.resolve(null));
  const line = connect({ path: lockPath(name) ?? '' });
  await once(line, 'connect');
  // Accepted by now.
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  await lock?.release();
  await ended.promise;
  const next = await lockOnMachine(name, 0);
  expect(next).not.toBeNull();
  await next?.release();
});
