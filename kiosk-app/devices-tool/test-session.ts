// Devices under test: their process, and the terminal's own self-test over it. Ended and begun anew when other devices are found.
import type { Channel, DeviceSetting } from '../wire/devices.ts';
import type { SelfTestDevice, SelfTestWish, SelfTestWork } from '../wire/self-test.ts';
import { DevicesLink } from '../terminal/devices-link.ts';
import type { Log } from '../terminal/log.ts';
import { withPaperFile } from '../terminal/paper-file.ts';
import { SelfTest } from '../terminal/self-test/self-test.ts';

export interface TestSessionParts {
  /** What stands on the test page. */
  readonly terminalId: string;
  /** The support file and the count of paper go here. */
  readonly dataFolder: string;
  readonly settings: readonly DeviceSetting[];
  readonly openChannel: () => Channel;
  readonly log: Log;
  readonly onChange: () => void;
  readonly onKeysTyped: (keys: readonly string[]) => void;
}

export interface TestSession {
  readonly takesKeys: boolean;
  view(): { readonly devices: SelfTestDevice[]; readonly work: SelfTestWork };
  carryOut(wish: SelfTestWish): void;
  scannerKey(key: { readonly key: string; readonly atMs: number }): void;
  close(): Promise<void>;
}

/** Resolves when the devices run. What the drivers refuse of a setting stands at its device. */
export async function openTestSession(parts: TestSessionParts): Promise<TestSession> {
  const { settings, dataFolder, openChannel, log, onKeysTyped } = parts;
  const link = new DevicesLink({ openChannel, devices: withPaperFile(settings, dataFolder), log });
  link.onNotice((notice) => {
    if (notice.type === 'keysTyped') onKeysTyped(notice.keys);
  });
  await link.start();
  const selfTest = new SelfTest({ ...parts, devices: link, timeText });
  return {
    takesKeys: link.takesKeys,
    view: () => selfTest.view(),
    carryOut: (wish) => selfTest.carryOut(wish),
    scannerKey: (key) => link.scannerKey(key),
    close: async () => {
      selfTest.close();
      await link.close();
    },
  };
}

/** By this computer's clock: no hall is asked. */
function timeText(): string {
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium' }).format(Date.now());
}
