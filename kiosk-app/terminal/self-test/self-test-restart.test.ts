// The self-test while its devices process dies and comes back: what staff asked for meanwhile is carried out, nothing waits for ever.
import { expect, onTestFinished, test, vi } from 'vitest';
import { PATIENCE } from '../../browser/testing/kiosk-rig.ts';
import { recordedLog } from '../../browser/testing/recorded-log.ts';
import { channelPair } from '../../devices/in-process.ts';
import type { DeviceSetting } from '../../wire/devices.ts';
import { DevicesLink } from '../devices-link.ts';
import { SelfTest } from './self-test.ts';

const READER: DeviceSetting = { kind: 'idCardReader', model: 'sdt', port: 'memory:nobody', options: {} };

/** A self-test over channels whose far ends the test holds, with what arrives at each of them. */
async function open() {
  const processes: { heard: unknown[]; tell: (notice: object) => void; end: () => Promise<void> }[] = [];
  const openChannel = () => {
    const { core, devices } = channelPair();
    const heard: unknown[] = [];
    devices.onMessage((message) => heard.push((message as { type: string }).type));
    processes.push({ heard, tell: (notice) => devices.send(notice), end: () => devices.close() });
    return core;
  };
  const { log } = recordedLog();
  const link = new DevicesLink({ openChannel, devices: [READER], log });
  const started = link.start();
  processes[0]?.tell({ type: 'running' });
  await started;
  const selfTest = new SelfTest({
    ...{ terminalId: 'K1', dataFolder: '/nowhere', settings: [READER], devices: link, log },
    timeText: () => '',
    onChange: () => undefined,
  });
  onTestFinished(async () => {
    selfTest.close();
    await link.close();
  });
  const nextProcess = async () => {
    await vi.waitFor(() => expect(processes).toHaveLength(2), PATIENCE);
    return processes[1];
  };
  return { selfTest, first: processes[0], nextProcess, work: () => selfTest.view().work };
}

test('asked for while no process runs: the next one is asked, and says when it is done', async () => {
  const { selfTest, first, nextProcess, work } = await open();
  await first?.end();
  selfTest.carryOut('checkLines');
  selfTest.carryOut('saveBundle');
  expect(work()).toMatchObject({ isCheckingLines: true, bundle: { state: 'saving' } });
  const next = await nextProcess();
  next?.tell({ type: 'running' });
  await vi.waitFor(() => expect(next?.heard).toEqual(['configure', 'selfTest', 'checkLines', 'gatherFacts']), PATIENCE);
  next?.tell({ type: 'linesChecked' });
  await vi.waitFor(() => expect(work().isCheckingLines).toBe(false), PATIENCE);
});

test('a process that dies over a check is not asked again', async () => {
  const { selfTest, first, nextProcess, work } = await open();
  selfTest.carryOut('checkLines');
  await first?.end();
  expect(work().isCheckingLines).toBe(false);
  const next = await nextProcess();
  next?.tell({ type: 'running' });
  await vi.waitFor(() => expect(next?.heard).toContain('selfTest'), PATIENCE);
  expect(next?.heard).toEqual(['configure', 'selfTest']);
});
