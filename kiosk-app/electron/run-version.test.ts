// Which version a start names: a version and nothing else, and never in what starts with the session.
import { expect, test, vi } from 'vitest';
import { versionIn } from './run-version.ts';

// What is under test is pure; the module's other half speaks to Electron, whose program is not here.
vi.mock('electron', () => ({ app: {} }));
const { startCommand } = await import('./autostart.ts');

test('a version is named, or none', () => {
  expect(versionIn(['electron', '--run-version=1.20.3', '--config', 'x'])).toBe('1.20.3');
  expect(versionIn(['electron', '--config', 'x'])).toBeNull();
});

test.each(['../../evil', '1.2', '1.2.3/..', '/tmp/1.2.3', '1.2.3 ', '', '1234567.0.0'])('%j is no version', (text) => {
  expect(versionIn(['electron', `--run-version=${text}`])).toBeNull();
});

test('the session starts the launcher, which chooses anew', () => {
  const argv = ['/opt/terminal', '--run-version=1.2.3', '--config', '/etc/a.json'];
  expect(startCommand(argv, true, undefined)).toEqual({ program: '/opt/terminal', args: ['--config', '/etc/a.json'] });
});
