import { isAsked, sectionPath } from '../interview/questions.ts';
import type { Reading, SectionReading, SlotReading, State } from '../judge/reading.ts';
import { sum } from '../text/group.ts';
import * as messages from './messages.ts';

/** A row of the outline: a section, with the progress of everything in it. */
export interface OutlineRow {
  title: string;
  /** 0 at the top. */
  depth: number;
  sign: Sign;
  answered: number;
  required: number;
  /** The first question in it or below it; null if there is none. */
  first: string | null;
  /** Its first open question; null if there is none. */
  open: string | null;
  own: readonly string[];
}

/** A state as a sign: ● answered · ◐ partly · ○ not yet · ? the template's example · ! pending · – does not apply. */
export type Sign = '●' | '◐' | '○' | '?' | '!' | '–';

export const SIGNS: Readonly<Record<State, Sign>> = {
  answered: '●',
  boilerplate: '●',
  partial: '◐',
  missing: '○',
  empty: '○',
  untouched: '○',
  unconfirmed: '?',
  pending: '!',
  'not-applicable': '–',
};

/** The outline of a spec: every section of its template that has a question, itself or below it. */
export function outlineRowsOf(reading: Reading): OutlineRow[] {
  const rows = reading.sections.map((section, index) => rowOf(section, below(reading, index)));
  return rows.filter((row) => row.first !== null);
}

/** The row of the section with a slot; -1 if there is none. */
export function rowOfSlot(rows: readonly OutlineRow[], id: string): number {
  return rows.findIndex(({ own }) => own.includes(id));
}

function rowOf(section: SectionReading, family: readonly SectionReading[]): OutlineRow {
  const path = section.section.path;
  const slots = family.flatMap((one) => one.slots).filter(isAsked);
  const answered = sum(family.map(({ meter }) => meter.answered));
  const required = sum(family.map(({ meter }) => meter.required));
  return {
    title: sectionPath(section).at(-1)!,
    depth: Math.max(0, path.length - 1),
    sign: family.length > 1 || section.slots.length > 1 ? shared(slots) : SIGNS[section.state],
    answered,
    required,
    first: slots[0]?.id ?? null,
    open: slots.find(({ required, state }) => required && SIGNS[state] !== '●' && SIGNS[state] !== '–')?.id ?? null,
    own: section.slots.map(({ id }) => id),
  };
}

function below(reading: Reading, index: number): SectionReading[] {
  const { path } = reading.sections[index]!.section;
  const family = [reading.sections[index]!];
  if (path.length === 0) return family;
  for (const section of reading.sections.slice(index + 1)) {
    if (section.section.path.length <= path.length) break;
    family.push(section);
  }
  return family;
}

/** The sign for several slots. Slots that are meant to stay do not count. */
function shared(slots: readonly SlotReading[]): Sign {
  const telling = slots.filter(({ state }) => state !== 'boilerplate');
  const signs = (telling.length > 0 ? telling : slots).map(({ state }) => SIGNS[state]);
  const kinds = new Set(signs);
  kinds.delete('–');
  if (kinds.size === 0) return signs.length > 0 ? '–' : '●';
  return kinds.size === 1 ? [...kinds][0]! : '◐';
}

export const LEGEND: readonly (readonly [sign: Sign, meaning: string])[] = [
  ['●', 'answered'],
  ['◐', 'partly'],
  ['○', messages.notYet],
  ['?', messages.stillExample],
  ['!', messages.putOff],
  ['–', messages.doesNotApply],
];
