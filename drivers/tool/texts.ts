// Every sentence of the device tools, for installers: Chinese first, English second. Each says what to look at next.
import type { Words } from '../ticket-printer/texts.ts';
import type { PortHolder } from './port-holder.ts';

export const TOOL_WORDS = {
  noConnection: {
    zh: '连接不上：检查地址、端口号、网线、设备电源，以及是否已有别的程序连着（多数设备一次只接一个连接）',
    en: 'no connection: address, port number, cable, power, and whether another program is connected (most devices take one)',
  },
  noSuchPort: {
    zh: '没有这个端口：线没插、设备没通电、驱动没装，或端口名变了。用 npm run devices -- list 看现有端口',
    en: 'there is no such port: not plugged in, no power, no driver, or another name now. See: npm run devices -- list',
  },
  permissionDenied: {
    zh: '没有权限：把当前用户加入 dialout 组（sudo usermod -aG dialout 用户名；USB 打印机为 lp 组），然后重新登录',
    en: 'permission denied: put this user into the group dialout (sudo usermod -aG dialout USER; lp for USB printers) and sign in again',
  },
  notSerial: {
    zh: '这不是串口：检查路径是否写错',
    en: 'this is no serial port: is the path right?',
  },
  portBusy: {
    zh: '端口被占用：关掉正在用它的程序（叫号终端、厂家工具）再试',
    en: 'the port is busy: end the program that has it (a terminal of the hall, the maker’s tool) and try again',
  },
  heldBy: ({ pid, program }: PortHolder): Words => ({
    zh: `端口被占用：进程 ${pid}（${program}）正在使用，先关掉它`,
    en: `the port is busy: process ${pid} (${program}) has it; end that first`,
  }),
  inputDevice: (name: string): Words => ({
    zh: `这是输入设备“${name}”（鼠标、键盘之类），不是所填的设备`,
    en: `this is the input device "${name}" (a mouse, a keyboard or alike), not the device that was named`,
  }),
  otherCause: (cause: string): Words => ({ zh: `打不开：${cause}`, en: `it does not open: ${cause}` }),
} as const;

export function closedPortWords(spec: string, { zh, en }: Words): Words {
  return { zh: `${spec}：${zh}`, en: `${spec}: ${en}` };
}
