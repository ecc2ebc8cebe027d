import { mayRepeat } from '../interview/answer/whole-section.ts';
import { removeGuidance, withoutLabel } from '../interview/guidance.ts';
import { isOpen, sectionOf, slotAt } from '../interview/questions.ts';
import { suggestionFor } from '../interview/suggestion.ts';
import type { SlotReading } from '../judge/reading.ts';
import { readingOf, type Walking } from './action.ts';
import { equalValues, fieldValue } from './fields/fields.ts';
import type { AskOverlay, FindOverlay } from './overlays/overlay.ts';

/** Whether the field has changed since it was entered. */
export function isTyped({ walk: { field, begun } }: Walking): boolean {
  return !equalValues(fieldValue(field.now), begun);
}

/** Whether the empty field shows a suggestion. */
export function isSuggestionShown(state: Walking): boolean {
  const { now } = state.walk.field;
  const slot = slotHere(state);
  return slot !== null && 'buffer' in now && now.buffer.text === '' && (suggestionFor(slot, state)?.shown ?? '') !== '';
}

/** Whether there is no suggestion to take, or it is shown in the field and has its own keys. */
export function hasNothingToTake(state: Walking): boolean {
  const slot = slotHere(state);
  return slot === null || isTyped(state) || !suggestionFor(slot, state) || isSuggestionShown(state);
}

/** Whether the text in the file cannot be accepted as it is. */
export function hasNothingToKeep(state: Walking): boolean {
  const slot = slotHere(state);
  return slot === null || isTyped(state) || !isKeepable(slot, state.walk.place);
}

/** Whether a slot's text can be accepted: an example, and in the outline also the author's own incomplete text. */
export function isKeepable({ state }: SlotReading, place: Walking['walk']['place']): boolean {
  return state === 'unconfirmed' || (state === 'partial' && place === 'outline');
}

/** Whether the question is a name, which is never left out. */
export function isName(state: Walking): boolean {
  return slotHere(state)?.slot.kind === 'variable';
}

/** Whether the question is open, with a suggestion in its empty field. */
export function isSuggestionOnly(state: Walking): boolean {
  const slot = slotHere(state);
  return slot !== null && isOpen(slot) && fieldValue(state.walk.field.now) === null && isSuggestionShown(state);
}

/** Whether there is no answer to undo. */
export function hasNothingToUndo({ walk }: Walking): boolean {
  return walk.past.length === 0;
}

/** Whether no step of the field can be undone. */
export function hasNoFieldStep({ walk }: Walking): boolean {
  return walk.field.past.length === 0;
}

/** The number of places of a spec with guidance of the template that may be removed. */
export function guidancePlaces(state: Walking): number {
  return removeGuidance(readingOf(state))?.splices.length ?? 0;
}

/** Whether none of the template's guidance can be removed. */
export function hasNoGuidance(state: Walking): boolean {
  return guidancePlaces(state) === 0;
}

/** Whether every section has the present form of its template. */
export function hasPresentForm(state: Walking): boolean {
  return readingOf(state).sections.every(({ drift }) => drift === null);
}

/** Whether a search is active whose results can be visited. */
export function isSearching({ walk }: Walking): boolean {
  return walk.search !== '';
}

/** Whether the template has the section only once. */
export function isNotRepeated(state: Walking): boolean {
  const section = sectionOf(readingOf(state), state.walk.id);
  return !section || !mayRepeat(readingOf(state), section);
}

/** Whether the section must not be left out, or is missing. */
export function cannotBeLeftOut(state: Walking): boolean {
  const reading = readingOf(state);
  const slot = slotAt(reading, state.walk.id);
  const section = sectionOf(reading, state.walk.id);
  return !(slot && withoutLabel(reading, slot)) && !(section?.section.optional && section.found);
}

/** Whether a path is asked for, which can be completed. */
export function isPathAsked({ about }: AskOverlay): boolean {
  return about.what === 'template-path' || about.what === 'save-as';
}

export function isSearched({ line }: FindOverlay): boolean {
  return line.text !== '';
}

function slotHere(state: Walking): SlotReading | null {
  return slotAt(readingOf(state), state.walk.id);
}
