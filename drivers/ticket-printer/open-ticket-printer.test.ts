// A terminal's configuration makes a printer, or says which part of it is wrong.
import { expect, it } from 'vitest';
import { openTicketPrinter } from './open-ticket-printer.ts';

it('makes a printer that has not touched its port', () => {
  const printer = openTicketPrinter({ model: 'escpos', port: 'tcp://192.0.2.7:9100', options: { widthDots: 384 } });
  expect(printer.status).toEqual({ state: 'starting' });
});

it.each<[string, string, Record<string, unknown>, string]>([
  ['laser', 'memory:p', {}, 'model "laser"'],
  ['escpos', 'http://printer', {}, 'tcp://host:port'],
  ['escpos', '/dev/ttyS0', { baudRate: '9600' }, 'baudRate'],
  ['escpos', '/dev/ttyS0', { baudRate: 1 }, 'baudRate'],
  ['escpos', 'memory:p', { widthDots: 1 }, 'widthDots'],
  ['escpos', 'memory:p', { paper: 'thick' }, 'paper'],
])('%s on %s with %j is refused by name', (model, port, options, named) => {
  expect(() => openTicketPrinter({ model, port, options })).toThrow(named);
});
