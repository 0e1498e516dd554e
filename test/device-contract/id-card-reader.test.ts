// ID-card readers and a scanner on real lines, as a terminal's configuration names them: a serial path found by pattern, a
// serial server, a module triggered by text; the plug really pulled; what an installer asks.
import { symlink, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  createPort,
  openDocumentScanner,
  openIdCardReader,
  probeIdCardReader,
  readWholeCard,
  type IdCardReaderConfig,
  type Port,
} from '@jiaohao/drivers';
import {
  listenTcp,
  openPtyPair,
  ScannerSimulator,
  SdtReaderSimulator,
  type SimulatedCard,
} from '@jiaohao/drivers/simulators';

const PATIENCE = { interval: 5, timeout: 20_000 };

const CARD: SimulatedCard = {
  ...{ kind: 'resident', name: '赵测试', sexCode: '1', nationCode: '03', birth: '19800229', address: '测试市' },
  ...{ idNumber: '990000198002290015', authority: '测试局', validFrom: '20200101', validTo: '长期' },
};

interface Line {
  readonly near: string;
  readonly far: Port;
  readonly cut: () => Promise<void>;
  readonly mend: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Named as udev names a socket, by a pattern. */
async function serialPath(): Promise<Line> {
  const pair = await openPtyPair();
  const folder = await mkdtemp(join(tmpdir(), 'jiaohao-by-path-'));
  await symlink(pair.a, join(folder, 'pci-0000-usb-0:1.2:1.0-port0'));
  const far = createPort(pair.b, { baudRate: 115_200 });
  const close = async (): Promise<void> => {
    await pair.close();
    await rm(folder, { recursive: true });
  };
  return {
    near: join(folder, '*-usb-0:1.2:*'),
    far,
    cut: () => pair.unplug(),
    mend: () => pair.replug(),
    close,
  };
}

async function serialServer(): Promise<Line> {
  const far = listenTcp();
  await far.open();
  return { near: far.url, far, cut: () => far.close(), mend: () => far.open(), close: () => far.close() };
}

it.each<[string, () => Promise<Line>, IdCardReaderConfig['model']]>([
  ['an SDT reader on a serial path', serialPath, 'sdt'],
  ['an SDT reader behind a serial server', serialServer, 'sdt'],
  ['a module triggered by text behind a serial server', serialServer, 'textTriggered'],
])('%s: read once, lost and taken up again', async (_, make, model) => {
  const line = await make();
  const simulator = new SdtReaderSimulator(line.far);
  if (model === 'textTriggered') simulator.quirks.trigger = 'D&C00040101';
  simulator.quirks.garbageBeforeReply = [0x00, 0xaa, 0xaa, 0xaa, 0xff];
  const reader = openIdCardReader({ model, port: line.near });
  const told: string[] = [];
  reader.onEvent((event) => {
    if (event.type === 'cardRead') told.push(event.card.idNumber);
  });
  simulator.start();
  reader.start();
  try {
    simulator.lay(CARD);
    await expect.poll(() => told, PATIENCE).toEqual([CARD.idNumber]);
    await line.cut();
    await expect.poll(() => reader.status.state, PATIENCE).toBe('fault');
    simulator.lift();
    await line.mend();
    await expect.poll(() => reader.status.state, PATIENCE).toBe('ready');
    expect(told).toHaveLength(1);
  } finally {
    await reader.stop();
    await simulator.stop();
    await line.close();
  }
});

it('an installer asks an SDT reader on a serial path: module number, health, one card in full', async () => {
  const line = await serialPath();
  const simulator = new SdtReaderSimulator(line.far);
  const config = { model: 'sdt', port: line.near };
  simulator.start();
  try {
    await expect.poll(() => line.far.isOpen, PATIENCE).toBe(true);
    expect(await probeIdCardReader(config)).toMatchObject({ samHealth: 'working' });
    simulator.lay(CARD);
    expect(await readWholeCard(config)).toMatchObject({
      name: '赵测试',
      nation: '回',
      picture: null,
      newAddress: null,
    });
  } finally {
    await simulator.stop();
    await line.close();
  }
});

it('a scanner on a serial path: a passport and an appointment code, also after the line was lost', async () => {
  const line = await serialPath();
  const simulator = new ScannerSimulator(line.far);
  const scanner = openDocumentScanner({ model: 'serial', port: line.near, options: { baudRate: 115_200 } });
  const scanned: unknown[] = [];
  scanner.onEvent((event) => {
    if (event.type === 'scanned') scanned.push(event.scanned);
  });
  const passport = {
    ...{ kind: 'document', format: 'TD3', documentNumber: 'L898902C3', issuer: 'UTO' },
    ...{ name: 'ERIKSSON ANNA MARIA', birthDigits: '740812' },
  };
  const connected = (): string => `${scanner.status.state} ${String(simulator.isConnected)}`;
  simulator.start();
  scanner.start();
  try {
    await expect.poll(connected, PATIENCE).toBe('ready true');
    await simulator.scan(
      'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
      'L898902C36UTO7408122F1204159ZE184226B<<<<<10',
    );
    await expect.poll(() => scanned, PATIENCE).toEqual([passport]);
    await line.cut();
    // Both ends: a scanner says a code once, and what it says on a dead line is lost.
    await expect.poll(connected, PATIENCE).toBe('fault false');
    await line.mend();
    await expect.poll(connected, PATIENCE).toBe('ready true');
    await simulator.scan('YY0001');
    await expect.poll(() => scanned, PATIENCE).toEqual([passport, { kind: 'code', text: 'YY0001' }]);
  } finally {
    await scanner.stop();
    await simulator.stop();
    await line.close();
  }
});
