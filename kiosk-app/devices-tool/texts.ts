// Every sentence that `npm run devices -- page` says on the command line, Chinese first.

export const TOOL_PAGE_TEXTS = {
  usage: {
    zh: '  page [--config terminal.json] [--port 端口]... [--page-port N]        设备自检网页（仅本机）；无配置时查找各端口上的设备',
    en: '  page [--config terminal.json] [--port PORT]... [--page-port N]  the self-test as a page on this computer; finds devices without a configuration',
  },
  makePinUsage: {
    zh: '  make-pin                                                        生成 terminal.json 里 shell.leavePin 的一行（工作人员密码）',
    en: '  make-pin                                                        the line for shell.leavePin in terminal.json (the PIN of staff)',
  },
  noPin: { zh: '密码应为 6 到 12 位数字', en: 'a PIN is 6 to 12 digits' },
  open: {
    zh: '设备自检，用本机浏览器打开（按 Ctrl-C 结束）：',
    en: 'Self-test, open it in a browser on this computer (Ctrl-C ends it):',
  },
  badConfig: { zh: '终端配置不能用：', en: 'The configuration of the terminal cannot be used:' },
  pagePortBusy: {
    zh: '网页端口被占用：换一个 --page-port，或不写（自动选空闲端口）',
    en: 'the port of the page is taken: another --page-port, or none for a free one',
  },
  configAndPorts: {
    zh: '--config 与 --port 不能同时用：配置里已写明端口',
    en: '--config and --port do not go together: the configuration names the ports',
  },
  stopTerminal: {
    zh: '先停止该终端再自检：一个端口同时只能由一个程序使用。',
    en: 'Stop the terminal first: a port belongs to one program.',
  },
  silence: {
    zh: '没有应答：检查电源、线缆、波特率。评价器、呼叫器只在按键时说话，条屏多数不应答：用 --config 测试',
    en: 'nothing answers: power, cable, baud rate. Pads speak only when a key is pressed, many strips never: try them with --config',
  },
  padsFound: {
    zh: '评价器或呼叫器在此。把它写入 terminal.json（地址、窗口），用 --config 测试',
    en: 'pads are here. Write them into terminal.json (address, window) and try them with --config',
  },
} as const;
