import { defineConfig } from 'vitest/config';
import tally from './test/tally.ts';

const shared = { testTimeout: 30_000, hookTimeout: 60_000, setupFiles: ['test/set-up.ts'] };

export default defineConfig({
  test: {
    reporters: ['default', tally],
    projects: [
      {
        test: {
          ...shared,
          name: 'parts',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/terminal/**', 'test/check/**'],
        },
      },
      {
        test: {
          ...shared,
          name: 'program',
          include: ['test/{terminal,check}/**/*.test.ts'],
          globalSetup: ['test/terminal/fresh-build.ts'],
        },
      },
    ],
  },
});
