// Work in a line: so much side by side, so much waiting, the rest sent away; a failure does not block the line.
import { expect, test } from 'vitest';
import { boundedWork } from './bounded-work.ts';

function job(log: string[], name: string) {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const work = () => {
    log.push(name);
    return promise;
  };
  return { work, finish: () => resolve(name), fail: () => reject(new Error(name)) };
}

test('two run, one waits, the fourth is sent away; the line moves on, also past a failure', async () => {
  const begun: string[] = [];
  const line = boundedWork({ concurrent: 2, waitingMax: 1 });
  const [a, b, c, d] = [job(begun, 'a'), job(begun, 'b'), job(begun, 'c'), job(begun, 'd')];
  const [doneA, doneB, doneC] = [line.run(a.work), line.run(b.work), line.run(c.work)];
  expect(line.run(d.work)).toBeNull();
  expect(begun).toEqual(['a', 'b']);
  b.fail();
  await expect(doneB).rejects.toThrow('b');
  expect(begun).toEqual(['a', 'b', 'c']);
  const doneD = line.run(d.work);
  a.finish();
  c.finish();
  d.finish();
  expect(await Promise.all([doneA, doneC, doneD])).toEqual(['a', 'c', 'd']);
});
