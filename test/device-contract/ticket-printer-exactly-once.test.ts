// One ticket and real trouble in the middle of it: the plug pulled, the devices process killed, the terminal started anew.
// Over real ptys, the real clock and real processes; drivers/ticket-printer/escpos/exactly-once.test.ts breaks it after every byte.
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createPort, type Port } from '@jiaohao/drivers';
import { EscposSimulator, openPtyPair, type PtyPair } from '@jiaohao/drivers/simulators';
import { forkDevices } from '../../kiosk-app/browser/fork-devices.ts';
import { FakeHall, TOKEN } from '../../kiosk-app/browser/testing/fake-hall.ts';
import { recordedLog } from '../../kiosk-app/browser/testing/recorded-log.ts';
import { DevicesLink } from '../../kiosk-app/terminal/devices-link.ts';
import { HallLink } from '../../kiosk-app/terminal/hall-link.ts';
import { KioskTerminal } from '../../kiosk-app/terminal/kiosk-terminal.ts';
import type { DeviceSetting } from '../../kiosk-app/wire/devices.ts';

const PATIENCE = { interval: 10, timeout: 30_000 };
/** Into the head and the middle of a ticket of some 700 bytes. */
const POSITIONS = [1, 300];

let closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.reverse()) await close();
  closers = [];
});

/** The printer's end: `happens` once, when so many bytes of a ticket have come in; a ticket begins with `1B 40`. */
function tapped(port: Port, byteCount: number, happens: () => void): Port {
  let before = 0;
  let seen = -1;
  const count = (byte: number): void => {
    if (seen === -1 && before === 0x1b && byte === 0x40) seen = 1;
    else if (seen >= 0) seen += 1;
    if (seen >= byteCount) {
      seen = -Infinity;
      happens();
    }
    before = byte;
  };
  return {
    name: port.name,
    bitsPerSecond: port.bitsPerSecond,
    get isOpen() {
      return port.isOpen;
    },
    open: () => port.open(),
    write: (bytes) => port.write(bytes),
    onBytes: (listener) =>
      port.onBytes((bytes) => {
        listener(bytes);
        bytes.forEach(count);
      }),
    onClosed: (listener) => port.onClosed(listener),
    close: () => port.close(),
  };
}

/** How often a ticket was begun: `1B 40` begins each and stands nowhere else in these. */
function begun(simulator: EscposSimulator): number {
  return simulator.received.filter((byte, at) => byte === 0x1b && simulator.received[at + 1] === 0x40).length;
}

async function printerOn(byteCount: number, happens: (pair: PtyPair) => void) {
  const pair = await openPtyPair();
  const far = createPort(pair.b, { baudRate: 115_200 });
  const simulator = new EscposSimulator(
    tapped(far, byteCount, () => happens(pair)),
    { switches: { lineMs: 20 } },
  );
  closers.push(
    () => pair.close(),
    () => simulator.stop(),
  );
  simulator.start();
  return { pair, simulator };
}

function settingOf(port: string): DeviceSetting {
  return { kind: 'ticketPrinter', model: 'escpos', port, options: { pollIntervalMs: 100 } };
}

function linkTo(port: string, words = recordedLog()) {
  const { log, text } = words;
  const link = new DevicesLink({ openChannel: () => forkDevices(log), devices: [settingOf(port)], log });
  closers.push(() => link.close());
  const pid = (): number => Number([...text().matchAll(/"devicesPid":(\d+)/g)].at(-1)?.[1]);
  return { link, log, pid };
}

const JOB = {
  key: '1-1',
  lines: Array.from({ length: 40 }, (_, index) => ({ type: 'text', text: `第 ${index} 行 line ${index}` }) as const),
};

describe.each(POSITIONS)('after %i bytes', (byteCount) => {
  it('the devices process is killed: the job is unknown, and no ticket begins again', async () => {
    let kill = (): void => undefined;
    const { pair, simulator } = await printerOn(byteCount, () => kill());
    const { link, pid } = linkTo(pair.a);
    kill = () => void process.kill(pid(), 'SIGKILL');
    await link.start();
    await expect.poll(() => link.status('ticketPrinter')?.state, PATIENCE).toBe('ready');
    const first = pid();
    expect(await link.print(JOB)).toEqual({ state: 'unknown', code: 'devicesLost' });
    await expect.poll(() => [link.status('ticketPrinter')?.state, pid() !== first], PATIENCE).toEqual(['ready', true]);
    expect(begun(simulator)).toBe(1);
    // What lay in the line when the process fell may be lost with it: the next ticket is whole either way.
    expect(await link.print({ ...JOB, key: '2-1' })).toMatchObject({ state: 'confirmed' });
    expect(begun(simulator)).toBe(2);
  });

  it.each(['', 'lp:'])('the plug is pulled (path "%s"): unknown, and the next job prints', async (prefix) => {
    let unplugged = Promise.resolve();
    const { pair, simulator } = await printerOn(byteCount, (made) => {
      unplugged = made.unplug();
    });
    const { link } = linkTo(prefix + pair.a);
    await link.start();
    await expect.poll(() => link.status('ticketPrinter')?.state, PATIENCE).toBe('ready');
    expect(await link.print(JOB)).toEqual({ state: 'unknown', code: 'portLost' });
    await unplugged;
    await pair.replug();
    await expect.poll(() => link.status('ticketPrinter')?.state, PATIENCE).toBe('ready');
    expect(begun(simulator)).toBe(1);
    expect(await link.print({ ...JOB, key: '2-1' })).toMatchObject({ state: 'confirmed' });
  });

  it('the whole terminal ends and starts again: the hall learns that nobody knows, and nothing is printed', async () => {
    let end = (): void => undefined;
    const { pair, simulator } = await printerOn(byteCount, () => end());
    const hall = await FakeHall.start();
    const folder = mkdtempSync(join(tmpdir(), 'jiaohao-once-'));
    closers.push(
      () => hall.down(),
      () => rm(folder, { recursive: true, force: true }),
    );
    const start = () => {
      const { link: devices, log, pid } = linkTo(pair.a);
      const link = new HallLink({ url: hall.url, token: TOKEN, viewKind: 'kiosk', log });
      const terminal = new KioskTerminal({ terminalId: 'K1', dataFolder: folder, hall: link, devices, log });
      void devices.start();
      const close = (): Promise<void> => {
        terminal.close();
        link.close();
        return devices.close();
      };
      closers.push(close);
      return { terminal, close, pid };
    };
    const first = start();
    const ended = new Promise<void>((resolve) => {
      end = () => {
        process.kill(first.pid(), 'SIGKILL');
        resolve(first.close());
      };
    });
    const ready = (terminal: KioskTerminal) => () => [terminal.update().hallLink, terminal.update().printer.state];
    await expect.poll(ready(first.terminal), PATIENCE).toEqual(['up', 'ready']);
    const request = { requestId: 'touch-0001', queueId: 'tax', withCard: false };
    void first.terminal.handle({ type: 'takeTicket', id: 1, request }, () => undefined);
    await ended;
    const second = start();
    await expect.poll(ready(second.terminal), PATIENCE).toEqual(['up', 'ready']);
    await expect
      .poll(() => hall.of('failTicketPrinting'), PATIENCE)
      .toMatchObject([{ attempt: 1, failure: 'unknown' }]);
    expect(hall.of('confirmTicketPrinted')).toEqual([]);
    expect(begun(simulator)).toBe(1);
  });
});
