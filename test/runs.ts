/** Sizes a property of fast-check: so many runs in a test run, with SOAK=1 (npm run soak) twenty times as many. */
export function runs(count: number): { numRuns: number } {
  return { numRuns: process.env.SOAK ? 20 * count : count };
}
