// Mistakes in a terminal's configuration are named with their field and what is expected; secrets are not repeated.
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { recordedLog } from '../browser/testing/recorded-log.ts';
import { readTerminalConfig, readToken } from './read-config.ts';
import { BadTerminalConfig, isLine, parseTerminalConfig } from './terminal-config.ts';

const GOOD = {
  terminalId: 'K1',
  role: 'kiosk',
  hallUrl: 'http://192.0.2.10:8080',
  tokenFile: '/somewhere/k1.token',
  dataFolder: '/somewhere/k1',
  devices: [{ kind: 'ticketPrinter', model: 'escpos', port: '/dev/ttyUSB0', options: { baudRate: 9600 } }],
};

const folder = () => mkdtempSync(join(tmpdir(), 'jiaohao-config-'));

test('a good one, with what may be left out', () => {
  expect(parseTerminalConfig(GOOD)).toMatchObject({ listen: { host: '127.0.0.1', port: 0 } });
  const device = { kind: 'idCardReader', model: 'sdt', port: 'COM3' };
  expect(parseTerminalConfig({ ...GOOD, devices: [device] }).devices).toEqual([{ ...device, options: {} }]);
});

test.each([
  [{ terminalId: 'K 1' }, 'terminalId: 1 至 32 位字母、数字、- 或 _，以字母或数字开头 / 1 to 32 letters'],
  [{ role: 'desk' }, 'role: '],
  [{ hallUrl: 'localhost:8080' }, 'hallUrl: an address like http://'],
  [{ hallUrl: undefined }, 'hallUrl: an address like http://'],
  [{ devices: [{ ...GOOD.devices[0], port: '' }] }, 'devices[0].port: '],
  [{ devices: [{ ...GOOD.devices[0], baudRate: 1 }] }, 'devices[0]: '],
  [{ devices: [GOOD.devices[0], GOOD.devices[0]] }, 'devices[1].kind: one ticketPrinter at a terminal'],
  [{ role: 'window' }, 'devices[0].kind: a window terminal has an evaluationPad and a callPad, no ticketPrinter'],
  [{ listen: { host: '0.0.0.0' } }, 'listen.host: '],
  [{ listen: { port: 70_000 } }, 'listen.port: '],
  [{ shell: { display: -1 } }, 'shell.display: '],
  [{ shell: { leavePin: '1234' } }, 'shell.leavePin: the line that'],
  [{ shell: { kiosk: false } }, 'shell: '],
  [{ colour: 'red' }, '(whole file): '],
  [{ ticketTemplate: 'ticket.json' }, /^ticketTemplate: 无效输入.* \/ .*object/m],
  [{ ticketTemplate: { blocks: [{ type: 'picture' }] } }, 'ticketTemplate.blocks[0].type: '],
  [{ ticketTemplate: { blocks: [{ type: 'text', text: '{name}' }] } }, 'blocks[0].text: 没有名为 {name} 的字段'],
  [
    { ticketTemplate: { blocks: [{ type: 'text', text: '{ticketNumber}', width: 7 }] } },
    'ticketTemplate.blocks[0].width: 最长的票号在此字号下宽 672 点，纸宽只有 576 点',
  ],
  [{ role: 'window', devices: [], ticketTemplate: { blocks: [{ type: 'rule' }] } }, 'ticketTemplate: 只有取号机'],
])('%j is refused, naming the field', (change, message) => {
  const bad = { ...GOOD, ...change };
  expect(() => parseTerminalConfig(bad)).toThrow(BadTerminalConfig);
  expect(() => parseTerminalConfig(bad)).toThrow(message);
});

test('anything else is refused too, and never with another error', () => {
  fc.assert(
    fc.property(fc.anything(), (input) => {
      expect(() => parseTerminalConfig(input)).toThrow(BadTerminalConfig);
    }),
  );
});

test('a file: paths are relative to it, data lies beside the token', () => {
  const here = folder();
  const written = { ...GOOD, tokenFile: 'secrets/k1.token', dataFolder: undefined };
  writeFileSync(join(here, 'k1.json'), JSON.stringify(written));
  expect(readTerminalConfig(join(here, 'k1.json'))).toMatchObject({
    tokenFile: join(here, 'secrets/k1.token'),
    dataFolder: join(here, 'secrets/terminal-K1'),
    shell: {},
  });
});

test('the folder for logs is relative to the file too', () => {
  const here = folder();
  writeFileSync(join(here, 'k1.json'), JSON.stringify({ ...GOOD, shell: { logFolder: 'words', display: 1 } }));
  expect(readTerminalConfig(join(here, 'k1.json')).shell).toEqual({ logFolder: join(here, 'words'), display: 1 });
});

test('a ticket template in a file of its own, and files of devices, are relative to the file too', () => {
  const here = folder();
  const printer = { ...GOOD.devices[0], options: { logoFile: 'pictures/logo.png', widthDots: 384 } };
  const written = { ...GOOD, devices: [printer], ticketTemplate: 'ticket.json' };
  writeFileSync(join(here, 'k1.json'), JSON.stringify(written));
  const read = () => readTerminalConfig(join(here, 'k1.json'));
  expect(read).toThrow(/^ticketTemplate: .*ticket\.json cannot be read \(ENOENT\)$/);
  writeFileSync(join(here, 'ticket.json'), '{"blocks": [');
  expect(read).toThrow(/^ticketTemplate: .*ticket\.json is not JSON/);
  writeFileSync(join(here, 'ticket.json'), '{"blocks": [{"type": "text", "text": "{ticketNumber}", "width": 5}]}');
  expect(read).toThrow('ticketTemplate.blocks[0].width: 最长的票号在此字号下宽 480 点，纸宽只有 384 点');
  writeFileSync(join(here, 'ticket.json'), '{"blocks": [{"type": "logo"}]}');
  const { ticketTemplate, devices } = read();
  expect(ticketTemplate).toEqual({ blocks: [{ type: 'logo' }] });
  expect(devices[0]?.options).toEqual({ logoFile: join(here, 'pictures/logo.png'), widthDots: 384 });
});

test('a file that is not there, not JSON, or not an object', () => {
  const here = folder();
  expect(() => readTerminalConfig(join(here, 'none.json'))).toThrow(/none\.json cannot be read \(ENOENT\)/);
  writeFileSync(join(here, 'half.json'), '{"terminalId": ');
  expect(() => readTerminalConfig(join(here, 'half.json'))).toThrow(/is not JSON/);
  writeFileSync(join(here, 'typo.json'), '{\n  "secret": "not-a-real-secret" x\n}');
  expect(() => readTerminalConfig(join(here, 'typo.json'))).toThrow(/typo\.json is not JSON(: line 2, column 33)?$/);
  writeFileSync(join(here, 'list.json'), '[]');
  expect(() => readTerminalConfig(join(here, 'list.json'))).toThrow(/expected one JSON object/);
});

test('the token: trimmed, one word, and said when others can read it', () => {
  const tokenFile = join(folder(), 'k1.token');
  const config = { ...parseTerminalConfig(GOOD), tokenFile };
  const { log, text } = recordedLog();
  expect(() => readToken(config, log)).toThrow(/tokenFile: .*ENOENT/);
  writeFileSync(tokenFile, '  secret-token \n', { mode: 0o600 });
  expect(readToken(config, log)).toBe('secret-token');
  expect(text()).toBe('');
  chmodSync(tokenFile, 0o644);
  readToken(config, log);
  expect(text()).toMatch(/chmod 600/);
  writeFileSync(tokenFile, 'two words');
  expect(() => readToken(config, log)).toThrow(/one token and nothing else/);
  expect(text()).not.toContain('secret-token');
});

describe('terminals that serve several windows', () => {
  const strip = (windowId?: string) => ({
    ...{ kind: 'ledStrip', model: 'onbon', port: 'udp://192.0.2.8:5005' },
    ...(windowId === undefined ? {} : { windowId }),
  });
  const pad = (kind: string, windowId: string) => ({ kind, windowId, model: 'bus485', port: '/dev/ttyUSB0' });

  it('have one device of a kind for each window', () => {
    const strips = parseTerminalConfig({ ...GOOD, role: 'strip', devices: [strip('w01'), strip('w02')] });
    expect(isLine(strips)).toBe(true);
    const devices = [pad('callPad', 'w01'), pad('evaluationPad', 'w01'), pad('callPad', 'w02')];
    expect(parseTerminalConfig({ ...GOOD, role: 'pads', devices }).devices).toHaveLength(3);
    expect(isLine(parseTerminalConfig(GOOD))).toBe(false);
  });

  it.each([
    ['strip', [strip()], 'devices[0].windowId: the window that it belongs to'],
    ['strip', [strip('w01'), strip('w01')], 'devices[1].kind: one ledStrip at a window'],
    ['strip', [pad('callPad', 'w01')], 'devices[0].kind: a strip terminal has ledStrips, no callPad'],
    ['pads', [strip('w01')], 'devices[0].kind: a pads terminal has evaluationPads and callPads, no ledStrip'],
    ['window', [pad('callPad', 'w01')], 'devices[0].windowId: a window terminal knows its place from the hall'],
  ])('%s with %j is refused, naming the field', (role, devices, message) => {
    expect(() => parseTerminalConfig({ ...GOOD, role, devices })).toThrow(message);
  });
});

describe('one port for two devices', () => {
  const at = (kind: string, model: string, port: string, more: object = {}) => ({ kind, model, port, ...more });
  const refusalOf = (role: string, devices: readonly object[]): string => {
    try {
      parseTerminalConfig({ ...GOOD, role, devices });
      return 'none';
    } catch (error) {
      if (!(error instanceof BadTerminalConfig)) throw error;
      return error.message;
    }
  };
  const serialNumber = (value: string) => ({ options: { serialNumber: value } });

  it.each([
    ['kiosk', [at('idCardReader', 'sdt', '/dev/ttyUSB0'), at('ticketPrinter', 'escpos', '/dev/ttyUSB0')]],
    ['kiosk', [at('idCardReader', 'sdt', 'COM3'), at('ticketPrinter', 'escpos', 'com3')]],
    [
      'kiosk',
      [at('idCardReader', 'sdt', 'tcp://192.0.2.7:4001'), at('ticketPrinter', 'escpos', 'tcp://192.0.2.7:4001')],
    ],
    ['window', [at('callPad', 'bus485', '/dev/ttyS0'), at('evaluationPad', 'keyboard', '/dev/ttyS0')]],
    [
      'kiosk',
      [
        at('idCardReader', 'sdt', '/dev/ttyUSB*', serialNumber('A1')),
        at('documentScanner', 'serial', '/dev/ttyUSB*', serialNumber('A1')),
      ],
    ],
  ])('is refused by name at a %s (%#)', (role, devices) => {
    expect(refusalOf(role, devices)).toContain('devices[1].port: devices[0] has this port');
  });

  it.each([
    ['window', [at('callPad', 'bus485', '/dev/ttyS0'), at('evaluationPad', 'bus485', '/dev/ttyS0')]],
    ['strip', [1, 2].map((nth) => at('ledStrip', 'onbon', 'udp://192.0.2.8:5005', { windowId: `w0${nth}` }))],
    ['pads', [1, 2].map((nth) => at('evaluationPad', 'android', 'listen:3348', { windowId: `w0${nth}` }))],
    [
      'kiosk',
      [
        at('idCardReader', 'sdt', '/dev/ttyUSB*', serialNumber('A1')),
        at('documentScanner', 'serial', '/dev/ttyUSB*', serialNumber('B2')),
      ],
    ],
  ])('is right for what shares a line at a %s (%#)', (role, devices) => {
    expect(refusalOf(role, devices)).toBe('none');
  });
});
