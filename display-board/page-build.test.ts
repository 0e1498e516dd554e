// Proves when a display takes new pages from its server.
import { describe, expect, it } from 'vitest';
import { isOtherBuild } from './page-build.ts';

const page = (script: string) => `<!doctype html><script type="module" crossorigin src="./assets/${script}"></script>`;

describe('isOtherBuild', () => {
  it('stays with the same scripts', () => {
    expect(isOtherBuild('<script src="./assets/index-a1.js">', page('index-a1.js'))).toBe(false);
  });

  it('changes with the scripts', () => {
    expect(isOtherBuild('<script src="./assets/index-a1.js">', page('index-b2.js'))).toBe(true);
  });

  it('does not reload for an answer that is no page of ours', () => {
    expect(isOtherBuild('<script src="./assets/index-a1.js">', '<h1>502 Bad Gateway</h1>')).toBe(false);
  });
});
