import type { BareSlot } from './bare-slot.ts';
import { conceptsOf, Phrases } from './languages/index.ts';
import { isInstruction } from './phrasing.ts';

const OTHER_SECTIONS = new Phrases('otherSections');
const EXAMPLE_SECTIONS = new Phrases('exampleSections');

/**
 * Whether a section of a template only speaks of sections: which others there may be, or what one may look like. It asks
 * for nothing, and nobody misses it. One with sections below it is a real one.
 */
export function isAboutSections(title: string, hasChildren: boolean): boolean {
  return !hasChildren && (OTHER_SECTIONS.isWhole(title) || EXAMPLE_SECTIONS.isWhole(title));
}

/** A section's slots, less those that stay: all of one that only speaks of sections, and a licence's statements. */
export function withFixed(slots: BareSlot[], title: string, aboutSections: boolean): BareSlot[] {
  if (aboutSections) return slots.map((slot) => ({ ...slot, boilerplate: true, lapses: false }));
  if (!conceptsOf(title).includes('licence')) return slots;
  return slots.map((slot) => (isStatementOnly(slot) ? { ...slot, boilerplate: true, lapses: false } : slot));
}

function isStatementOnly({ shape, units }: BareSlot): boolean {
  return (
    shape.form === 'prose' &&
    units.every(({ tokens, pattern }) => tokens.length === 0 && !isInstruction(pattern.text))
  );
}
