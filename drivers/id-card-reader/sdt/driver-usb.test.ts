// The same driver and simulator over USB pipes in their likeness: one pipe and two, unplugged while it polls.
import { expect, test, vi } from 'vitest';
import { memoryLine } from '../../port/memory-port.ts';
import { HidPort, type HidLink } from '../../port/hid-port.ts';
import { payloadOf, toReports, type HidReports } from '../../port/hid-reports.ts';
import type { Port } from '../../port/port.ts';
import { SINGLE_PIPES, SPLIT_PIPES, UsbTwin } from '../../port/testing/usb-twin.ts';
import { UsbPort } from '../../port/usb-port.ts';
import { SDT_SPLIT_FRAMES } from './codec.ts';
import { SdtIdCardReader } from './driver.ts';
import { SdtReaderSimulator } from './simulator.ts';
import { LI } from './testing/simulated-people.ts';

async function withReader(
  name: string,
  make: (far: Port) => Port,
  act: (told: string[], simulator: SdtReaderSimulator) => Promise<void>,
) {
  vi.useFakeTimers();
  const line = memoryLine(name);
  const simulator = new SdtReaderSimulator(line.devicePort());
  const reader = new SdtIdCardReader(make(line.hostPort()));
  const told: string[] = [];
  reader.onEvent((event) => told.push(event.type === 'status' ? event.status.state : event.type));
  simulator.start();
  reader.start();
  try {
    await act(told, simulator);
  } finally {
    const stopping = reader.stop();
    await vi.advanceTimersByTimeAsync(2000);
    await stopping;
    await simulator.stop();
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  }
}

test.each([
  ['one pipe each way', SINGLE_PIPES],
  ['two pipes each way', SPLIT_PIPES],
])('over USB with %s: read, unplugged, plugged in again', async (name, endpoints) => {
  let twin: UsbTwin | undefined;
  const make = (far: Port): Port => {
    const device = new UsbTwin(far, endpoints);
    twin = device;
    return new UsbPort({ name: 'usb:', pipes: 'auto', split: SDT_SPLIT_FRAMES, openLink: () => device.open() });
  };
  await withReader(`sdt-usb ${name}`, make, async (told, simulator) => {
    simulator.lay(LI);
    await vi.advanceTimersByTimeAsync(3000);
    expect(told).toEqual(['ready', 'cardRead']);
    twin?.unplug();
    await vi.advanceTimersByTimeAsync(3000);
    expect(told.at(-1)).toBe('fault');
    if (twin) twin.isPlugged = true;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(told.at(-1)).toBe('ready');
    simulator.lift();
    await vi.advanceTimersByTimeAsync(2000);
    expect(told.at(-1)).toBe('cardLifted');
  });
});

test.each<[string, HidReports]>([
  ['plain reports, zeros behind', { reportId: 0, reportSize: 64, headerBytes: 0, lengthByteIndex: null, pad: 0 }],
  ['numbered and counted reports', { reportId: 2, reportSize: 63, headerBytes: 1, lengthByteIndex: 0, pad: 0xff }],
])('over HID in %s', async (name, reports) => {
  const openLink = async (far: Port): Promise<HidLink> => {
    await far.open();
    return {
      write: (report) => far.write(payloadOf(reports.reportId === 0 ? report.slice(1) : report, reports)),
      onReport: (listener) =>
        void far.onBytes((bytes) => {
          for (const report of toReports(bytes, reports)) listener(reports.reportId === 0 ? report.slice(1) : report);
        }),
      onGone: (listener) => void far.onClosed(listener),
      close: () => far.close(),
    };
  };
  const make = (far: Port): Port => new HidPort({ name: 'hid:', reports, openLink: () => openLink(far) });
  await withReader(`sdt-hid ${name}`, make, async (told, simulator) => {
    simulator.lay(LI);
    await vi.advanceTimersByTimeAsync(3000);
    expect(told).toEqual(['ready', 'cardRead']);
  });
});
