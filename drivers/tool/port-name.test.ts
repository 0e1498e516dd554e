// What an installer reads of a port that he wrote wrong: the form of that kind of line, and nothing of a form that is right.
import { expect, it } from 'vitest';
import { portOf } from './arguments.ts';
import { driverOf } from './driver-status.ts';
import { openLedStrip } from '../led-strip/open-led-strip.ts';
import { openTicketPrinter } from '../ticket-printer/open-ticket-printer.ts';
import { lookSettings } from './look-settings.ts';
import { portNameTrouble } from './port-name.ts';

it.each([
  ['udp://foo', '应为 主机:端口', 'host:port, as in 192.0.2.8:5005'],
  ['tcp://192.0.2.8:0', '应为 主机:端口', 'not within 1 to 65535'],
  ['tcp://:9100', '应为 主机:端口', 'host:port'],
  ['usb:0400', 'usb:厂商:产品', 'usb:vendor:product'],
  ['hid:', 'hid:厂商:产品', 'hid:vendor:product'],
  ['http://192.0.2.8', '网络写 tcp://主机:端口', 'for ID-card readers also usb: or hid:vendor:product'],
  ['lp:printer', 'USB 打印机写 /dev/usb/lp0', '/dev/usb/lp0 for a USB printer'],
  [' ', '串口写设备路径', 'a path'],
])('"%s": %s', (spec, zh, en) => {
  const trouble = portNameTrouble(spec);
  expect(trouble).toMatchObject({ code: 'portName' });
  expect([trouble?.words.zh, trouble?.words.en]).toEqual([expect.stringContaining(zh), expect.stringContaining(en)]);
});

it.each(['/dev/ttyUSB0', 'COM3', 'tcp://printer.hall:9100', 'udp://[2001:db8::8]:5005', 'usb:', 'hid:0483:5750'])(
  '%s is a port',
  (spec) => {
    expect(portNameTrouble(spec)).toBeNull();
  },
);

it.each([
  ['ticketPrinter', 'usb:', (port: string) => openTicketPrinter({ model: 'escpos', port })],
  ['ledStrip', 'hid:0483:5750', (port: string) => openLedStrip({ model: 'onbon', port, options: {} })],
])('a %s on %s: words of the tool, none of the driver', (_, spec, open) => {
  const opened = () => driverOf(spec, () => open(spec));
  expect(opened).toThrow(expect.objectContaining({ code: 'portName' }));
  const zh = expect.stringMatching(/^(usb:|hid:0483:5750)：这种端口不能接这种设备[^]*lp: 加设备路径/) as unknown;
  const en = expect.stringContaining('for ID-card readers only') as unknown;
  expect(opened).toThrow(expect.objectContaining({ words: { zh, en } }));
});

it('the name is blamed before the driver is asked, and not for another setting', () => {
  expect(() => portOf('udp://foo', 9600)).toThrow(expect.objectContaining({ code: 'portName' }));
  const strip = (port: string, options: Record<string, unknown>) => () =>
    driverOf(port, () => openLedStrip({ model: 'onbon', port, options }));
  expect(strip('udp://foo', {})).toThrow(expect.objectContaining({ code: 'portName' }));
  expect(strip('udp://192.0.2.8:5005', { widthDots: -1 })).toThrow(expect.objectContaining({ code: 'badSetting' }));
  expect(strip('udp://192.0.2.8:5005', { serialNumber: 'A1' })).toThrow(
    expect.objectContaining({ code: 'badSetting' }),
  );
  expect(() => portOf('tcp://192.0.2.8:9100', 9600, { serialNumber: 'A1' })).toThrow(
    expect.objectContaining({ code: 'usage' }),
  );
});

it('a setting of status is refused as the driver refuses it', () => {
  const settings = (options: Record<string, unknown>) => lookSettings('onbon', 'udp://192.0.2.8:5005', options, 57_600);
  expect(settings({ screenAddress: 7 })).toEqual({ screenAddress: 7, baudRate: 57_600 });
  expect(() => settings({ screenAdress: 7 })).toThrow(expect.objectContaining({ code: 'badSetting' }));
});
