// A port whose name cannot be understood, in words for whoever wrote it: each kind of line has a form of its own.
import { DeviceError } from '../device-error.ts';
import { readerPort } from '../id-card-reader/reader-port.ts';
import type { Words } from '../ticket-printer/texts.ts';
import { closedPortWords } from './texts.ts';
import { ToolTrouble } from './tool-trouble.ts';

const FORMS = {
  network: {
    zh: '地址写得不对：应为 主机:端口，如 192.0.2.8:5005；缺少端口号，或端口号不在 1 到 65535 之内',
    en: 'the address is not right: host:port, as in 192.0.2.8:5005; the port number is missing or not within 1 to 65535',
  },
  reader: {
    zh: '身份证阅读器的写法：usb:（任一已知型号）、usb:厂商:产品（如 usb:0400:c35a）、hid:厂商:产品（如 hid:0483:5750）或 hid:设备路径',
    en: 'ID-card readers are usb: (any known one), usb:vendor:product as in usb:0400:c35a, hid:vendor:product as in hid:0483:5750, or hid: and the path of the device',
  },
  wrongKind: {
    zh: '这种端口不能接这种设备：usb: 和 hid: 只用于身份证阅读器。USB 打印机写 /dev/usb/lp0 或 lp: 加设备路径，串口写设备路径（/dev/ttyUSB0、COM3），网络写 tcp://主机:端口，条屏还可写 udp://主机:端口',
    en: 'this kind of port is not for this kind of device: usb: and hid: are for ID-card readers only. A USB printer is /dev/usb/lp0 or lp: and its path, a serial port its path (/dev/ttyUSB0, COM3), the network tcp://host:port, for strips also udp://host:port',
  },
  any: {
    zh: '看不懂这个端口：串口写设备路径（/dev/ttyUSB0、COM3），USB 打印机写 /dev/usb/lp0，网络写 tcp://主机:端口 或 udp://主机:端口；身份证阅读器还可写 usb: 或 hid:厂商:产品',
    en: 'this port cannot be understood: a path (/dev/ttyUSB0, COM3), /dev/usb/lp0 for a USB printer, tcp://host:port or udp://host:port; for ID-card readers also usb: or hid:vendor:product',
  },
} as const satisfies Record<string, Words>;

/** Any speed: what is asked is whether the name has a form. */
const ANY_BAUD_RATE = 9600;

/** Null where the name itself can be understood, so that something else is wrong. */
export function portNameTrouble(spec: string): ToolTrouble | null {
  try {
    readerPort(spec, { baudRate: ANY_BAUD_RATE });
    return null;
  } catch (error) {
    if (!(error instanceof DeviceError)) throw error;
    return new ToolTrouble('portName', closedPortWords(spec, FORMS[formOf(spec)]));
  }
}

/** Of a port that a driver does not take and an ID-card reader's would; null where something else is wrong. */
export function wrongKindOfPort(spec: string): ToolTrouble | null {
  if (formOf(spec) !== 'reader') return null;
  return new ToolTrouble('portName', closedPortWords(spec, FORMS.wrongKind));
}

function formOf(spec: string): keyof typeof FORMS {
  if (/^(?:tcp|udp|ws):\/\//.test(spec)) return 'network';
  return /^(?:usb|hid):/.test(spec) ? 'reader' : 'any';
}
