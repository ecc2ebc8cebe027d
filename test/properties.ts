import fc from 'fast-check';

/** Sizes a property of fast-check: so many runs in a test run, with SOAK=1 (npm run soak) sixty times as many. */
export function runs(count: number): { numRuns: number } {
  return { numRuns: process.env.SOAK ? 60 * count : count };
}

/** Any character of Unicode, NUL included. The unit `binary` of fast-check takes a second to list them all. */
export const anyCharacter = fc
  .integer({ min: 0, max: 0x10ffff })
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code));
