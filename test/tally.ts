import type { Reporter } from 'vitest/node';

/** Ends a run with one plain line that scripts can read: how many tests passed and failed. */
const tally: Reporter = {
  onTestRunEnd(modules, errors) {
    let passed = 0;
    let failed = errors.length;
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') passed++;
        if (state === 'failed') failed++;
      }
      if (module.state() === 'failed' && module.errors().length > 0) failed++;
    }
    process.on('exit', () => console.log(`${passed} passed, ${failed} failed`));
  },
};

export default tally;
