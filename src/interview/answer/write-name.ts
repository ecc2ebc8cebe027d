import type { Reading } from '../../judge/reading.ts';
import type { Variable } from '../../template/template.ts';
import { readTitle } from '../../template/title.ts';
import type { Splice } from '../../text/range.ts';
import { fillNames } from './names.ts';
import { renameSplices } from './rename.ts';

/** One way in which a name will be written: what stands there now, in how many places, and what will. */
export interface WrittenForm {
  token: string;
  text: string;
  places: number;
}

/**
 * Each way in which a name will be written, with the tokens that it replaces, or the older name where none is left; in
 * the order of the text. Empty for a slot that asks for no name.
 */
export function writtenForms(reading: Reading, id: string, name: string): WrittenForm[] {
  const variable = reading.template.variables.find(({ slot }) => slot.id === id);
  if (!variable) return [];
  const { text } = reading.document;
  const seen = new Map<string, WrittenForm>();
  for (const splice of writeName(reading, variable, name)) {
    const token = text.slice(splice.start, splice.end);
    const key = `${token}\n${splice.text}`;
    const form = seen.get(key) ?? { token, text: splice.text, places: 0 };
    seen.set(key, { ...form, places: form.places + 1 });
  }
  return [...seen.values()];
}

/** The splices that write a variable's name: into its tokens, or where none is left, in place of the older name. */
export function writeName(reading: Reading, variable: Variable, name: string): Splice[] {
  const slot = reading.slots.find(({ id }) => id === variable.slot.id);
  if (slot?.site?.form !== 'names') return [];
  const { places } = slot.site;
  if (places.length > 0) return fillNames(reading.document, variable, reading.template, places, name);
  if (typeof slot.value !== 'string') return [];
  // The name is told by a heading, which may have a number before it.
  const { number } = readTitle(slot.value);
  const known = slot.value.slice(number.length);
  const wanted = name.startsWith(number) ? name.slice(number.length) : name;
  return known === wanted ? [] : renameSplices(reading, variable, known, wanted);
}
