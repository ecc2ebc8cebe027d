import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import tally from './test/tally.ts';

/** After so long, in milliseconds, a test hangs; a busy machine is no reason to fail, so it is far more than any needs. */
const HANG = 180_000;

const shared = {
  // A third of the time went into loading the same modules for each file.
  isolate: false,
  testTimeout: HANG,
  hookTimeout: HANG,
  expect: { poll: { timeout: HANG / 3 } },
  setupFiles: ['test/set-up.ts'],
  globalSetup: ['test/temporary-files.ts'],
};

export default defineConfig({
  test: {
    // Much of the time passes in terminals that wait: two cores do the work of three workers.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    // On a busy machine the processes of the tests end late.
    teardownTimeout: HANG,
    reporters: ['default', tally],
    projects: [
      {
        test: {
          ...shared,
          name: 'parts',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/terminal/**', 'test/check/**', 'test/security/**'],
        },
      },
      {
        test: {
          ...shared,
          name: 'program',
          include: ['test/{terminal,check,security}/**/*.test.ts'],
          globalSetup: [...shared.globalSetup, 'test/terminal/fresh-build.ts'],
        },
      },
    ],
  },
});
