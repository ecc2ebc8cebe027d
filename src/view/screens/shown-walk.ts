import { isOptional, pathOf, questionsOf, slotAt } from '../../interview/questions.ts';
import { isGap, type Reading } from '../../judge/reading.ts';
import { keepLast } from '../../text/memo.ts';
import { readingOf, type Walking } from '../../wizard/action.ts';
import { isTyped } from '../../wizard/conditions.ts';
import { outlineRowsOf, rowOfSlot } from '../../wizard/outline.ts';
import * as messages from '../messages.ts';
import type { Span } from '../paint.ts';
import type { HeaderTexts } from './header-rows.ts';
import type { QuestionPlace, ShownOutline } from './walk-layout.ts';

/** The outline of a spec as plain data. */
export function shownOutline({ walk }: Walking, reading: Reading): ShownOutline {
  return outlineAt(reading, walk.id, walk.place === 'outline');
}

/** The outline of a large spec takes a while, and a key that is typed changes nothing in it. */
const outlineAt = keepLast((reading: Reading, id: string, active: boolean): ShownOutline => {
  const sections = outlineRowsOf(reading);
  return {
    sections,
    here: rowOfSlot(sections, id),
    active,
    gaps: reading.slots.filter(isGap).length,
  };
});

/** The place of the current question, even if its slot disappears once the typed text is written. */
export function questionPlace(state: Walking, typed: Reading): QuestionPlace {
  return placeIn(typed, readingOf(state), state.walk.id);
}

const placeIn = keepLast((typed: Reading, written: Reading, id: string): QuestionPlace => {
  const reading = typed.slots.some((slot) => slot.id === id) ? typed : written;
  const slot = slotAt(reading, id);
  return { path: slot ? pathOf(reading, slot) : [], position: positionOf(id, reading) };
});

/** `question 12 of 52`, and whether it may be left. */
function positionOf(id: string, reading: Reading): string {
  const questions = questionsOf(reading);
  const at = questions.findIndex((question) => question.id === id);
  if (at < 0) return '';
  const question = isOptional(questions[at]!) ? messages.optionalNumber : messages.questionNumber;
  return question(at + 1, questions.length);
}

/** The content of the two rows at the top. `reading` includes what is being typed. */
export function shownHeader(state: Walking, { meter }: Reading): HeaderTexts {
  return { path: state.walk.path, meter, save: saveState(state) };
}

function saveState(state: Walking): Span {
  const { save, kept, writer } = state.walk;
  if (save === 'failed') return { text: messages.notSaved, tone: 'bad' };
  if (writer !== null) return { text: messages.readOnly, tone: 'warn' };
  if (isTyped(state) || Object.keys(kept).length > 0)
    return { text: state.walk.place === 'field' ? messages.typing : messages.unsaved, tone: 'warn' };
  return {
    text: save === 'new' ? messages.noFileYet : save === 'saving' ? messages.saving : messages.saved,
    tone: 'dim',
  };
}
