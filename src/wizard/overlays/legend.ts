import type { Sign } from '../outline.ts';

/** What each sign means. */
export const LEGEND: readonly (readonly [sign: Sign, meaning: string])[] = [
  ['●', 'answered'],
  ['◐', 'partly'],
  ['○', 'not yet'],
  ['?', 'an example still stands'],
  ['!', 'put off (TBD)'],
  ['–', 'does not apply'],
];
