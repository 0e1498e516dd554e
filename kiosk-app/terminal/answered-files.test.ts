// Which devices get a file for their answered ratings, and where it lies.
import { expect, it } from 'vitest';
import type { DeviceSetting } from '../wire/devices.ts';
import { withAnsweredFiles } from './answered-files.ts';

const pad = (more: Partial<DeviceSetting> = {}): DeviceSetting => ({
  ...{ kind: 'evaluationPad', model: 'android', port: 'listen:3348', options: { windowNumber: '5' } },
  ...more,
});
const fileOf = (device: DeviceSetting): unknown => withAnsweredFiles([device], '/data')[0]?.options['answeredFile'];

it('each window’s Android pad has one of its own in the data folder, unless the configuration names one', () => {
  expect(fileOf(pad())).toBe('/data/ratings-answered.json');
  expect(fileOf(pad({ windowId: 'w05' }))).toBe('/data/ratings-w05-answered.json');
  expect(fileOf(pad({ options: { windowNumber: '5', answeredFile: '/srv/mine.json' } }))).toBe('/srv/mine.json');
});

it('pads that name no rating have none', () => {
  const bus = pad({ model: 'bus485', port: '/dev/ttyUSB0', options: { address: 1 } });
  expect(withAnsweredFiles([bus], '/data')).toEqual([bus]);
});
