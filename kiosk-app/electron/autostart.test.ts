// What is written into the system's autostart: the exact bytes that a desktop reads.
import { resolve } from 'node:path';
import { expect, test, vi } from 'vitest';

// The functions under test are pure; the module's other half speaks to Electron, whose program is not here.
vi.mock('electron', () => ({ app: {} }));
const { desktopEntry, startCommand } = await import('./autostart.ts');

test('quotes, spaces, dollars, percents and backslashes survive (Desktop Entry Specification, "The Exec key")', () => {
  const entry = desktopEntry({ program: '/opt/叫号 终端/jiaohao', args: ['--config', '/home/a b/$x"%.json'] });
  expect(entry).toContain('Exec="/opt/叫号 终端/jiaohao" "--config" "/home/a b/\\\\$x\\\\"%%.json"\n');
  expect(entry).toMatch(/^\[Desktop Entry\]\nType=Application\n/);
});

test('an AppImage is started by its own file, not by where it was unpacked', () => {
  const argv = ['/tmp/.mount_x/jiaohao', '--config', '/etc/k1.json'];
  expect(startCommand(argv, true, '/home/kiosk/jiaohao.AppImage')).toEqual({
    program: '/home/kiosk/jiaohao.AppImage',
    args: ['--config', '/etc/k1.json'],
  });
  expect(startCommand(argv, false, '/x.AppImage').program).toBe('/tmp/.mount_x/jiaohao');
  expect(startCommand(argv, true, undefined).program).toBe('/tmp/.mount_x/jiaohao');
});

test('what was meant for one start does not stay: only the terminal’s own options are written', () => {
  const argv = ['/opt/jiaohao', '--no-sandbox', '--config', '/k.json', '--run-version=1.2.0', '--disable-gpu'];
  expect(startCommand(argv, true, undefined).args).toEqual(['--config', '/k.json']);
  const quiet = ['/opt/jiaohao', '--quiet-after-ms', '5000', '--remote-debugging-port=9222', '--config'];
  expect(startCommand(quiet, true, undefined).args).toEqual(['--quiet-after-ms', '5000']);
  expect(startCommand(['/opt/jiaohao', '--disable-gpu'], true, undefined).args).toEqual([]);
});

test('a session starts it in a folder of its own: paths are written whole, and an unpackaged Electron is told its program', () => {
  expect(startCommand(['/e/electron', '--no-sandbox', 'dist/main.js', '--config', 'k.json'], false, undefined)).toEqual(
    {
      program: '/e/electron',
      args: [resolve('dist/main.js'), '--config', resolve('k.json')],
    },
  );
});
