// The installer's bench over real drivers and simulated devices: pads and strips of several windows tried at once, devices found on bare ports.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import {
  beepsOf,
  EscposSimulator,
  memoryLine,
  PadBusSimulator,
  PlainTextSimulator,
  SdtReaderSimulator,
  shownOnPad,
} from '@jiaohao/drivers/simulators';
import { namedPort, probePorts } from '@jiaohao/drivers/tool';
import { PATIENCE } from '../browser/testing/kiosk-rig.ts';
import { recordedLog } from '../browser/testing/recorded-log.ts';
import { devicesInProcess } from '../devices/in-process.ts';
import type { DeviceSetting } from '../wire/devices.ts';
import type { SelfTestWish } from '../wire/self-test.ts';
import { TestBench, type TestBenchParts } from './test-bench.ts';

function open(parts: Pick<TestBenchParts, 'configured' | 'look'>) {
  const folder = mkdtempSync(join(tmpdir(), 'jiaohao-bench-'));
  const { log } = recordedLog();
  const bench = new TestBench({
    ...{ terminalId: 'pads-1', dataFolder: folder, openChannel: devicesInProcess, log },
    ...parts,
  });
  onTestFinished(async () => {
    await bench.close();
    rmSync(folder, { recursive: true });
  });
  return { bench, folder, wish: (wish: SelfTestWish) => bench.handle({ type: 'try', wish }) };
}

const noPorts = () => Promise.resolve([]);
const configured = (devices: readonly DeviceSetting[]) => ({
  terminal: { terminalId: 'pads-1', role: 'pads', file: '/etc/terminal.json' },
  devices,
});
const started = <T extends { start(): void; stop(): Promise<void> }>(simulator: T): T => {
  simulator.start();
  onTestFinished(() => simulator.stop());
  return simulator;
};

function padsOfTwoWindows() {
  const line = memoryLine('bench-pads');
  const pads = started(new PadBusSimulator(line.devicePort()));
  const settings = [3, 4].flatMap((address): DeviceSetting[] => {
    const of = { model: 'bus485', windowId: `w${address}`, port: 'memory:bench-pads' };
    const levels = { '1': 2, '2': 3, '3': 4, '4': 5 };
    return [
      { ...of, kind: 'evaluationPad', options: { address, levels } },
      { ...of, kind: 'callPad', options: { address } },
    ];
  });
  return { pads, settings };
}

test('evaluation pads of every window are asked at once; each key is told at its window, and the round ends with the last', async () => {
  const { pads, settings } = padsOfTwoWindows();
  const { bench, wish } = open({ configured: configured(settings), look: noPorts });
  await bench.look();
  wish('tryEvaluationPads');
  await vi.waitFor(() => expect([pads.isArmed(3), pads.isArmed(4)]).toEqual([true, true]), PATIENCE);
  expect(bench.view().work.evaluationPads).toEqual({ state: 'asking', rated: 0, of: 2 });
  pads.press(4, 3);
  await vi.waitFor(() => expect(bench.view().work.evaluationPads).toMatchObject({ rated: 1 }), PATIENCE);
  pads.press(3, 1);
  const over = { state: 'over', rated: 2, of: 2 };
  await vi.waitFor(() => expect(bench.view().work.evaluationPads).toEqual(over), PATIENCE);
  const heard = (windowId: string) =>
    bench.view().devices.find((device) => device.windowId === windowId && device.kind === 'evaluationPad')?.facts[0];
  await vi.waitFor(() => expect(heard('w4')?.value).toMatch(/^满意 4 · /), PATIENCE);
  expect(heard('w3')?.value).toMatch(/^不满意 2 · /);
});

test('call pads show a number and beep; a key is told with its meaning', async () => {
  const { pads, settings } = padsOfTwoWindows();
  const { bench, wish } = open({ configured: configured(settings), look: noPorts });
  await bench.look();
  wish('tryCallPads');
  expect(bench.view().work.callPads).toBe('sent');
  await vi.waitFor(() => {
    for (const address of [3, 4]) {
      expect(shownOnPad(pads.heard, address)).toEqual({ ticket: '012', waiting: '   ' });
      expect(beepsOf(pads.heard, address)).toBe(1);
    }
  }, PATIENCE);
  pads.pressCallKey(4, 0x0c);
  const facts = () =>
    JSON.stringify(
      bench
        .view()
        .devices.filter(({ kind }) => kind === 'callPad')
        .map((d) => d.facts),
    );
  await vi.waitFor(() => expect(facts()).toContain('顺呼 next (0C) · '), PATIENCE);
});

test('each strip shows its own window: exchanged ones are seen', async () => {
  const strips = ['w5', 'w6'].map((windowId) => {
    const line = memoryLine(`bench-strip-${windowId}`);
    const setting = {
      kind: 'ledStrip',
      model: 'plainText',
      windowId,
      port: `memory:${line.name}`,
      options: {},
    } as const;
    return { setting, strip: started(new PlainTextSimulator(line.devicePort())) };
  });
  const { bench, wish } = open({ configured: configured(strips.map(({ setting }) => setting)), look: noPorts });
  await bench.look();
  wish('tryStrips');
  const texts = () => strips.map(({ strip }) => strip.text ?? '');
  await vi.waitFor(() => expect(texts()).toEqual(['设备自检 w5', '设备自检 w6']), PATIENCE);
});

test('closing disarms the pads: nobody’s key is taken for an evaluation afterwards', async () => {
  const { pads, settings } = padsOfTwoWindows();
  const { bench, wish } = open({ configured: configured(settings), look: noPorts });
  await bench.look();
  wish('tryEvaluationPads');
  await vi.waitFor(() => expect(pads.isArmed(3)).toBe(true), PATIENCE);
  wish('checkLines');
  expect(bench.view().work.isCheckingLines).toBe(false);
  await bench.close();
  expect(bench.view().work.evaluationPads).toEqual({ state: 'idle' });
});

test('without a configuration what answers is tried, and looked for anew when it was changed', async () => {
  const reader = new SdtReaderSimulator(memoryLine('bench-found-1').devicePort());
  reader.start();
  started(new EscposSimulator(memoryLine('bench-found-2').devicePort()));
  const ports = [1, 2, 3].map((no) => namedPort(`memory:bench-found-${no}`));
  const { bench, folder, wish } = open({ configured: null, look: () => probePorts(ports, 115_200) });
  const looked = bench.look();
  expect(bench.view()).toMatchObject({ isLooking: true, devices: [], ports: [] });
  await looked;
  const kinds = () => bench.view().devices.map(({ kind }) => kind);
  await vi.waitFor(() => expect(kinds()).toEqual(['idCardReader', 'ticketPrinter']), PATIENCE);
  expect(bench.view().ports.map(({ verdict }) => verdict?.isDevice)).toEqual([true, true, false]);
  expect(bench.view().ports[2]?.verdict?.zh).toContain('只在按键时说话');
  expect(JSON.parse(bench.view().settings ?? '')).toEqual([
    { kind: 'idCardReader', model: 'sdt', port: 'memory:bench-found-1', options: { baudRate: 115_200 } },
    { kind: 'ticketPrinter', model: 'escpos', port: 'memory:bench-found-2', options: { baudRate: 115_200 } },
  ]);
  wish('saveBundle');
  await vi.waitFor(() => expect(readdirSync(join(folder, 'support'))).toHaveLength(1), PATIENCE);

  await reader.stop();
  await bench.look();
  await vi.waitFor(() => expect(kinds()).toEqual(['ticketPrinter']), PATIENCE);
});

test('a setting that the drivers refuse stands at its device in words; the others are tried', async () => {
  const { settings } = padsOfTwoWindows();
  const wrong: DeviceSetting = {
    ...{ kind: 'callPad', model: 'bus485', windowId: 'w9', port: 'memory:bench-pads' },
    options: { address: 900 },
  };
  const { bench } = open({ configured: configured([...settings, wrong]), look: noPorts });
  await bench.look();
  const remarksOf = (windowId: string) =>
    bench
      .view()
      .devices.find((device) => device.windowId === windowId)
      ?.remarks.map(({ code }) => code);
  await vi.waitFor(() => expect(remarksOf('w9')).toEqual(['badSetting']), PATIENCE);
  expect(remarksOf('w3')).toEqual(['ready']);
});
