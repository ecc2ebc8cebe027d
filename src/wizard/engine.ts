import type { Reading } from '../judge/reading.ts';
import type { Answer } from '../template/slot.ts';
import type { Template } from '../template/template.ts';
import type { Splice } from '../text/range.ts';

/** What a change would break in the document around it, and a change that would not, where one is known. */
export interface Broken {
  /** One line, for people. */
  message: string;
  repair: { label: string; splices: Splice[] } | null;
}

/** The core as the wizard calls it: pure functions, handed in. */
export interface Engine {
  /** A spec's text judged against its template. Raises Problem for text beyond the limits. */
  read: (text: string, template: Template) => Reading;
  /** The splices that write an answer; none where nothing changes. Raises Problem for what cannot be written. */
  answer: (reading: Reading, id: string, answer: Answer) => Splice[];
  /** What the splices of an answer would break outside themselves; null where they are safe. */
  guard: (reading: Reading, id: string, splices: readonly Splice[]) => Broken | null;
  /** How a variable's name will be written, each form once and in how many places; empty for other slots. */
  forms: (reading: Reading, id: string, typed: string) => { token: string; text: string; places: number }[];
  /** Another copy of a repeatable section, and where its first question is; null where it cannot be repeated. */
  repeat: (reading: Reading, sectionId: string) => { splices: Splice[]; id: string | null } | null;
  /** The splices that leave an optional section out; null where it cannot be left out. */
  omit: (reading: Reading, sectionId: string) => Splice[] | null;
}

/** The engine with its last readings kept, so that asking twice costs once. */
export function remembering(engine: Engine): Engine {
  const readings = new WeakMap<Template, Map<string, Reading>>();
  const read = (text: string, template: Template): Reading => {
    const known = readings.get(template) ?? new Map<string, Reading>();
    readings.set(template, known);
    const reading = known.get(text) ?? engine.read(text, template);
    known.delete(text);
    known.set(text, reading);
    if (known.size > 6) known.delete(known.keys().next().value!);
    return reading;
  };
  return { ...engine, read };
}
