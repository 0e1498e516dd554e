// A module that reads when a line of text asks it to: one event per card, silence is no card, the trigger as configured.
import { expect, test, vi } from 'vitest';
import { memoryLine } from '../../port/memory-port.ts';
import { openIdCardReader } from '../open-id-card-reader.ts';
import { SdtReaderSimulator } from './simulator.ts';
import { LI, WANG } from './testing/simulated-people.ts';

const READ_LI = `cardRead ${LI.idNumber}`;

function bench(name: string, options: Record<string, unknown>, trigger: string) {
  vi.useFakeTimers();
  const line = memoryLine(name);
  const simulator = new SdtReaderSimulator(line.devicePort());
  simulator.quirks.trigger = trigger;
  const reader = openIdCardReader({ model: 'textTriggered', port: `memory:${name}`, options });
  const told: string[] = [];
  reader.onEvent((event) => {
    if (event.type === 'cardRead') told.push(`cardRead ${event.card.idNumber}`);
    else if (event.type === 'cardTrouble') told.push(event.trouble);
    else told.push(event.type === 'status' ? event.status.state : event.type);
  });
  simulator.start();
  reader.start();
  const close = async () => {
    await reader.stop();
    await simulator.stop();
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  };
  return { line, simulator, told, close };
}

test.each([
  ['answers "no card" or nothing', {}, 'D&C00040101', false],
  ['reads a card that lies there again and again', {}, 'D&C00040101', true],
  ['wants an end of line', { terminator: '\r\n' }, 'D&C00040101\r\n', false],
  ['has a trigger of its own, in hex', { trigger: '02414203', encoding: 'hex' }, '\x02AB\x03', false],
])('a module that %s: one event per card', async (name, options, trigger, findsAgain) => {
  const { simulator, told, close } = bench(`triggered ${name}`.replaceAll(/\W/g, '-').slice(0, 60), options, trigger);
  simulator.quirks.findsAgain = findsAgain;
  simulator.lay(LI);
  await vi.advanceTimersByTimeAsync(1000);
  expect(told).toEqual(['ready', READ_LI]);
  simulator.quirks.isSilent = true;
  simulator.lift();
  await vi.advanceTimersByTimeAsync(20_000);
  simulator.quirks.isSilent = false;
  simulator.lay(WANG);
  await vi.advanceTimersByTimeAsync(5000);
  expect(told.slice(0, 4)).toEqual(['ready', READ_LI, 'cardLifted', `cardRead ${WANG.idNumber}`]);
  await close();
});

test('trouble with a card and a module that failed are told; the plug pulled and put back', async () => {
  const { line, simulator, told, close } = bench('triggered-troubles', {}, 'D&C00040101');
  simulator.quirks.authFails = true;
  simulator.lay(LI);
  await vi.advanceTimersByTimeAsync(1000);
  expect(told).toEqual(['ready', 'layAgain']);
  simulator.quirks.authFails = false;
  line.unplug();
  await vi.advanceTimersByTimeAsync(3000);
  line.replug();
  simulator.lay(LI);
  await vi.advanceTimersByTimeAsync(5000);
  expect(told).toEqual(['ready', 'layAgain', 'fault', 'ready', READ_LI]);
  await close();
});

test.each([
  { trigger: '' },
  { trigger: '读卡' },
  { encoding: 'hex' },
  { encoding: 'hex', trigger: '0' },
  { encoding: 'gbk' },
  { parity: 'even' },
])('%o is refused in words', (options) => {
  expect(() => openIdCardReader({ model: 'textTriggered', port: 'memory:refused', options })).toThrow(RangeError);
});
