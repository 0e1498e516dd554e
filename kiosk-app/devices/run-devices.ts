// The devices end of the channel: opens what the configuration names, carries out orders, tells what happens. Knows no tickets.
import { DeviceError } from '@jiaohao/drivers';
import { ALIVE_MS, DevicesOrder, type Channel, type DevicesNotice, type DeviceSetting } from '../wire/devices.ts';
import { openDevice } from './open-device.ts';
import { SelfTest, type ConfiguredDevice } from './self-test.ts';

/**
 * Serves one channel until it closes; resolves when every port is closed again. The same function runs in the devices
 * process and, over a channel in memory, inside the terminal's own process (memory ports live in one process).
 */
export async function runDevices(channel: Channel): Promise<void> {
  const tell = (notice: DevicesNotice): void => channel.send(notice);
  let devices: readonly ConfiguredDevice[] = [];
  let selfTest = new SelfTest(devices, tell);
  channel.onMessage((message) => {
    const order = DevicesOrder.parse(message);
    if (order.type === 'configure') {
      devices = openAll(order.devices, tell);
      selfTest = new SelfTest(devices, tell);
      tell({ type: 'running' });
      return;
    }
    for (const { device } of devices) device?.carryOut(order);
    selfTest.carryOut(order);
  });
  const alive = setInterval(() => tell({ type: 'alive' }), ALIVE_MS);
  await new Promise<void>((resolve) => channel.onClosed(resolve));
  clearInterval(alive);
  await selfTest.stop();
  await Promise.all(devices.flatMap(({ device }) => device?.stop() ?? []));
}

function openAll(settings: readonly DeviceSetting[], tell: (notice: DevicesNotice) => void): ConfiguredDevice[] {
  return settings.map((setting, index) => {
    try {
      return { setting, device: openDevice(setting, tell) };
    } catch (error) {
      // What the drivers throw of a setting; anything else is a bug and ends this process.
      if (!(error instanceof RangeError || error instanceof DeviceError)) throw error;
      const reason = error.message.slice(0, 500);
      tell({ type: 'settingRefused', index, reason });
      return { setting, device: null, reason };
    }
  });
}
