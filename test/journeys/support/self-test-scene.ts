// A self-test with everything on it: a sound reader, a printer that has trouble, results of every button.
import type { StaffView } from '../../../kiosk-app/wire/self-test.ts';

export const SELF_TEST_SCENE: Extract<StaffView, { state: 'selfTest' }> = {
  state: 'selfTest',
  devices: [
    {
      kind: 'idCardReader',
      model: 'sdt',
      port: '/dev/serial/by-id/usb-Silicon_Labs_CP2102_0001-if00-port0',
      identity: 'Silicon Labs CP2102 0001 10c4:ea60',
      remarks: [
        {
          code: 'ready',
          kind: 'good',
          zh: '阅读器正常，安全模块有应答',
          en: 'the reader works, its security module answers',
        },
      ],
      facts: [{ zh: '安全模块号', en: 'Security module', value: '05.01-20151086-0000012345-1234567890' }],
      steps: [
        { step: 'samStatus', ms: 9 },
        { step: 'samId', ms: 14 },
        { step: 'findCard', ms: 41 },
        { step: 'selectCard', ms: 38 },
        { step: 'readCard', ms: 640 },
        { step: 'readNewAddress', ms: 22 },
      ],
      lineCheck: {
        code: 'answers',
        isGood: true,
        zh: '身份证阅读器（SDT）在此，12 毫秒后应答',
        en: 'an ID-card reader (SDT) is here and answered after 12 ms',
      },
    },
    {
      kind: 'ticketPrinter',
      model: 'escpos',
      port: 'tcp://192.0.2.7:9100',
      identity: null,
      remarks: [
        { code: 'paperOut', kind: 'fault', zh: '缺纸：请换纸卷', en: 'no paper: put in a roll' },
        { code: 'offline', kind: 'fault', zh: '打印机脱机', en: 'printer is offline' },
        { code: 'paperEnd', kind: 'fault', zh: '缺纸', en: 'no paper' },
        { code: 'paperNearEnd', kind: 'warning', zh: '纸将用尽', en: 'paper near its end' },
      ],
      facts: [{ zh: '本卷已用', en: 'Used of this roll', value: '61.4 m' }],
      steps: [],
      lineCheck: null,
    },
  ],
  work: {
    card: {
      state: 'read',
      card: { name: '演***', idNumber: '990100********0014', steps: [{ step: 'readCard', ms: 640 }] },
    },
    print: { state: 'over', outcome: 'failedBeforePrint', code: 'paperOut', ms: 12 },
    evaluationPads: { state: 'idle' },
    callPads: 'idle',
    strips: 'idle',
    bundle: { state: 'saved', file: '/var/lib/jiaohao/kiosk-1/support/support-2026-11-23T02-42-00-000Z.json' },
    isCheckingLines: false,
  },
};

const [READER, PRINTER] = SELF_TEST_SCENE.devices;

/** As much as three devices have to say at once: long names, every fact, and a line that nobody answers on. */
export const FULL_SELF_TEST_SCENE: StaffView = {
  ...SELF_TEST_SCENE,
  devices: [
    ...(READER === undefined ? [] : [READER]),
    {
      kind: 'documentScanner',
      model: 'serial',
      port: '/dev/serial/by-id/usb-Honeywell_1950_S_N_2012345678-if00',
      identity: 'Honeywell 1950 2012345678 0c2e:0aaa',
      remarks: [
        { code: 'ready', kind: 'good', zh: '端口已打开，等待扫码', en: 'the line is open, waiting for a scan' },
      ],
      facts: [{ zh: '最近一次扫描', en: 'Last scan', value: '12 秒前 12 s ago' }],
      steps: [],
      lineCheck: {
        code: 'lineOpen',
        isGood: true,
        zh: '端口已打开，等待扫码',
        en: 'the line is open, waiting for a scan',
      },
    },
    ...(PRINTER === undefined
      ? []
      : [
          {
            ...PRINTER,
            lineCheck: {
              code: 'noConnection',
              isGood: false,
              zh: 'tcp://192.0.2.7:9100：连接不上：检查地址、端口号、网线、设备电源，以及是否已有别的程序连着（多数设备一次只接一个连接）',
              en: 'tcp://192.0.2.7:9100: no connection: address, port number, cable, power, and whether another program is connected (most devices take one)',
            },
          },
        ]),
  ],
};
