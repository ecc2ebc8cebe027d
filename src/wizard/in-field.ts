import { slotAt } from '../interview/questions.ts';
import { suggestionFor } from '../interview/suggestion.ts';
import { draftOf, keepAnswer, keepAsIs, openEditor, take } from './answering.ts';
import { pressEdited } from './fields/edited.ts';
import { moveOn } from './go.ts';
import { pressInOutline } from './in-outline.ts';
import { actFor, type Press, withoutAlt } from './key.ts';
import { type ActOf, KEYS } from './keymap.ts';
import { fieldWidth } from './layout.ts';
import { back } from './moves.ts';
import { readingOf, type Update, type Walking, withWalk } from './update-result.ts';

type Do = (state: Walking) => Update;

/** A press in a field: the editor's, else the walk's. */
export function pressInField(state: Walking, press: Press): Update {
  const room = { width: fieldWidth(state.size.columns), today: state.facts.today };
  const step = pressEdited(state.walk.field, press, room);
  if (step.next === 'unhandled') {
    const act = actFor(KEYS.field, press);
    if (isRight(press) && offersGhost(state)) return take(state);
    if (act === null && press.kind === 'chord' && (press.chord === 'enter' || press.chord === 'tab')) {
      return moveOn(state);
    }
    return act === null ? escaped(state, press) : IN_FIELD[act](state);
  }
  const next = withWalk({ ...state, notice: null }, { field: step.state });
  const effects = draftOf(state, next);
  if (step.next === 'stay') return [next, effects];
  const [moved, more] = step.next === 'done' ? moveOn(next) : back(next);
  return [moved, [...effects, ...more]];
}

function isRight(press: Press): boolean {
  return press.kind === 'chord' && press.chord === 'right';
}

/** Whether an answer is offered where the cursor is: in the empty field, where → goes into it as into a text. */
function offersGhost(state: Walking): boolean {
  const { now } = state.walk.field;
  const slot = slotAt(readingOf(state), state.walk.id);
  return (
    'buffer' in now &&
    now.buffer.text === '' &&
    slot !== null &&
    (suggestionFor(slot, state)?.shown ?? '') !== ''
  );
}

/** Alt and a key for which the field has no use is Esc and that key, which came in one read. */
function escaped(state: Walking, press: Press): Update {
  const second = withoutAlt(press);
  return second ? pressInOutline(withWalk(state, { place: 'outline' }), second) : [state, []];
}

const IN_FIELD: Record<ActOf<'field'>, Do> = {
  next: moveOn,
  back,
  outline: (state) => [withWalk(state, { place: 'outline' }), []],
  'keep-as-is': keepAsIs,
  'keep-answer': keepAnswer,
  editor: openEditor,
  'undo-field': (state) => [state, []],
  'redo-field': (state) => [state, []],
  take,
  help: (state) => [{ ...state, overlay: { kind: 'help', scroll: 0 } }, []],
};
