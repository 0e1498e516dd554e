// The pages: what is served where, with which headers, and what is said when nobody has built them.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { testGateway } from './testing/test-gateway.ts';

async function builtPages(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'jiaohao-pages-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const page of ['board', 'window-screen', 'clerk', 'kiosk']) {
    await mkdir(join(folder, page, 'assets'), { recursive: true });
    await writeFile(join(folder, page, 'index.html'), `<!doctype html><title>${page}</title>`);
    await writeFile(join(folder, page, 'assets', 'index-AbCd1234.js'), 'export {};');
  }
  await writeFile(join(folder, 'board', '.hidden'), 'left by somebody');
  await writeFile(join(folder, 'secret.txt'), 'left by somebody');
  return folder;
}

test('each page at its own path, the path without its slash leads there', async () => {
  const { request } = await testGateway({ pagesFolder: await builtPages() });
  for (const page of ['board', 'window-screen', 'clerk']) {
    const index = await request(`/${page}/`);
    expect([index.status, index.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(index.text).toContain(`<title>${page}</title>`);
    expect(index.headers.get('cache-control')).toBe('no-cache');
    const script = await request(`/${page}/assets/index-AbCd1234.js`);
    expect(script.headers.get('content-type')).toContain('javascript');
    expect(script.headers.get('cache-control')).toContain('immutable');
    const redirect = await request(`/${page}`);
    expect([redirect.status, redirect.headers.get('location')]).toEqual([308, `/${page}/`]);
  }
});

test('what answers GET without a token answers HEAD: the same, without a body', async () => {
  const { request } = await testGateway({ pagesFolder: await builtPages() });
  for (const path of ['/', '/healthz', '/api/', '/api/v1/openapi.json', '/board/']) {
    const [get, head] = [await request(path), await request(path, { method: 'HEAD' })];
    expect([path, head.status, head.headers.get('content-type'), head.text]).toEqual([
      ...[path, 200, get.headers.get('content-type'), ''],
    ]);
  }
});

test('nothing but the pages: no other folder, no dot file, no way up', async () => {
  const { request } = await testGateway({ pagesFolder: await builtPages() });
  const paths = ['/kiosk/', '/board/nothing.js', '/board/.hidden', '/secret.txt', '/board/../secret.txt'];
  for (const path of [...paths, '/board/%2e%2e/secret.txt', '/board/..%2fsecret.txt', '/board/%00']) {
    const answer = await request(path);
    expect([path, answer.status >= 400 && answer.status < 500]).toEqual([path, true]);
    expect(answer.text).not.toContain('left by somebody');
  }
});

test('not built yet: 503 says how, and the page is there as soon as it is built', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'jiaohao-pages-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const { request } = await testGateway({ pagesFolder: folder });
  const answer = await request('/board/');
  expect([answer.status, answer.headers.get('content-type')]).toEqual([503, 'text/plain; charset=utf-8']);
  expect(answer.text).toContain('npm run build');
  await mkdir(join(folder, 'board'));
  await writeFile(join(folder, 'board', 'index.html'), 'built');
  expect((await request('/board/')).text).toBe('built');
});

test('the landing page leads to the screens, in Chinese first, and carries no script and no credentials', async () => {
  const { request } = await testGateway();
  const { status, text, headers } = await request('/');
  expect(status).toBe(200);
  for (const path of ['/board/', '/window-screen/', '/clerk/']) expect(text).toContain(`href="${path}"`);
  expect(text.indexOf('大厅')).toBeLessThan(text.indexOf('Hall board'));
  expect(text).not.toContain('<script');
  expect(headers.get('content-security-policy')).toContain("style-src 'sha256-");
});

test('the icon that browsers ask for by themselves is answered with nothing', async () => {
  const { request } = await testGateway();
  expect((await request('/favicon.ico')).status).toBe(204);
});

test('every answer carries the security headers, and none opens the hall to other sites', async () => {
  const { request } = await testGateway({ pagesFolder: await builtPages() });
  for (const path of ['/', '/board/', '/healthz', '/api/v1/views', '/nothing', '/clerk']) {
    const { headers } = await request(path, { headers: { Origin: 'http://elsewhere.example' } });
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('access-control-allow-origin')).toBeNull();
  }
  expect((await request('/api/v1/views')).headers.get('cache-control')).toBe('no-store');
  const page = (await request('/board/')).headers.get('content-security-policy');
  expect(page).toContain("script-src 'self';");
  expect(page).toContain("connect-src 'self' ws:");
  expect(page).not.toContain('unsafe');
});
