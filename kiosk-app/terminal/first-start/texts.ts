// Every text of the first start, Chinese first: read by an installer, once.
import type { HallProblem } from './check-with-hall.ts';
import type { FirstField, FirstSettings } from './settings.ts';

interface Text {
  readonly zh: string;
  readonly en: string;
}

export const FIRST_START_TEXTS = {
  title: { zh: '终端首次设置', en: 'First start of this terminal' },
  save: { zh: '检查并保存', en: 'Check and save' },
  done: { zh: '已保存，终端正在启动…', en: 'Saved. The terminal is starting.' },
  cannotWrite: { zh: '设置无法写入磁盘', en: 'The settings cannot be written to the disk' },
  alreadySetUp: {
    zh: '本终端已经设置过，原设置未改动；请重新启动终端',
    en: 'This terminal is set up already; its settings were left as they are. Start it again.',
  },
  devicesLater: {
    zh: '读卡器、打印机、评价器在 terminal.json 的 devices 中填写（docs/install.md）。',
    en: 'Card reader, printer and pad are entered under devices in terminal.json (docs/install.md).',
  },
} as const satisfies Record<string, Text>;

export const FIELD_LABELS: Readonly<Record<FirstField, Text>> = {
  role: { zh: '用途', en: 'Role' },
  hallUrl: { zh: '大厅服务器地址', en: 'Address of the hall server' },
  terminalId: { zh: '终端编号', en: 'Terminal id' },
  token: { zh: '终端凭证', en: 'Token of this terminal' },
  leavePin: { zh: '工作人员退出密码（取号机）', en: 'PIN with which staff leave a kiosk' },
};

export const FIELD_MISTAKES: Readonly<Record<FirstField, Text>> = {
  role: { zh: '请选择用途', en: 'Choose a role' },
  hallUrl: { zh: '应形如 http://192.0.2.10:8080', en: 'Must be like http://192.0.2.10:8080' },
  terminalId: {
    zh: '与大厅配置一致：1 至 32 个字母、数字、- 或 _',
    en: 'As in the configuration of the hall: 1 to 32 letters, digits, - or _',
  },
  token: { zh: '由管理员签发，中间没有空格', en: 'Made by the administrator; no blanks inside' },
  leavePin: { zh: '取号机须设 6 至 12 位数字', en: 'A kiosk needs 6 to 12 digits' },
};

export const ROLE_NAMES: Readonly<Record<FirstSettings['role'], Text>> = {
  kiosk: { zh: '取号机', en: 'Kiosk' },
  window: { zh: '窗口终端（评价器、呼叫条）', en: 'Window terminal (pad, caller)' },
  pads: { zh: '多个窗口的呼叫器、评价器', en: 'Pads of several windows' },
  strip: { zh: '窗口条屏', en: 'LED strips' },
};

export const HALL_PROBLEMS: Readonly<Record<HallProblem, Text>> = {
  hallUnreachable: { zh: '连接不到大厅服务器，请检查地址和网络', en: 'The hall server cannot be reached' },
  tokenRefused: { zh: '大厅不接受该凭证', en: 'The hall refuses this token' },
  versionMismatch: { zh: '终端与大厅的版本不匹配', en: 'Terminal and hall are of versions that do not fit' },
  anotherTerminal: { zh: '该凭证不属于这个终端编号', en: 'The token is not that of this terminal id' },
  anotherRole: { zh: '大厅配置中该终端的用途不同', en: 'The hall has this terminal in another role' },
};
