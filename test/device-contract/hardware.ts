// Hardware for the contract runs: devices from a file as in terminal.json, a person's hands, told what to do on standard error.
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Hands, Kind, SetUp } from './set-up.ts';

const KINDS = [
  'idCardReader',
  'ticketPrinter',
  'evaluationPad',
  'callPad',
  'ledStrip',
  'documentScanner',
] as const satisfies readonly Kind[];

const Devices = z.array(
  z.object({
    kind: z.enum(KINDS),
    model: z.string(),
    port: z.string(),
    options: z.record(z.string(), z.unknown()).default({}),
  }),
);

/** Time to look, or to let go of a key. */
const LOOK_MS = 4000;

/** Null without a file: the simulators are meant. */
export function hardwareSetUps(file: string | undefined): readonly SetUp[] | null {
  if (file === undefined || file === '') return null;
  return Devices.parse(JSON.parse(readFileSync(file, 'utf8'))).map(({ kind, ...config }) => ({
    kind,
    name: `${config.model} ${config.port}`,
    hasPlug: !/^(?:udp|listen):/.test(config.port),
    staysSelected: config.model !== 'textTriggered',
    open: () => Promise.resolve({ config, hands: PERSON, close: () => Promise.resolve() }),
  }));
}

function say(zh: string, en: string): Promise<void> {
  process.stderr.write(`\n>>> ${zh} / ${en}\n`);
  return Promise.resolve();
}

async function look(zh: string, en: string): Promise<void> {
  await say(zh, en);
  await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
}

const PERSON: Hands = {
  unplug: () => say('请拔下设备的线', 'pull the plug of the device'),
  plugIn: () => say('请插回设备的线', 'put the plug back'),
  layCard: () => say('请放上身份证，不要拿开', 'lay an ID card and leave it there'),
  liftCard: () => say('请拿开身份证', 'take the card away'),
  openCover: () => say('请打开打印机上盖', 'open the printer’s cover'),
  closeCover: () => say('请合上打印机上盖', 'close the printer’s cover'),
  expectTickets: (count) => look(`应共出票 ${count} 张`, `${count} tickets must have come out in all`),
  rate: () => say('请按评价器任一评价键', 'touch any level on the pad'),
  pressNext: () => say('请按一次呼叫器“顺呼”键', 'press the key “next” once'),
  expectText: (text) => look(`设备上应显示 ${text}`, `${text} must stand on the device`),
  scan: () => say('请扫一个条码或二维码', 'scan a bar code or QR code'),
};
