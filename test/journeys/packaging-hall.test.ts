// The packaged hall server as an installer has it: unpacked outside the repo, no Node and nothing else in PATH.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPort } from '@jiaohao/drivers';
import { openPtyPair, SdtReaderSimulator } from '@jiaohao/drivers/simulators';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PAGES } from '../../hall-server/gateway/static-pages.ts';
import { COMMANDS } from '../../packaging/hall/build-hall.ts';
import { filesIn } from '../../packaging/ustar.ts';
import { ROOT } from './child-process.ts';
import { DEMO_HALL } from './hall-program.ts';
import { runProgram } from './packaged-program.ts';
import type { RunningProgram } from './packaged-program.ts';

/** Invented; the region code does not exist, the check character is right. */
const PERSON = {
  ...{ kind: 'resident' as const, name: '演示子丑', sexCode: '1', nationCode: '01', birth: '19850101' },
  ...{ address: '演示地址', idNumber: '990100198501010014', authority: '演示机关' },
  ...{ validFrom: '20200101', validTo: '长期' },
};
const PLATFORM = `linux-${process.arch}`;
const work = mkdtempSync(join(tmpdir(), 'jiaohao-packaged-'));
let folder = '';

const versionIn = (of: string) =>
  (JSON.parse(readFileSync(join(of, 'package.json'), 'utf8')) as { version: string }).version;

beforeAll(() => {
  const args = [join(ROOT, 'packaging/main.ts'), '--only', 'hall', '--platform', PLATFORM, '--level', '1'];
  const built = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect([built.status, built.stderr]).toEqual([0, '']);
  const { archive } = JSON.parse(built.stdout) as { archive: string };
  expect(spawnSync('tar', ['-xzf', archive, '-C', work]).status).toBe(0);
  folder = join(work, readdirSync(work)[0] ?? '');
}, 300_000);
afterAll(() => rmSync(work, { recursive: true, force: true }));

describe('the packaged hall server', () => {
  let hall: RunningProgram | null = null;
  afterAll(() => hall?.stop());

  it('starts without Node in PATH and without the repo, serves its pages and issues a ticket', async () => {
    const data = join(work, 'data');
    const args = ['--port', '0', '--data', data, '--config', DEMO_HALL];
    hall = await runProgram(join(folder, 'bin/jiaohao-hall'), args, { cwd: work });
    const url = String(hall.ready['listening']);
    const token = readFileSync(join(data, 'admin-token'), 'utf8').trim();
    const issued = await fetch(`${url}/api/v1/commands`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ requestId: 'packaged-hall-1', type: 'issueTicket', queueId: 'general' }),
    });
    expect(await issued.json()).toMatchObject({ ticket: { ticketNumber: 'M001' } });
    const pages = readdirSync(join(folder, 'dist'));
    expect(pages.sort()).toEqual([...PAGES].sort());
    for (const page of pages) {
      const answer = await fetch(`${url}/${page}/`);
      expect([page, answer.status, (await answer.text()).includes('<script')]).toEqual([page, 200, true]);
    }
    const list = spawnSync(
      join(folder, 'bin/jiaohao-updates'),
      ['--hall', url, '--token-file', join(data, 'admin-token'), 'list'],
      { env: { PATH: '' }, encoding: 'utf8' },
    );
    expect(JSON.parse(list.stdout)).toEqual({ packages: [], terminals: [] });
    await hall.stop();
    const audit = spawnSync(join(folder, 'bin/jiaohao-audit'), ['--data', data], {
      env: { PATH: '' },
      encoding: 'utf8',
    });
    expect([audit.status, audit.stdout]).toEqual([0, expect.stringContaining('sound')]);
  });

  it('has the device tool: ports, a card over a real line and 设备自检, with what was unpacked alone', async () => {
    const tool = join(folder, 'bin/jiaohao-devices');
    const list = spawnSync(tool, ['list', '--json'], { cwd: work, env: { PATH: '' }, encoding: 'utf8' });
    expect([list.status, list.stderr]).toEqual([0, '']);
    expect(JSON.parse(list.stdout)).toMatchObject({ ports: expect.any(Array) as unknown[] });
    const bundle = join(work, 'support.json');
    spawnSync(tool, ['support-bundle', '--out', bundle], { cwd: work, env: { PATH: '' } });
    const installed = (name: string) => versionIn(join(ROOT, 'node_modules', name));
    expect(JSON.parse(readFileSync(bundle, 'utf8'))).toMatchObject({
      versions: {
        jiaohao: versionIn(ROOT),
        serialport: installed('serialport'),
        'iconv-lite': installed('iconv-lite'),
      },
    });
    const line = await openPtyPair();
    const reader = new SdtReaderSimulator(createPort(line.b, { baudRate: 115_200 }));
    reader.start();
    reader.lay(PERSON);
    const card = spawn(tool, ['read-card', '--port', line.a, '--json'], { cwd: work, env: { PATH: '' } });
    let said = '';
    card.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
    expect(await once(card, 'close')).toEqual([0, null]);
    expect(JSON.parse(said)).toMatchObject({ name: '演***', idNumber: '990100********0014', isMasked: true });
    await reader.stop();
    await line.close();
    const page = await runProgram(tool, ['page', '--json'], { cwd: work });
    expect(await (await fetch(String(page.ready['page']))).text()).toContain('<title>设备自检</title>');
    await page.stop();
  });

  it('holds what it needs and nothing of the workshop', () => {
    const files = filesIn(folder);
    for (const needed of [
      'bin/jiaohao-hall',
      'install.sh',
      'LICENSE',
      'THIRD-PARTY-NOTICES.txt',
      'docs/install.md',
      'docs/operations.md',
      'docs/wiring.md',
      'docs/protocols/id-card-reader.md',
      'example/hall.json',
      'node/LICENSE',
    ])
      expect(files).toContain(needed);
    const strays = files.filter((file) => /\.test\.|\.tsx?$|\.map$|simulat|testing|admin-token|\.pem$/.test(file));
    expect(strays).toEqual([]);
    const server = ['main.js', 'audit.js', 'updates.js'].map((program) => `hall-server/${program}`);
    for (const program of [...server, 'devices/kiosk-app/devices-tool/main.js', 'devices/kiosk-app/devices/main.js']) {
      const text = readFileSync(join(folder, program), 'utf8');
      expect([program, text.includes(ROOT), text.includes('sourceMappingURL=')]).toEqual([program, false, false]);
      // Nobody would answer for it at run time: what the program says of its versions stands in it.
      expect([program, text.includes('BUNDLED_VERSIONS')]).toEqual([program, false]);
    }
  });
});

it('every command has a start script for each system', () => {
  const scripts = readdirSync(join(ROOT, 'packaging/hall/windows')).filter((name) => name.startsWith('jiaohao-'));
  expect(scripts.sort()).toEqual(COMMANDS.map((name) => `${name}.cmd`).sort());
  expect(readdirSync(join(ROOT, 'packaging/hall/linux'))).toEqual(expect.arrayContaining([...COMMANDS]));
});

describe('the hall server under systemd', () => {
  /** The unit with its program where it was unpacked: the verifier looks for it. */
  const unit = () => {
    const file = join(work, 'jiaohao-hall.service');
    const text = readFileSync(join(folder, 'service/jiaohao-hall.service'), 'utf8');
    writeFileSync(file, text.replaceAll('/opt/jiaohao-hall', folder));
    return file;
  };

  it('has a unit that systemd finds nothing wrong with', () => {
    const verified = spawnSync('systemd-analyze', ['verify', unit()], { encoding: 'utf8' });
    expect([verified.error, verified.status, verified.stderr]).toEqual([undefined, 0, '']);
  });

  it('and so has the terminal', () => {
    const file = join(work, 'jiaohao-terminal.service');
    const text = readFileSync(join(ROOT, 'packaging/terminal/linux/jiaohao-terminal.service'), 'utf8');
    writeFileSync(file, text.replace('/opt/jiaohao-terminal/bin/jiaohao-terminal', join(folder, 'bin/jiaohao-hall')));
    const verified = spawnSync('systemd-analyze', ['verify', file], { encoding: 'utf8' });
    expect([verified.error, verified.status, verified.stderr]).toEqual([undefined, 0, '']);
  });

  it('is exposed little: systemd’s own measure stays in its best class', () => {
    const args = ['security', '--offline=true', '--threshold=20', '--no-pager', unit()];
    const measured = spawnSync('systemd-analyze', args, { encoding: 'utf8' });
    expect([measured.status, measured.stdout]).toEqual([0, expect.stringContaining('OK')]);
  });

  it('is laid where the unit expects it; an update keeps the version before', () => {
    const root = join(work, 'root');
    const older = join(root, 'opt/jiaohao-hall-0.0.9-linux-x64');
    mkdirSync(older, { recursive: true });
    const install = () =>
      spawnSync('sh', [join(folder, 'install.sh')], { env: { ...process.env, DESTDIR: root }, encoding: 'utf8' });
    spawnSync('ln', ['-s', 'jiaohao-hall-0.0.9-linux-x64', join(root, 'opt/jiaohao-hall')]);
    expect(install()).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('the version before is kept') as string,
    });
    writeFileSync(join(root, 'etc/jiaohao-hall/options'), 'JIAOHAO_OPTIONS="--port 9"\n');
    expect(install()).toMatchObject({ status: 0, stderr: '' });
    expect(readdirSync(join(root, 'opt')).length).toBe(3);
    expect(readFileSync(join(root, 'etc/jiaohao-hall/options'), 'utf8')).toContain('--port 9');
    const started = spawnSync(join(root, 'opt/jiaohao-hall/bin/jiaohao-hall'), [], {
      env: { PATH: '' },
      encoding: 'utf8',
    });
    expect([started.status, started.stderr]).toEqual([2, expect.stringContaining('--data DIR is needed')]);
    for (const [command, said] of [
      ['jiaohao-updates', 'jiaohao-updates --hall ADDRESS'],
      ['jiaohao-audit', '--data'],
      ['jiaohao-devices', 'read-card --port'],
    ] as const) {
      const file = join(root, 'usr/local/bin', command);
      // Below DESTDIR, as on the machine that it is for.
      writeFileSync(file, readFileSync(file, 'utf8').replace('/opt/', `${join(root, 'opt')}/`));
      const named = spawnSync(file, [], { env: { PATH: '' }, encoding: 'utf8' });
      expect([named.status, named.stderr]).not.toEqual([0, '']);
      expect(named.stderr).toContain(said);
    }
  });
});
