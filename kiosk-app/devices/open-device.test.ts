// What the devices process says of a running pad to whoever looks: a technician's key with its meaning, an applicant's never.
import { expect, onTestFinished, test, vi } from 'vitest';
import { PATIENCE } from '../browser/testing/kiosk-rig.ts';
import { simulatedPad } from '../browser/testing/simulated-devices.ts';
import type { DevicesNotice, DevicesOrder } from '../wire/devices.ts';
import { openDevice } from './open-device.ts';

test('what an applicant pressed is told to nobody who looks at the pad, only that a key came; a test’s key is told', async () => {
  const { settings, pad, stop } = simulatedPad();
  const [setting] = settings;
  if (setting === undefined) throw new Error('no pad');
  const told: DevicesNotice[] = [];
  const device = openDevice(setting, (notice) => told.push(notice));
  onTestFinished(async () => {
    await device.stop();
    await stop();
  });
  const lastKey = async (order: Extract<DevicesOrder, { type: 'ask' }>, key: number) => {
    device.carryOut(order);
    await vi.waitFor(() => expect(pad.isArmed(1)).toBe(true), PATIENCE);
    pad.press(1, key);
    const { evaluationId } = order;
    await vi.waitFor(
      () => expect(told).toContainEqual(expect.objectContaining({ type: 'rated', evaluationId })),
      PATIENCE,
    );
    return device.look().facts[0]?.value;
  };
  expect(await lastKey({ type: 'ask', evaluationId: 7, timeoutMs: 60_000 }, 1)).toMatch(/^\d+ 秒前 \d+ s ago$/);
  const tried = await lastKey({ type: 'ask', evaluationId: 8, timeoutMs: 60_000, isTest: true }, 3);
  expect(tried).toMatch(/^满意 4 · \d+ 秒前/);
  expect(await lastKey({ type: 'ask', evaluationId: 9, timeoutMs: 60_000 }, 2)).toMatch(/^\d+ 秒前 \d+ s ago$/);
});
