// How every tool ends: its result or its trouble on standard output and standard error, and the exit code.
import { ToolTrouble } from './tool-trouble.ts';

/** Nothing was done because the command line is not right. */
const EXIT_USAGE = 2;
const EXIT_TROUBLE = 1;
const MISTAKES = new Set(['usage', 'portName', 'badSetting']);

/** Carries out `work`; with `isJson` its trouble is one object on standard output, else two lines on standard error. */
export async function runTool(isJson: boolean, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ToolTrouble)) throw error;
    const { code, words } = error;
    if (isJson) process.stdout.write(`${JSON.stringify({ error: { code, ...words } })}\n`);
    else process.stderr.write(`${words.zh}\n${words.en}\n`);
    return MISTAKES.has(code) ? EXIT_USAGE : EXIT_TROUBLE;
  }
}
