import { writeNotApplicable } from '../interview/answer/whole-section.ts';
import { isOpen, sectionPath, slotAt } from '../interview/questions.ts';
import { suggestionFor } from '../interview/suggestion.ts';
import { extensionFor, valueFromText, valueText } from '../interview/value-text.ts';
import { isLeftBeside, type SlotReading } from '../judge/reading.ts';
import { Problem } from '../problem.ts';
import type { ShapedSlot, Value } from '../template/slot.ts';
import { truncateCells } from '../text/cells.ts';
import { printable } from '../text/printable.ts';
import { applySplices, type Splice, textIn } from '../text/range.ts';
import {
  type Effect,
  isWalking,
  readingOf,
  type Update,
  type Walking,
  withEffects,
  withNotice,
  withWalk,
} from './action.ts';
import { isKeepable, isTyped } from './conditions.ts';
import { equalValues, fieldValue, startField, startHistory } from './fields/fields.ts';
import { goOn, goTo, goToOpen } from './go.ts';
import { keyFor } from './keymap.ts';
import { roomOf } from './layout.ts';
import * as messages from './messages.ts';
import { withCursor } from './text-buffer.ts';
import { applyEdit, undoKeys, writeAnswer, writeTyped } from './write.ts';

/** The effects that keep what is typed as a draft, or delete the draft once the field is unchanged. */
export function draftEffects(before: Walking, after: Walking): Effect[] {
  const value = fieldValue(after.walk.field.now);
  if (equalValues(value, fieldValue(before.walk.field.now))) return [];
  if (!isTyped(after)) return [{ type: 'drop-draft', id: after.walk.id }];
  return [{ type: 'draft', id: after.walk.id, value }];
}

/** Writes the answer and stays. */
export function keepAnswer(state: Walking): Update {
  const [next, effects, outcome] = isTyped(state) ? writeTyped(state) : withoutLeftovers(state);
  if (outcome === 'written') return [withNotice(next, messages.keptInFile, 'good'), effects];
  if (outcome === 'unchanged' && next.notice === state.notice)
    return [withNotice(next, messages.nothingToKeepYet), effects];
  return [next, effects];
}

/** Writes an answer as it is, so that the template's text beside it is removed. */
function withoutLeftovers(state: Walking): ReturnType<typeof writeTyped> {
  const { id, field } = state.walk;
  const value = fieldValue(field.now);
  const slot = slotAt(readingOf(state), id);
  if (value === null || !slot || !isLeftBeside(slot)) return [state, [], 'unchanged'];
  return writeAnswer(state, id, { kind: 'value', value });
}

/** Accepts the text in the file as the answer. In the outline the selection stays; from the field it moves on. */
export function keepAsIs(state: Walking): Update {
  const { id, place } = state.walk;
  const slot = slotAt(readingOf(state), id);
  if (!slot) return [state, []];
  const refusal = refusalToKeep(state, slot);
  if (refusal !== null) return [withNotice(state, refusal, 'bad'), []];
  const [next, effects, outcome] = writeAnswer(state, id, { kind: 'keep' });
  if (outcome !== 'written') return [next, effects];
  const [there, more] = place === 'outline' ? ([next, []] as Update) : goToOpen(next, id);
  const notice = messages.keptAsIs(excerptOf(slot, state), undoKeys(state));
  return [withNotice(there, notice, 'good'), [...effects, ...more]];
}

/** Why a slot's text cannot be accepted; null if it can: an example, or the author's own incomplete text. */
function refusalToKeep(state: Walking, slot: SlotReading): string | null {
  const key = (name: 'field' | 'outline', act: string) => keyFor(state, name, act);
  if (isTyped(state)) return messages.otherTextTyped(key('field', 'keep-answer'));
  if (isKeepable(slot, state.walk.place)) return null;
  // In a text the same key cuts, and an empty cut must not accept anything.
  if (slot.state === 'partial') return messages.keepFromOutline(key('field', 'outline'), key('outline', 'keep-as-is'));
  if (!isOpen(slot)) return messages.answeredAlready;
  const notApplicable = key('outline', 'not-applicable');
  const ways =
    state.screen === 'walk' && state.walk.place === 'field'
      ? messages.typeOrNotApplicable(key('field', 'outline'), notApplicable)
      : messages.answerOrNotApplicable(key('outline', 'edit'), notApplicable);
  return slot.state === 'untouched' ? messages.onlyPlaceholder(ways) : messages.nothingToKeep(ways);
}

function excerptOf({ range }: SlotReading, { walk: { text } }: Walking): string {
  const line = textIn(text, range).replace(/\s+/g, ' ').trim();
  return printable(truncateCells(line, 32));
}

/** Inserts the suggestion into the field. */
export function takeSuggestion(state: Walking): Update {
  const slot = slotAt(readingOf(state), state.walk.id);
  const offered = slot && suggestionFor(slot, state);
  if (!offered) return [withNotice(state, messages.nothingOffered), []];
  const [taken, effects] = replaceField(state, slot.slot, offered.value);
  const now = taken.walk?.field.now;
  if (now?.kind !== 'code' || !isWalking(taken)) return [taken, effects];
  // The cursor starts at the beginning of the text.
  const fromStart = { ...now, buffer: withCursor(now.buffer, 0) };
  return [withWalk(taken, { field: { ...taken.walk.field, now: fromStart } }), effects];
}

/** Puts a value into the field, as one step that can be undone there. */
export function replaceField(state: Walking, slot: ShapedSlot, value: Value | null): Update {
  const { field } = state.walk;
  const now = startField(slot, value, roomOf(state));
  const next = withWalk(
    { ...state, notice: null },
    {
      place: 'field',
      field: { ...startHistory(now), past: [...field.past, field.now] },
    },
  );
  return [next, draftEffects(state, next)];
}

/** Takes the text that an editor left for a question: into its field, or, if that is not open, into a draft. */
export function takeEdited(state: Walking, id: string, text: string): Update {
  const { walk } = state;
  const slot = readingOf(state).slots.find((one) => one.id === id);
  if (!slot) return [withNotice(state, messages.editorAnswerHasNoQuestion, 'bad'), []];
  const value = valueFromText(slot.slot, text);
  if (id === walk.id) return replaceField(state, slot.slot, value);
  const field = startHistory(startField(slot.slot, value, roomOf(state)));
  const aside = withWalk(state, { kept: { ...walk.kept, [id]: field } });
  const notice = messages.editorAnswerKept(printable(slot.slot.ask));
  return [withNotice(aside, notice, 'good'), [{ type: 'draft', id, value }]];
}

export function openEditor(state: Walking): Update {
  const slot = slotAt(readingOf(state), state.walk.id);
  if (!slot) return [state, []];
  const text = valueText(slot.slot, fieldValue(state.walk.field.now));
  return [state, [{ type: 'edit', id: slot.id, text, extension: extensionFor(slot.slot) }]];
}

/** Undoes the last answer. The text is as it was, byte for byte. */
export function undoAnswer(state: Walking): Update {
  // A text that is typed but not written is the last answer: it is written first, so that it can be redone.
  const [written, effects, outcome] = writeTyped(state);
  if (outcome === 'asks' || outcome === 'blocked') return [written, effects];
  const change = written.walk.past.at(-1);
  if (!change) return [withNotice(written, messages.nothingToUndo), effects];
  const text = applySplices(written.walk.text, change.inverse);
  const walk = { ...written.walk, past: written.walk.past.slice(0, -1), future: [...written.walk.future, change] };
  const takenBack = messages.takenBack(keyFor(state, 'outline', 'redo'));
  return withEffects(effects, shown({ ...written, walk }, text, change.id, takenBack));
}

/** Redoes the answer that was undone last. */
export function redoAnswer(state: Walking): Update {
  const change = state.walk.future.at(-1);
  if (!change) return [withNotice(state, messages.nothingToRedo), []];
  const text = applySplices(state.walk.text, change.splices);
  const walk = { ...state.walk, past: [...state.walk.past, change], future: state.walk.future.slice(0, -1) };
  return shown({ ...state, walk }, text, change.id, messages.doneAgain(keyFor(state, 'outline', 'undo')));
}

function shown(state: Walking, text: string, id: string, notice: string): Update {
  const changed: Walking = { ...state, walk: { ...state.walk, text, save: 'saving' } };
  const save: Effect = { type: 'save', text };
  const screen = state.screen;
  const [next, effects] = goTo(changed, id, 'outline');
  return [withNotice({ ...next, screen }, notice, 'good'), [save, ...effects]];
}

/** Marks a section as not applicable. */
export function leaveSection(state: Walking, id: string, reason: string): Update {
  const reading = readingOf(state);
  const one = reading.sections.find((section) => section.id === id);
  if (!one) return [state, []];
  try {
    const splices = writeNotApplicable(reading, id, reason);
    return changeWhole(state, splices, messages.sectionNotApplicable(printable(sectionPath(one).at(-1)!)));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return [withNotice(state, printable([error.message, ...error.hints].join('. ')), 'bad'), []];
  }
}

/** Makes a change that is not an answer to one question, and selects an open question in the outline. */
export function changeWhole(state: Walking, splices: readonly Splice[], notice: string): Update {
  if (splices.length === 0) return [withNotice(state, messages.soAlready), []];
  const { text, id } = state.walk;
  const [next, effects] = applyEdit(state, id, null, { splices, text: applySplices(text, splices) });
  const waits = readingOf(next).slots.some((slot) => slot.id === id && isOpen(slot));
  const [there, more] = waits ? [next, []] : goOn(next, id);
  const shown = isWalking(there) ? withWalk(there, { place: 'outline' }) : next;
  return [withNotice(shown, messages.withUndo(notice, undoKeys(shown)), 'good'), [...effects, ...more]];
}
