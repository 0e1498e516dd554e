// Every word of the installer's page that the self-test at a kiosk does not have, in both languages at once.
import type { Pair } from '../self-test-texts.ts';

const ROLES: Readonly<Record<string, Pair>> = {
  kiosk: { zh: '取号机', en: 'kiosk' },
  window: { zh: '窗口终端', en: 'window terminal' },
  pads: { zh: '多窗口呼叫器与评价器', en: 'pads of several windows' },
  strip: { zh: '窗口条屏', en: 'LED strips' },
};

export const DEVICES_PAGE_TEXTS = {
  terminal: (terminalId: string, role: string): Pair => ({
    zh: `${ROLES[role]?.zh ?? role} ${terminalId}`,
    en: ROLES[role]?.en ?? role,
  }),
  noConfig: { zh: '没有指定配置：试用各端口上找到的设备', en: 'No configuration: what answers on the ports is tried' },
  devices: '设备 Devices',
  look: { zh: '重新查找设备', en: 'Look for devices' },
  lookAtPorts: { zh: '重新查看端口', en: 'Look at the ports' },
  looking: { zh: '正在查看各端口，约需几秒', en: 'Looking at every port, some seconds' },
  nothingFound: {
    zh: '没有找到会应答的设备：检查电源和线缆，再重新查找。网络设备用 --port tcp://主机:端口 指定；评价器、呼叫器不应答询问，请用 --config',
    en: 'Nothing answers: power and cables, then look again. Name network devices by --port tcp://host:port; pads answer no question, give --config',
  },
  ports: { zh: '本机端口', en: 'Ports of this computer' },
  noPorts: { zh: '没有串口，也没有 USB 打印机', en: 'No serial ports and no USB printers' },
  settings: { zh: '写入 terminal.json 的 devices', en: 'For devices in terminal.json' },
  lost: {
    zh: '自检程序已结束：在终端里重新运行 npm run devices -- page',
    en: 'The program has ended: run npm run devices -- page again',
  },
} as const;
