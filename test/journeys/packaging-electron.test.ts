// What the terminal's installers would carry, packed by the real electron-builder around a stand-in for Electron.
import { extractFile } from '@electron/asar';
import { FuseState, getCurrentFuseWire } from '@electron/fuses';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { FUSES } from '../../kiosk-app/electron/fuses.ts';
import { packDry } from '../../packaging/electron.ts';
import type { PackedListing } from '../../packaging/electron.ts';
import { ELECTRON_VERSION } from '../../packaging/electron/stage-app.ts';
import { FUSE_COUNT } from '../../packaging/electron/stand-in.ts';
import { ROOT } from './child-process.ts';

let packed: PackedListing;
beforeAll(async () => {
  packed = await packDry('linux-x64');
}, 300_000);

const builder = createRequire(join(ROOT, 'node_modules/app-builder-lib/package.json'));
const { load } = builder('js-yaml') as { load: (text: string) => unknown };
const config = load(readFileSync(join(ROOT, 'electron-builder.yml'), 'utf8')) as Record<string, object>;

it('electron-builder.yml is what its schema allows', () => {
  const Ajv = builder('ajv') as new (options: object) => {
    compile: (schema: object) => { (value: unknown): boolean; errors?: unknown };
  };
  const validate = new Ajv({ strict: false, allErrors: true }).compile(builder('./scheme.json') as object);
  expect([validate(config), validate.errors ?? null]).toEqual([true, null]);
  expect([validate({ ...config, asarr: true }), Array.isArray(validate.errors)]).toEqual([false, true]);
});

it('an AppImage is started with Chromium’s sandbox where the system can give it', async () => {
  const { default: AppImageTarget } = builder('./out/targets/appimage/AppImageTarget.js') as {
    default: new (...parts: unknown[]) => { readonly desktopEntry: { readonly value: Promise<string> } };
  };
  const packager = { config, platformSpecificBuildOptions: config['linux'], appInfo: { buildVersion: '1' } };
  const helper = { computeDesktopEntry: (_options: object, exec: string) => Promise.resolve(exec) };
  expect(await new AppImageTarget('AppImage', packager, helper, '').desktopEntry.value).toBe('AppRun %U');
});

it('one version of Electron, wherever it stands', () => {
  const { devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  const guide = readFileSync(join(ROOT, 'docs/install.md'), 'utf8');
  const told = [...guide.matchAll(/(?:Electron|`electron`) (\d+\.\d+\.\d+)/g)].map(([, version]) => version);
  expect(new Set([devDependencies['electron'], config['electronVersion'], ...told])).toEqual(
    new Set([ELECTRON_VERSION]),
  );
  expect(told.length).toBe(2);
});

it('the archive holds the programs and pages, and names the first program', () => {
  for (const needed of [
    'package.json',
    'start.json',
    'THIRD-PARTY-NOTICES.txt',
    'dist/electron/launcher.js',
    'dist/electron/main.js',
    'dist/electron/setup/index.html',
    'dist/kiosk/one-moment.html',
    'dist/electron/devices.js',
    'dist/electron/preload.cjs',
    'dist/electron/staff/index.html',
    'dist/kiosk/index.html',
    'dist/caller/index.html',
  ])
    expect(packed.inArchive).toContain(needed);
  expect(readFileSync(join(packed.folder, 'THIRD-PARTY-NOTICES.txt'), 'utf8')).toContain('react-dom');
  const archive = join(packed.folder, 'resources/app.asar');
  const app = JSON.parse(extractFile(archive, 'package.json').toString('utf8')) as Record<string, unknown>;
  expect(app).toMatchObject({ main: 'dist/electron/launcher.js', type: 'module', name: 'jiaohao-terminal' });
});

it('native modules lie outside the archive, for one platform, with all that they load', () => {
  const natives = packed.outside.filter((file) => file.endsWith('.node'));
  expect(natives.length).toBeGreaterThanOrEqual(4);
  expect(natives.filter((file) => !file.includes('linux-x64'))).toEqual([]);
  expect(natives.filter((file) => /musl/.test(file))).toEqual([]);
  for (const name of ['@serialport/bindings-cpp', 'node-hid', 'usb', '@napi-rs/canvas', 'serialport', 'node-gyp-build'])
    expect(packed.outside).toContain(`node_modules/${name}/package.json`);
  const bundled = extractFile(join(packed.folder, 'resources/app.asar'), 'dist/electron/devices.js').toString('utf8');
  const required = [...bundled.matchAll(/(?:from|import|require\()\s*["']([a-z@][\w./@-]*)["']/g)].map(
    ([, name]) => name,
  );
  const outside = required.filter((name) =>
    /^(serialport|@serialport\/|node-hid|usb|@napi-rs\/canvas)/.test(name ?? ''),
  );
  expect(outside.length).toBeGreaterThan(0);
  for (const name of outside)
    expect(existsSync(join(packed.folder, 'resources/app.asar.unpacked/node_modules', name ?? ''))).toBe(true);
});

it('nothing of the workshop: no tests, simulators, sources, maps, paths or secrets', () => {
  const all = [...packed.inArchive, ...packed.outside];
  const strays = all.filter((file) =>
    /\.(test|spec)\.|\.tsx?$|\.map$|\.gyp$|\.(c|cc|cpp|h)$|simulator|\/testing\/|test\/data|captures|terminal\.json|token$|\.pem$|\.env/.test(
      file,
    ),
  );
  expect(strays).toEqual([]);
  const archive = readFileSync(join(packed.folder, 'resources/app.asar'));
  for (const forbidden of [ROOT, 'sourceMappingURL=data', 'PRIVATE KEY', 'Simulator extends'])
    expect([forbidden, archive.includes(forbidden)]).toEqual([forbidden, false]);
});

it('the fuses are set in the program itself', async () => {
  const wire: Readonly<Record<string, unknown>> = {
    ...(await getCurrentFuseWire(join(packed.folder, 'jiaohao-terminal'))),
  };
  const fuses = Object.entries(FUSES).filter(([fuse]) => /^\d+$/.test(fuse));
  // All but the one for WebAssembly's memory checks, which stays as Electron has it.
  expect(fuses.length).toBe(FUSE_COUNT - 1);
  for (const [fuse, isOn] of fuses) {
    expect([fuse, wire[fuse]]).toEqual([fuse, isOn ? FuseState.ENABLE : FuseState.DISABLE]);
  }
});

it('carries the two languages of its screens', () => {
  expect(existsSync(join(packed.folder, 'locales/zh-CN.pak'))).toBe(true);
  expect(existsSync(join(packed.folder, 'locales/de.pak'))).toBe(false);
});
