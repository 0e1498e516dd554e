// Accessibility of a rendered page: axe-core in the real browser, every rule it has, nothing found.
import axe from 'axe-core';
import type { AxeResults, RunOptions } from 'axe-core';
import type { CDPSession, Page } from 'playwright-core';
import { expect } from 'vitest';

interface AxeWishes {
  /** Rules that a surface breaks on purpose, each with its reason where it is passed. */
  readonly without?: readonly string[];
}

/** One session a page: the world that it makes stays as long as the document, and axe is compiled once in it. */
const sessions = new WeakMap<Page, Promise<CDPSession>>();

/** Fails with one line for each finding: rule, what it says, the element, what is wrong with it. */
export async function expectNoAxeFindings(page: Page, { without = [] }: AxeWishes = {}): Promise<void> {
  const options: RunOptions = {
    resultTypes: ['violations'],
    rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
  };
  const cdp = await sessionOf(page);
  const contextId = await worldWithAxe(cdp);
  const violations = await run(cdp, contextId, `axe.run(${JSON.stringify(options)}).then((all) => all.violations)`);
  expect(linesOf(violations as AxeResults['violations'])).toEqual([]);
}

function sessionOf(page: Page): Promise<CDPSession> {
  const session = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, session);
  return session;
}

/** A world of its own beside the page's: the same document, but neither its globals nor a clock that a test has stopped. */
async function worldWithAxe(cdp: CDPSession): Promise<number> {
  const { frameTree } = await cdp.send('Page.getFrameTree');
  // Of this name the session has one world in a document: the one made before, or a new one after another page was loaded.
  const { executionContextId } = await cdp.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'axe',
  });
  const isThere = await run(cdp, executionContextId, "typeof axe === 'object'");
  if (isThere !== true) await run(cdp, executionContextId, `${axe.source}; true`);
  return executionContextId;
}

async function run(cdp: CDPSession, contextId: number, expression: string): Promise<unknown> {
  const answer = await cdp.send('Runtime.evaluate', { expression, contextId, awaitPromise: true, returnByValue: true });
  if (answer.exceptionDetails !== undefined) throw new Error(`axe: ${answer.exceptionDetails.text}`);
  return answer.result.value as unknown;
}

function linesOf(violations: AxeResults['violations']): string[] {
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.html.slice(0, 160)}: ${node.failureSummary?.split('\n')[1] ?? ''}`),
  );
}
