// The count of paper is kept where a roll is named, and nothing else of the configuration is touched.
import { expect, test } from 'vitest';
import type { DeviceSetting } from '../wire/devices.ts';
import { withPaperFile } from './paper-file.ts';

const printer = (options: Record<string, unknown>): DeviceSetting => ({
  ...{ kind: 'ticketPrinter', model: 'escpos', port: 'memory:printer', options },
});
const optionsOf = (device: DeviceSetting) => withPaperFile([device], '/data')[0]?.options;

test('a printer with a roll keeps its count in the data folder, across restarts', () => {
  expect(optionsOf(printer({ rollMm: 80_000 }))).toEqual({ rollMm: 80_000, paperFile: '/data/printer-paper.json' });
});

test('a file of the configuration’s own, no roll, a roll that is no number, another device: left as they are', () => {
  const own = printer({ rollMm: 80_000, paperFile: '/srv/paper.json' });
  const reader: DeviceSetting = { ...printer({ rollMm: 1 }), kind: 'idCardReader' };
  for (const device of [own, printer({}), printer({ rollMm: 0 }), printer({ rollMm: 'long' }), reader])
    expect(optionsOf(device)).toEqual(device.options);
});
