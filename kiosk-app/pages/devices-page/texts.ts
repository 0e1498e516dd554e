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
  runs: {
    zh: '终端照常运行。先选要试的窗口：它的按键只显示含义、不执行。再按一次该窗口、结束自检、离开本页或 5 分钟未按任何按钮，即恢复原样。其他窗口不受影响；办事人的评价随时优先。',
    en: 'The terminal runs on. Choose a window: its keys are shown with their meaning and not carried out. All is as before when you press it again, end, leave this page, or press nothing for 5 minutes. Other windows go on; a rating always comes first.',
  },
  notWhileRunning: {
    zh: '运行时不做“检查线路”：各窗口的设备会断开几秒。需要时先停止终端，再运行 npm run devices（安装包里是 jiaohao-devices）page --config 配置文件。',
    en: 'No line check meanwhile: it cuts off the devices of every window for seconds. Stop the terminal, then npm run devices -- (in packages jiaohao-devices) page --config FILE.',
  },
  windows: '要试的窗口 Window to try',
  window: (label: string): Pair => ({ zh: `试${label}号窗口`, en: `Try window ${label}` }),
  ownWindow: { zh: '试本窗口', en: 'Try this window' },
  chooseFirst: { zh: '先选窗口，再试设备', en: 'Choose a window first' },
  underTest: (label: string): Pair => ({
    zh: `正在试${label === '' ? '本' : `${label}号`}窗口：按键只显示，不执行`,
    en: `${label === '' ? 'This window' : `Window ${label}`} is under test: its keys are shown and not carried out`,
  }),
  ratingAsked: {
    zh: '该窗口正在请办事人评价：评价器归办事人用，暂不能试',
    en: 'An applicant is being asked for a rating there: the evaluation pad is theirs',
  },
  end: { zh: '结束自检', en: 'End the self-test' },
  runningLost: { zh: '终端程序没有应答，以下为之前的状态', en: 'The terminal does not answer; below is how it was' },
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
