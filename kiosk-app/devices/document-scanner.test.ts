// A scanner under test: what it could not read is told to staff at once, and to no applicant.
import { expect, onTestFinished, test, vi } from 'vitest';
import { memoryLine, ScannerSimulator } from '@jiaohao/drivers/simulators';
import type { DevicesNotice } from '../wire/devices.ts';
import { documentScanner } from './document-scanner.ts';

const PATIENCE = { timeout: 20_000 };

test('codes and scans that cannot be read are the self-test’s while it is on', async () => {
  const far = new ScannerSimulator(memoryLine('scanner-under-test').devicePort());
  const told: DevicesNotice[] = [];
  const setting = { kind: 'documentScanner', model: 'serial', port: 'memory:scanner-under-test', options: {} } as const;
  const scanner = documentScanner(setting, (notice) => told.push(notice));
  far.start();
  onTestFinished(async () => {
    await Promise.all([scanner.stop(), far.stop()]);
  });
  await vi.waitFor(() => expect(told.at(-1)).toMatchObject({ type: 'status', status: { state: 'ready' } }), PATIENCE);
  await vi.waitFor(() => expect(far.isConnected).toBe(true), PATIENCE);
  told.length = 0;
  const scan = async (...lines: string[]) => {
    const count = told.length;
    await far.scan(...lines);
    await vi.waitFor(() => expect(told).toHaveLength(count + 1), PATIENCE);
  };
  scanner.carryOut({ type: 'selfTest', isOn: true });
  await scan('YY20260101-0001');
  await scan('P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<11');
  scanner.carryOut({ type: 'selfTest', isOn: false });
  await scan('YY20260101-0001');
  expect(told).toEqual([
    { type: 'selfTestCardTrouble', trouble: 'noDocument' },
    { type: 'selfTestCardTrouble', trouble: 'scanAgain' },
    { type: 'scanTrouble', trouble: 'noDocument' },
  ]);
});
