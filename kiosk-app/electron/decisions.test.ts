// The shell's pure decisions: keys, displays, files, back-off, autostart.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isKeyAllowed } from './allowed-keys.ts';
import { isGpuBroken, restartDelayMs } from './back-off.ts';
import { chooseDisplay } from './choose-display.ts';
import { pageFile, pageHostOf } from './page-file.ts';

const press = (key: string, held: Partial<Record<'control' | 'alt' | 'meta', boolean>> = {}) => ({
  key,
  control: false,
  alt: false,
  meta: false,
  ...held,
});

test.each(['a', 'Z', '7', ' ', 'é', '中', 'Tab', 'Enter', 'Escape', 'ArrowDown', 'Backspace'])('%j types', (key) => {
  expect(isKeyAllowed(press(key))).toBe(true);
});

test.each([
  press('r', { control: true }),
  press('R', { control: true }),
  press('i', { control: true }),
  press('p', { control: true }),
  press('f', { control: true }),
  press('+', { control: true }),
  press('F4', { alt: true }),
  press('Tab', { alt: true }),
  press('ArrowLeft', { alt: true }),
  press('q', { meta: true }),
  press('l', { meta: true }),
  ...Array.from({ length: 24 }, (_, index) => press(`F${index + 1}`)),
  ...['BrowserBack', 'BrowserRefresh', 'ContextMenu', 'PrintScreen', 'Meta', 'LaunchApplication1', 'Dead', ''].map(
    (key) => press(key),
  ),
])('%j is refused', (key) => {
  expect(isKeyAllowed(key)).toBe(false);
});

test('nothing with a modifier ever passes', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom('control', 'alt', 'meta'), (key, held) => {
      expect(isKeyAllowed(press(key, { [held]: true }))).toBe(false);
    }),
  );
});

const DISPLAYS = [
  { id: 5, label: 'DELL U2419' },
  { id: 9, label: 'Kiosk Glass 32' },
];
const [PRIMARY, GLASS] = DISPLAYS as [(typeof DISPLAYS)[0], (typeof DISPLAYS)[0]];

test.each([
  [undefined, PRIMARY, false],
  [0, PRIMARY, false],
  [1, GLASS, false],
  [2, PRIMARY, true],
  ['glass', GLASS, false],
  ['projector', PRIMARY, true],
] as const)('display %j', (wanted, display, isFallback) => {
  expect(chooseDisplay(DISPLAYS, PRIMARY, wanted)).toEqual({ display, isFallback });
});

test('packed files, each with its type', () => {
  expect(pageFile('jiaohao://kiosk/index.html')).toEqual({
    host: 'kiosk',
    path: 'index.html',
    contentType: 'text/html; charset=utf-8',
  });
  expect(pageFile('jiaohao://staff/assets/index-Bb_s.js?v=1#x')?.path).toBe('assets/index-Bb_s.js');
});

test.each([
  'jiaohao://kiosk/',
  'jiaohao://kiosk/..%2felectron/main.js',
  'jiaohao://kiosk/%252e%252e/main.js',
  'jiaohao://kiosk/..%5Cmain.js',
  'jiaohao://kiosk/assets//etc/x.js',
  'jiaohao://kiosk/.hidden.js',
  'jiaohao://kiosk/assets/.x/y.js',
  'jiaohao://kiosk/a%00.js',
  'jiaohao://kiosk/%zz.js',
  'jiaohao://kiosk/token',
  'jiaohao://kiosk/terminal.json',
  'jiaohao://elsewhere/index.html',
  'jiaohao://kiosk.evil/index.html',
  'jiaohao://user@elsewhere/index.html',
  'https://kiosk/index.html',
  'file:///etc/passwd.html',
  'not an address',
])('%s is no page', (address) => {
  expect(pageFile(address)).toBeNull();
});

test('dots that an address resolves by itself stay within the folder', () => {
  for (const up of ['..', '%2e%2e', '../../..']) {
    expect(pageFile(`jiaohao://kiosk/${up}/electron/main.js`)).toMatchObject({
      host: 'kiosk',
      path: 'electron/main.js',
    });
  }
});

test('whatever is asked, a path never leads out of its folder', () => {
  const parts = fc.array(fc.constantFrom('..', '.', '%2e%2e', '%2f', '%5c', '\\', '/', 'a', 'x.js', '%00', '//'), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(parts, (path) => {
      const file = pageFile(`jiaohao://kiosk/${path.join('/')}`);
      if (file === null) return;
      expect(file.path).not.toMatch(/^\/|(^|\/)\.\.?(\/|$)|[\\%\0]/);
    }),
  );
});

test('whose page an address is', () => {
  expect(pageHostOf('jiaohao://kiosk/index.html')).toBe('kiosk');
  for (const address of ['https://kiosk/', 'jiaohao://evil/', '', 'about:blank', 'jiaohao-x://kiosk/']) {
    expect(pageHostOf(address)).toBeNull();
  }
});

test('the first crash is mended at once, each further one soon after it waits longer, and peace is forgiven', () => {
  const crashes: number[] = [];
  const delays = Array.from({ length: 8 }, (_, index) => {
    crashes.push(index * 1_000);
    return restartDelayMs(crashes, index * 1_000);
  });
  expect(delays).toEqual([0, 1_000, 2_000, 5_000, 10_000, 30_000, 30_000, 30_000]);
  const later = 20 * 60_000;
  expect(restartDelayMs([...crashes, later], later)).toBe(0);
});

test('graphics that crash three times within ten minutes are broken', () => {
  expect(isGpuBroken([0, 1], 1)).toBe(false);
  expect(isGpuBroken([0, 1, 2], 2)).toBe(true);
  expect(isGpuBroken([0, 1, 900_000], 900_000)).toBe(false);
});
