// Every word that a ticket printer's condition is told in, for installers and staff: Chinese first, English second.
import type { DeviceErrorCode } from '../device-error.ts';

export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** One for each flag of a printer (escpos/status.ts). */
export const PRINTER_FLAG_WORDS = {
  drawerPinHigh: { zh: '钱箱引脚为高电平（与出票无关）', en: 'drawer pin is high (has no meaning for tickets)' },
  offline: { zh: '打印机脱机', en: 'printer is offline' },
  waitingForRecovery: { zh: '正在等待恢复联机', en: 'waiting to come online again' },
  feedButtonPressed: { zh: '走纸键被按下', en: 'feed button is pressed' },
  coverOpen: { zh: '机盖打开', en: 'cover is open' },
  feedingByButton: { zh: '正在按键走纸', en: 'paper is being fed by the button' },
  stoppedByPaperEnd: { zh: '因缺纸停止打印', en: 'printing stopped: no paper' },
  errorOccurred: { zh: '发生错误', en: 'an error occurred' },
  mechanicalError: {
    zh: '机械错误位（各厂含义不同，仅显示）',
    en: 'mechanical error bit (differs by maker, shown only)',
  },
  cutterError: { zh: '切刀错误', en: 'cutter error' },
  unrecoverable: { zh: '不可恢复的错误，需断电检修', en: 'unrecoverable error: switch off, service needed' },
  recoversByItself: { zh: '打印头过热等，冷却后自动恢复', en: 'head hot or alike, recovers by itself' },
  paperNearEnd: { zh: '纸将用尽', en: 'paper near its end' },
  paperEnd: { zh: '缺纸', en: 'no paper' },
} as const satisfies Record<string, Words>;

export const ARTWORK_WORDS = {
  canvasMissing: {
    zh: '本机没有绘图库：字库外的字打印为 □，不打印徽标',
    en: 'no drawing library on this computer: characters outside the ROM are printed as □, no logo',
  },
  fontUnusable: {
    zh: 'fontFile 不是可用的字体文件，改用系统字体',
    en: 'fontFile is no usable font; the system’s fonts draw',
  },
  logoUnusable: {
    zh: 'logoFile 不是可用的图片，号票不印徽标',
    en: 'logoFile is no usable picture; tickets have no logo',
  },
  paperFileUnusable: {
    zh: 'paperFile 无法写入，重新启动后用纸量从头计',
    en: 'paperFile cannot be written; the count of paper begins anew after a restart',
  },
} as const satisfies Record<string, Words>;

/** What an installer should look at. */
export const PRINTER_FAULT_WORDS: Record<DeviceErrorCode, Words> = {
  portUnavailable: {
    zh: '端口打不开：检查线缆、端口名、是否被其他程序占用、权限',
    en: 'the port cannot be opened: cable, name of the port, another program, permission',
  },
  portLost: { zh: '线路断开，恢复后自动重连', en: 'the line is gone; it is taken up again by itself' },
  noReply: {
    zh: '打印机没有应答：检查电源、波特率、收发线；只写线路请设 profile: writeOnly',
    en: 'no answer: power, baud rate, crossed wires; for a write-only line set profile: writeOnly',
  },
  badReply: {
    zh: '有应答但不是 ESC/POS 状态：检查波特率、是否接错设备、打印机命令集是否为 ESC/POS',
    en: 'it answers, but not in ESC/POS: baud rate, another device on this port, the printer’s command set',
  },
  deviceBusy: { zh: '打印机仍在处理上一张', en: 'the printer is still busy with an earlier ticket' },
  deviceRefused: {
    zh: '号票内容无法打印：二维码或条码过大',
    en: 'the ticket cannot be printed: QR symbol or bar code too large',
  },
  deviceFault: { zh: '打印机报告错误，未说明原因', en: 'the printer reports an error without a cause' },
  addressConflict: { zh: '总线上地址重复', en: 'an address is used twice on the bus' },
  wrongDevice: { zh: '端口上接的是别的设备', en: 'another device is plugged in at this port' },
  ambiguousDevice: {
    zh: '有多台设备符合设置：请用序列号或插口位置指定',
    en: 'several devices fit the setting: name one by its serial number or its socket',
  },
  paperOut: { zh: '缺纸：请换纸卷', en: 'no paper: put in a roll' },
  coverOpen: { zh: '机盖打开：请合上', en: 'the cover is open: close it' },
  cutterError: { zh: '切刀卡住：断电后清除卡纸', en: 'the cutter is stuck: switch off and clear the paper' },
  unrecoverable: {
    zh: '不可恢复的错误：断电重启，仍有则检修',
    en: 'unrecoverable error: switch off and on; if it stays, service',
  },
  offline: { zh: '打印机脱机或过热，稍后自动恢复', en: 'offline or hot; it comes back by itself' },
};
