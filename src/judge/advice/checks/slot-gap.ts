import { isGap } from '../../reading.ts';
import type { Check } from './check.ts';

/** Something required in the section, or below it, is not answered. */
export const slotGap: Check = (_reading, sections) => sections.some(({ slots }) => slots.some(isGap));
