import { isOpen, slotAt } from '../interview/questions.ts';
import { extensionFor, valueText } from '../interview/value-text.ts';
import type { Slot, Value } from '../template/slot.ts';
import type { Effect } from './effect.ts';
import type { Engine } from './engine.ts';
import { edited } from './fields/edited.ts';
import { fieldValue, sameValue, startField } from './fields/fields.ts';
import { toOpen } from './go.ts';
import { fieldWidth } from './layout.ts';
import { suggestionFor } from './suggestion.ts';
import { moveTo } from './text-buffer.ts';
import { isWalking, readingOf, saying, type Update, type Walking, withWalk } from './update-result.ts';
import { isTyped, write, writeAnswer } from './write.ts';

/** What is typed goes to a draft, until it is as it was. */
export function draftOf(before: Walking, after: Walking): Effect[] {
  const value = fieldValue(after.walk.field.now);
  if (sameValue(value, fieldValue(before.walk.field.now))) return [];
  if (!isTyped(after)) return [{ type: 'drop-draft', id: after.walk.id }];
  return [{ type: 'draft', id: after.walk.id, value }];
}

/** Writes the answer and stays. */
export function keepAnswer(state: Walking, engine: Engine): Update {
  const [next, effects, outcome] = isTyped(state) ? write(state, engine) : withoutLeftovers(state, engine);
  if (outcome === 'written') return [saying(next, 'Kept in the file.', 'good'), effects];
  if (outcome === 'unchanged' && next.notice === state.notice)
    return [saying(next, 'Nothing new to keep.'), effects];
  return [next, effects];
}

/** Writes an answer as it is, so that what is left of the template's beside it goes. */
function withoutLeftovers(state: Walking, engine: Engine): ReturnType<typeof write> {
  const { id, field } = state.walk;
  const value = fieldValue(field.now);
  if (value === null || slotAt(readingOf(state, engine), id)?.rule !== 'left-beside')
    return [state, [], 'unchanged'];
  return writeAnswer(state, engine, id, { kind: 'value', value });
}

/** Says that what stands there is to stay, and goes on. */
export function keepAsIs(state: Walking, engine: Engine): Update {
  const { id } = state.walk;
  const slot = slotAt(readingOf(state, engine), id);
  if (!slot || !isOpen(slot)) return [saying(state, 'This is answered already.'), []];
  const [next, effects, outcome] = writeAnswer(state, engine, id, { kind: 'keep' });
  if (outcome !== 'written') return [next, effects];
  const [there, more] = toOpen(next, engine, id);
  return [there, [...effects, ...more]];
}

/** Takes what is offered into the field. */
export function take(state: Walking, engine: Engine): Update {
  const slot = slotAt(readingOf(state, engine), state.walk.id);
  const offered = slot && suggestionFor(slot, state);
  if (!offered) return [saying(state, 'Nothing is offered here.'), []];
  const [taken, effects] = replaceField(state, slot.slot, offered.value);
  const now = taken.walk?.field.now;
  if (now?.kind !== 'code' || !isWalking(taken)) return [taken, effects];
  // What is begun with is gone through from its start.
  const fromStart = { ...now, buffer: moveTo(now.buffer, 0) };
  return [withWalk(taken, { field: { ...taken.walk.field, now: fromStart } }), effects];
}

/** Puts a value into the field as one step that can be undone in it. */
export function replaceField(state: Walking, slot: Slot, value: Value | null): Update {
  const { field } = state.walk;
  const now = startField(slot, value, { width: fieldWidth(state.size.columns), today: state.facts.today });
  const next = withWalk(
    { ...state, notice: null },
    {
      place: 'field',
      field: { ...edited(now), past: [...field.past, field.now] },
    },
  );
  return [next, draftOf(state, next)];
}

/** Opens the answer in an editor of one's own. */
export function openEditor(state: Walking, engine: Engine): Update {
  const slot = slotAt(readingOf(state, engine), state.walk.id);
  if (!slot) return [state, []];
  const text = valueText(slot.slot, fieldValue(state.walk.field.now));
  return [state, [{ type: 'edit', text, extension: extensionFor(slot.slot) }]];
}
