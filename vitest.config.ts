// The one test runner: `unit` runs beside the code; `side-by-side` and `journeys` start real processes and Chromium.
import { defineConfig } from 'vitest/config';

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

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**', 'test/journeys/**'],
          // Half of a test's time it waits for lines and processes: one worker fewer than cores leaves a small machine idle.
          maxWorkers: 2,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'side-by-side',
          include: SIDE_BY_SIDE,
          // They wait for their processes a third of the time.
          maxWorkers: 3,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'journeys',
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
