import { answer } from '../interview/answer.ts';
import { readSpec } from '../judge/read.ts';
import type { Reading } from '../judge/reading.ts';
import { isTyped } from './conditions.ts';
import { fieldProblem, fieldValue } from './fields/fields.ts';
import { readingOf, type Walking } from './update-result.ts';

/** Longer texts are not judged anew with each key, in UTF-16 code units: meters and preview then follow each answer. */
const LONGEST = 300_000;

/** The spec judged as though what is being typed were written already: what meters and preview show. */
export function withTyped(state: Walking): Reading {
  const reading = readingOf(state);
  const { id, field, template } = state.walk;
  if (reading.document.text.length > LONGEST) return reading;
  const value = isTyped(state) && fieldProblem(field.now) === null ? fieldValue(field.now) : null;
  if (value === null) return reading;
  try {
    const { text, broken } = answer(reading, id, { kind: 'value', value });
    return broken === null ? readSpec(text, template) : reading;
  } catch {
    // Half an answer may be one that cannot be written.
    return reading;
  }
}
