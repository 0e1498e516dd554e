// The one test runner: `unit` runs beside the code; `side-by-side` and `journeys` start real processes and Chromium.
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Each with processes, ports and a Chromium of its own, and not in a hurry: these may run beside each other. */
const SIDE_BY_SIDE = [
  'caller*',
  'electron*',
  'kiosk',
  'kiosk-*',
  'operations',
  'packaging-*',
  'pads-and-strips',
  'screens-*',
].map((name) => `test/journeys/${name}.test.ts`);

/** What is waited for comes at once on a quiet machine; a busy one is no fault of ours. */
const EXPECT = { poll: { timeout: 20_000 } };

/** A minute and more each: begun last, they would be waited for by workers with nothing left to do. */
const LONG = [
  'test/simulation/simulation',
  'test/journeys/kiosk',
  'test/journeys/operations',
  'test/journeys/electron',
];

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification): boolean => LONG.some((part) => moduleId.includes(part));
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongFirst },
    projects: [
      {
        test: {
          name: 'unit',
          expect: EXPECT,
          include: ['**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**', 'test/journeys/**'],
          // A third of a test's time it waits for lines and processes: as many workers as cores leave a small machine idle.
          maxWorkers: 3,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'side-by-side',
          expect: EXPECT,
          include: SIDE_BY_SIDE,
          maxWorkers: 3,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'journeys',
          expect: EXPECT,
          include: ['test/journeys/**/*.test.ts'],
          exclude: ['**/node_modules/**', ...SIDE_BY_SIDE],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
