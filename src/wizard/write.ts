import { type Candidate, candidateFor, type Edit } from '../interview/answer.ts';
import { isOpen, slotAt } from '../interview/questions.ts';
import { readSpec } from '../judge/read.ts';
import type { Reading } from '../judge/reading.ts';
import { Problem } from '../problem.ts';
import type { Answer, Value } from '../template/slot.ts';
import { sentence } from '../text/casing.ts';
import { changesBetween } from '../text/diff.ts';
import { keepLast } from '../text/memo.ts';
import { printable } from '../text/printable.ts';
import { invertSplices, type Splice } from '../text/range.ts';
import { type Effect, readingOf, type Update, type Walking, withNotice, withWalk } from './action.ts';
import { isTyped } from './conditions.ts';
import { equalValues, fieldProblem, fieldValue, writableValue } from './fields/fields.ts';
import { keyFor } from './keymap.ts';
import * as messages from './messages.ts';
import { chooseOverlay, textOverlay } from './overlays/overlay.ts';

/**
 * The result of writing. `written`: the text changed. `unchanged`: there was nothing to write. `blocked`: the answer
 * cannot be written, and the notice says what can. `asks`: a dialog is open.
 */
type Outcome = 'written' | 'unchanged' | 'blocked' | 'asks';

/** Writes what is typed, if it is an answer and differs from the current one. */
export function writeTyped(state: Walking): [Walking, Effect[], Outcome] {
  const { id, field } = state.walk;
  if (!isTyped(state)) return [state, [], 'unchanged'];
  const value = fieldValue(field.now);
  if (value === null) {
    const dropped: Effect[] = [{ type: 'drop-draft', id }];
    return [withNotice(forgotten(state), messages.leftEmpty), dropped, 'unchanged'];
  }
  const problem = fieldProblem(field.now);
  if (problem !== null) return [withNotice(state, problem, 'bad'), [], 'blocked'];
  const [next, effects, outcome] = writeAnswer(state, id, { kind: 'value', value });
  if (outcome !== 'unchanged') return [next, effects, outcome];
  const slot = slotAt(readingOf(state), id);
  // An example that is answered unchanged is meant to stay.
  if (slot?.state === 'unconfirmed') return writeAnswer(state, id, { kind: 'keep' });
  if (slot?.slot.kind !== 'variable') {
    const same = forgotten(next);
    return [slot && isOpen(slot) ? withNotice(same, messages.stillTheTemplates) : same, effects, outcome];
  }
  // A name without a placeholder cannot be distinguished from the words around it.
  return [withNotice(state, messages.nameIsThere(undoKeys(state)), 'bad'), [], 'blocked'];
}

/** The state in which the field holds nothing that the file lacks: what is typed is not kept aside. */
function forgotten(state: Walking): Walking {
  return withWalk(state, { begun: fieldValue(state.walk.field.now) });
}

/** The keys that take an answer back, as messages name them. */
export function undoKeys(state: Walking): string {
  const undo = keyFor(state, 'outline', 'undo');
  return state.walk.place === 'outline' ? undo : `${keyFor(state, 'field', 'outline')}, then ${undo}`;
}

/** Writes an answer to a slot, unless it would break the document around it: then it asks. */
export function writeAnswer(state: Walking, id: string, answer: Answer): [Walking, Effect[], Outcome] {
  const reading = readingOf(state);
  let candidate: Candidate;
  try {
    candidate = candidateFor(reading, id, answer);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return [withNotice(state, printable([error.message, ...error.hints].join(' ')), 'bad'), [], 'blocked'];
  }
  const { splices, broken, repair } = candidate;
  if (splices.length === 0) return [state, [{ type: 'drop-draft', id }], 'unchanged'];
  if (broken === null) return [...applyEdit(state, id, answer, candidate), 'written'];
  const ways = [
    ...(repair ? [{ key: 'r', name: 'repair', label: repair.label }] : []),
    { key: 'e', name: 'edit', label: messages.goOnEditing },
    { key: 'w', name: 'anyway', label: messages.writeAsIs },
  ];
  const overlay = chooseOverlay(
    { what: 'broken', id, answer, candidate },
    messages.wouldBreak,
    [sentence(broken)],
    ways,
  );
  return [{ ...state, overlay }, [], 'asks'];
}

/** Changes the text, remembers how to take it back, and saves. */
export function applyEdit(
  state: Walking,
  id: string,
  answer: Answer | null,
  { splices, text }: Edit,
): [Walking, Effect[]] {
  const { walk } = state;
  const inverse = invertSplices(walk.text, splices).map(standalone);
  const change = { id, answer, splices, inverse };
  return [
    {
      ...state,
      walk: {
        ...walk,
        text,
        begun: answer && id === walk.id ? fieldValue(walk.field.now) : walk.begun,
        kept: answer ? without(walk.kept, id) : walk.kept,
        save: 'saving',
        past: [...walk.past, change],
        future: [],
        skipped: walk.skipped.filter((one) => one !== id),
      },
    },
    [{ type: 'save', text }, ...(answer ? [{ type: 'drop-draft', id } as const] : [])],
  ];
}

/** A slice of a text keeps the whole text in memory; a copy of the slice does not. */
function standalone(splice: Splice): Splice {
  return { ...splice, text: JSON.parse(JSON.stringify(splice.text)) as string };
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  const { [key]: _gone, ...rest } = record;
  return rest;
}

/** The spec judged as if the typed text were already in it. */
export function withTyped(state: Walking): Reading {
  const { id, begun, field } = state.walk;
  return withAnswer(readingOf(state), id, begun, writableValue(field.now));
}

/** Longer texts, in UTF-16 code units, are not judged in a pause: meters and preview follow each answer. */
const LONGEST = 300_000;

/** The spec judged with what was typed when typing last paused: what meters and preview show. */
export function shownReading(state: Walking): Reading {
  const { id, begun, judged, text } = state.walk;
  return withAnswer(readingOf(state), id, begun, text.length > LONGEST ? null : judged);
}

/** The spec with an answer that differs from the one that its field began with. */
const withAnswer = keepLast((reading: Reading, id: string, begun: Value | null, value: Value | null): Reading => {
  if (value === null || equalValues(value, begun)) return reading;
  try {
    const { text, broken } = candidateFor(reading, id, { kind: 'value', value });
    return broken === null ? readSpec(text, reading.template) : reading;
  } catch {
    // An unfinished answer may be one that cannot be written.
    return reading;
  }
});

/** Leaves the wizard by choice: what is typed is written first. */
export function quit(state: Walking): Update {
  const [written, effects, outcome] = writeTyped(state);
  if (outcome === 'asks') return [written, effects];
  return [written, [...effects, { type: 'quit', code: 0 }]];
}

/** Shows what changed since the spec was opened; what is being typed counts as written. */
export function showChanges(state: Walking): Update {
  const lines = changesBetween(state.walk.opened, withTyped(state).document.text);
  if (lines.length === 0) return [withNotice(state, messages.nothingChanged), []];
  const title = isTyped(state) ? messages.whatChangedAndTyped : messages.whatChanged;
  return [{ ...state, overlay: textOverlay(title, lines) }, []];
}
