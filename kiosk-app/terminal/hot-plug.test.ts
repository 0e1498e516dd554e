// Devices under names of their own on real lines: taken up again under another number, never mixed up, and what is wrong is named.
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createPort, type Port } from '@jiaohao/drivers';
import {
  EscposSimulator,
  openPtyPair,
  PadBusSimulator,
  SdtReaderSimulator,
  type PtyPair,
} from '@jiaohao/drivers/simulators';
import { PATIENCE } from '../browser/testing/kiosk-rig.ts';
import { recordedLog } from '../browser/testing/recorded-log.ts';
import { devicesInProcess } from '../devices/in-process.ts';
import type { DeviceSetting, DevicesNotice } from '../wire/devices.ts';
import { DevicesLink } from './devices-link.ts';

let byPath: string;
let ending: (() => Promise<unknown>)[] = [];

beforeEach(async () => {
  byPath = await mkdtemp(join(tmpdir(), 'jiaohao-by-path-'));
});

afterEach(async () => {
  for (const end of ending.reverse()) await end();
  ending = [];
  await rm(byPath, { recursive: true, force: true });
});

const socket = (name: string) => join(byPath, `pci-0-usb-0:${name}:1.0-port0`);
const at = (name: string) => join(byPath, `*-usb-0:${name}:*`);

/** A line as the system makes one when something is plugged in; `tty` is the name that it got. */
async function plugIn(start: (port: Port) => { start(): void; stop(): Promise<void> }, into?: string) {
  const line = await openPtyPair();
  const device = start(createPort(line.b, { baudRate: 115_200 }));
  device.start();
  if (into !== undefined) await symlink(line.a, socket(into));
  ending.push(() => device.stop().then(() => line.close()));
  return { tty: line.a, line };
}

async function pull(line: PtyPair, from: string): Promise<void> {
  await rm(socket(from));
  await line.unplug();
}

async function startDevices(devices: DeviceSetting[]) {
  const link = new DevicesLink({ openChannel: devicesInProcess, devices, log: recordedLog().log });
  const notices: DevicesNotice[] = [];
  link.onNotice((notice) => notices.push(notice));
  expect(await link.start()).toEqual([]);
  ending.push(() => link.close());
  const becomes = (kind: DeviceSetting['kind'], word: string, windowId?: string) =>
    vi.waitFor(() => {
      const status = link.status(kind, windowId);
      expect(status?.state === 'fault' ? status.code : status?.state).toBe(word);
    }, PATIENCE);
  return { link, notices, becomes };
}

const pad = (windowId: string, port: string, address = 1): DeviceSetting => {
  const options = { address, levels: { '1': 2, '2': 3, '3': 4, '4': 5 } };
  return { kind: 'evaluationPad', model: 'bus485', windowId, port, options };
};
const reader = (port: string, options = {}): DeviceSetting => ({ kind: 'idCardReader', model: 'sdt', port, options });
const printer = (port: string, options = {}): DeviceSetting => ({
  ...{ kind: 'ticketPrinter', model: 'escpos', port, options },
});

describe('two equal devices', () => {
  test('each socket keeps its window, also when both come back with their numbers changed', async () => {
    const simulators: PadBusSimulator[] = [];
    const simulated = (port: Port) => {
      const made = new PadBusSimulator(port);
      simulators.push(made);
      return made;
    };
    const [first, second] = [await plugIn(simulated, '1.2'), await plugIn(simulated, '1.3')];
    const { link, notices, becomes } = await startDevices([pad('w1', at('1.2')), pad('w2', at('1.3'))]);
    const rate = async (simulator: number, windowId: string, evaluationId: number): Promise<void> => {
      link.ask(evaluationId, 30_000, windowId);
      await vi.waitFor(() => expect(simulators[simulator]?.isArmed(1)).toBe(true), PATIENCE);
      simulators[simulator]?.press(1, 4);
      const rated = { type: 'rated', evaluationId, rating: 5, windowId };
      await vi.waitFor(() => expect(notices).toContainEqual(rated), PATIENCE);
    };
    await Promise.all([becomes('evaluationPad', 'ready', 'w1'), becomes('evaluationPad', 'ready', 'w2')]);
    await rate(0, 'w1', 1);
    await rate(1, 'w2', 2);
    await Promise.all([pull(first.line, '1.2'), pull(second.line, '1.3')]);
    await Promise.all([becomes('evaluationPad', 'portLost', 'w1'), becomes('evaluationPad', 'portLost', 'w2')]);
    await plugIn(simulated, '1.3');
    await plugIn(simulated, '1.2');
    await Promise.all([becomes('evaluationPad', 'ready', 'w1'), becomes('evaluationPad', 'ready', 'w2')]);
    await rate(3, 'w1', 3);
    await rate(2, 'w2', 4);
  });

  test('a name that fits both takes neither, and goes on when one is left', async () => {
    const simulated = (port: Port) => new SdtReaderSimulator(port);
    await plugIn(simulated, '1.2');
    const other = await plugIn(simulated, '1.3');
    const { becomes } = await startDevices([reader(at('1.*'))]);
    await becomes('idCardReader', 'ambiguousDevice');
    await pull(other.line, '1.3');
    await becomes('idCardReader', 'ready');
  });
});

describe('the wrong device', () => {
  test.each([
    ['reader', reader],
    ['printer', printer],
  ])('a %s with another serial number than the one that is meant', async (_name, made) => {
    const { tty } = await plugIn((port) => new EscposSimulator(port));
    const setting = made(tty, { serialNumber: 'A50285BI' });
    const { becomes } = await startDevices([setting]);
    await becomes(setting.kind, 'wrongDevice');
  });

  /** What a line at another speed gives: an answer to everything, and nothing in it as it was sent. */
  test.each([
    ['reader', reader],
    ['printer', printer],
  ])('a %s at another speed: said to answer wrongly, and works when it is put right', async (_name, made) => {
    const rubbish = (port: Port) => {
      port.onBytes((bytes) => void port.write(bytes.map((byte) => byte & 0xe0)).catch(() => undefined));
      return { start: () => void port.open(), stop: () => port.close() };
    };
    const wrong = await plugIn(rubbish, '1.2');
    const setting = made(at('1.2'), {});
    const { becomes } = await startDevices([setting]);
    await becomes(setting.kind, 'badReply');
    await pull(wrong.line, '1.2');
    await plugIn(
      (port) => (setting.kind === 'idCardReader' ? new SdtReaderSimulator(port) : new EscposSimulator(port)),
      '1.2',
    );
    await becomes(setting.kind, 'ready');
  });

  test('reader and printer exchanged: neither is ready, nothing is printed, and both are when they are put right', async () => {
    const sheets: EscposSimulator[] = [];
    const printerAt = (port: Port) => {
      const made = new EscposSimulator(port);
      sheets.push(made);
      return made;
    };
    const wrongPrinter = await plugIn(printerAt, '1.2');
    const wrongReader = await plugIn((port) => new SdtReaderSimulator(port), '1.3');
    const { link, becomes } = await startDevices([reader(at('1.2')), printer(at('1.3'))]);
    await Promise.all([becomes('idCardReader', 'noReply'), becomes('ticketPrinter', 'noReply')]);
    expect(await link.print({ key: '1-1', lines: [{ type: 'text', text: 'A001' }] })).toMatchObject({
      state: 'failedBeforePrint',
    });
    expect(sheets[0]?.tickets).toEqual([]);
    await Promise.all([pull(wrongPrinter.line, '1.2'), pull(wrongReader.line, '1.3')]);
    await plugIn((port) => new SdtReaderSimulator(port), '1.2');
    await plugIn(printerAt, '1.3');
    await Promise.all([becomes('idCardReader', 'ready'), becomes('ticketPrinter', 'ready')]);
  });
});

test('200 reconnects a minute: every one is found again, and nothing is left behind', async () => {
  const { line } = await plugIn((port) => new SdtReaderSimulator(port), '1.2');
  const { notices, becomes } = await startDevices([reader(at('1.2'))]);
  for (let round = 0; round < 10; round += 1) {
    await becomes('idCardReader', 'ready');
    await line.unplug();
    await becomes('idCardReader', 'portLost');
    await line.replug();
  }
  await becomes('idCardReader', 'ready');
  const told = notices.filter(({ type }) => type === 'status').length;
  expect(told).toBeLessThan(10 * 4);
});
