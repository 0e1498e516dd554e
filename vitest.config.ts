// The one test runner: `unit` runs beside the code, `screens` opens pages with the test in the hall's place, `journeys` starts real processes.
import { defineConfig } from 'vitest/config';

/** One page at a time in a Chromium of its own, no process of ours: these files may run beside each other. */
const SCREENS = [
  'kiosk-screens',
  'kiosk-worst',
  'caller-looks',
  'screens-boards',
  'screens-windows',
  'screens-clerk',
  'screens-language',
].map((name) => `test/journeys/${name}.test.ts`);

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**', 'test/journeys/**'],
          testTimeout: 60_000,
        },
      },
      {
        test: { name: 'screens', include: SCREENS, maxWorkers: 2, testTimeout: 120_000, hookTimeout: 120_000 },
      },
      {
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          exclude: ['**/node_modules/**', ...SCREENS],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
