import type { Check } from './check.ts';

/** The section is not there at all. */
export const sectionMissing: Check = (_reading, sections) =>
  sections[0]!.found === null && sections[0]!.state !== 'boilerplate';
