// The test's hand in the main process: a function of the test runs there with the module `electron`, as Playwright does with Electron.
import { runInThisContext } from 'node:vm';

interface Ask {
  readonly type: 'evaluate';
  readonly id: number;
  readonly code: string;
  readonly argument: unknown;
}

export function answerControl(electron: object): void {
  process.on('message', (message: Ask) => {
    void run(message, electron).then((answer) => process.send?.({ type: 'evaluated', id: message.id, ...answer }));
  });
}

async function run({ code, argument }: Ask, electron: object): Promise<{ value: unknown } | { error: string }> {
  try {
    const work = runInThisContext(`(${code})`) as (electron: object, argument: unknown) => unknown;
    return { value: await work(electron, argument) };
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
