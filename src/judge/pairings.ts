import type { Document, Section } from '../markdown/document.ts';
import { plainTitle } from '../markdown/inline.ts';
import type { ShapedSlot } from '../template/slot.ts';
import type { TemplateSection } from '../template/template.ts';
import { unique } from '../text/casing.ts';
import { excerpt } from '../text/fold.ts';
import { rangeOf } from '../text/range.ts';
import { positionAt } from '../text/source.ts';
import { titleIn } from './align/heading-title.ts';
import type { Guess } from './align.ts';
import type { RecordedPair } from './mark.ts';
import { isGap, type Reading, type SectionReading, type SlotReading } from './reading.ts';
import { PARAGRAPH } from './slot-reading.ts';

/** The option for none of the headings. */
export const NO = 'No';
const YES = 'Yes';

/** The most headings that are offered for one section. */
const MOST_OFFERED = 3;

/**
 * A reading with an additional question for each missing section that one of the author's headings may answer: "Is this
 * your section …?". It does not count, but is asked before the section's own questions. Once the author has decided, it
 * has that answer.
 */
export function withPairingQuestions(reading: Reading): Reading {
  const { sections, mark, guesses } = reading;
  const recorded = mark?.headings ?? [];
  if (guesses.length === 0 && recorded.length === 0) return reading;
  const offered = offersOf(guesses);
  const ids = new Set(reading.slots.map(({ id }) => id));
  const lacking = gapsBelow(sections);
  for (const section of sections) {
    if (section.id !== section.section.id) continue;
    const value = recordedFor(recorded, section);
    const headings = value === YES ? [section.found!] : section.found ? [] : (offered.get(section.section) ?? []);
    if (headings.length === 0 && value === null) continue;
    const state = value !== null ? 'answered' : lacking.has(section.section) ? 'empty' : 'missing';
    const id = unique(`${section.id}/heading`, ids);
    const asked = { ...pairingSlot(reading.document, section.section, headings, id), state, value } as const;
    section.slots = [asked, ...(value === null ? section.slots.map((one) => mentioning(one, asked)) : section.slots)];
  }
  return { ...reading, slots: sections.flatMap(({ slots }) => slots) };
}

/** The heading that the author chose for a section; null if none was chosen or it is gone. */
function recordedFor(recorded: readonly RecordedPair[], { id, found }: SectionReading): string | null {
  const pair = recorded.find(({ section }) => section === id);
  if (!pair) return null;
  if (pair.title === null) return NO;
  return found && titleIn(found).key === pair.title ? YES : null;
}

/** The headings to offer for each section: each heading for its likeliest section. */
function offersOf(guesses: readonly Guess[]): Map<TemplateSection, Section[]> {
  const offers = new Map<TemplateSection, Section[]>();
  const taken = new Set<Section>();
  for (const { section, heading } of guesses) {
    const known = offers.get(section) ?? [];
    if (taken.has(heading) || known.length >= MOST_OFFERED) continue;
    taken.add(heading);
    offers.set(section, [...known, heading]);
  }
  return offers;
}

/** The sections of a template with a gap in them or below them. */
function gapsBelow(sections: readonly SectionReading[]): ReadonlySet<TemplateSection> {
  const lacking = new Set<TemplateSection>();
  for (const { section, slots } of sections)
    if (slots.some(isGap))
      for (let above: TemplateSection | null = section; above; above = above.parent) lacking.add(above);
  return lacking;
}

function pairingSlot(
  document: Document,
  section: TemplateSection,
  headings: readonly Section[],
  id: string,
): SlotReading {
  const named = headings.map((heading) => excerpt(plainTitle(heading.title)));
  const expected = excerpt(plainTitle(section.title));
  const [only, another] = named;
  const slot: ShapedSlot = {
    ...PARAGRAPH,
    id,
    kind: 'choice',
    section: section.id,
    ask:
      only !== undefined && another === undefined
        ? `Is your section “${only}” the template's “${expected}”?`
        : `Is one of your sections the template's “${expected}”?`,
    help: headings.map((heading, index) => `“${named[index]}” ${placeOf(document, heading)}`).join('\n\n'),
    options: named.length === 1 ? [YES, NO] : [...named, NO],
    shape: { form: 'pairing', titles: headings.map((heading) => titleIn(heading).key) },
    allow: named,
  };
  const [first] = headings;
  return {
    slot,
    site: { form: 'insert', at: document.text.length },
    id,
    state: 'empty',
    required: false,
    rule: 'likely-section',
    range: null,
    evidence: first?.heading ? rangeOf(first.heading) : null,
    value: null,
    text: only ?? '',
    beside: [],
    message: first ? `may be “${only}” in line ${lineOf(document, first)}` : '',
    fix: 'Say whether it is.',
    reason: null,
  };
}

function placeOf(document: Document, heading: Section): string {
  const text = excerpt(
    document.text.slice(heading.own.start, Math.min(heading.own.end, heading.own.start + 2000)),
    200,
  );
  const line = `stands in line ${lineOf(document, heading)}`;
  return text === '' ? `${line}.` : `${line}: ${text}`;
}

function lineOf(document: Document, heading: Section): number {
  return positionAt(document.starts, heading.start).line;
}

/** A gap in a missing section, with a mention of the heading that may be the section. */
function mentioning(slot: SlotReading, pairing: SlotReading): SlotReading {
  if (slot.rule !== 'missing-section') return slot;
  return {
    ...slot,
    message: `${slot.message}, or it ${pairing.message}`,
    fix: `Answer “${pairing.id}”, or add the section and answer it.`,
  };
}
