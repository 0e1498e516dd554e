// What is written into the system's autostart: the exact bytes that a desktop reads.
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
  const argv = ['/tmp/.mount_x/jiaohao', '--config', 'k1.json'];
  expect(startCommand(argv, true, '/home/kiosk/jiaohao.AppImage')).toEqual({
    program: '/home/kiosk/jiaohao.AppImage',
    args: ['--config', 'k1.json'],
  });
  expect(startCommand(argv, false, '/x.AppImage').program).toBe('/tmp/.mount_x/jiaohao');
  expect(startCommand(argv, true, undefined).program).toBe('/tmp/.mount_x/jiaohao');
});
