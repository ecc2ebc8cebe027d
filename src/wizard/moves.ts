import { gapsOf, neighbour, questionsOf, seek } from '../interview/questions.ts';
import { enter, moveTo } from './go.ts';
import { outlineOf, rowOfSlot } from './outline.ts';
import { readingOf, saying, type Update, type Walking } from './update-result.ts';
import { write } from './write.ts';

/** To the question before, in its field. */
export function back(state: Walking): Update {
  const before = neighbour(readingOf(state), state.walk.id, -1);
  if (!before) return [saying(state, 'This is the first question.'), []];
  return moveTo(state, before.id, 'field');
}

/** To the neighbouring question. */
export function toNeighbour(state: Walking, by: 1 | -1): Update {
  const next = neighbour(readingOf(state), state.walk.id, by);
  return next ? moveTo(state, next.id, 'outline') : [state, []];
}

/** To the first (0) or last (-1) question. */
export function toEdge(state: Walking, edge: 0 | -1): Update {
  const slot = questionsOf(readingOf(state)).at(edge);
  return slot ? moveTo(state, slot.id, 'outline') : [state, []];
}

/** To the section below or above in the outline: its first gap, else its first question. */
export function toSection(state: Walking, by: 1 | -1): Update {
  const rows = outlineOf(readingOf(state)).filter(({ own }) => own.length > 0);
  const here = rowOfSlot(rows, state.walk.id);
  const row = rows[here < 0 ? 0 : here + by];
  const id = row && (row.open && row.own.includes(row.open) ? row.open : row.own[0]!);
  return id === undefined ? [state, []] : moveTo(state, id, 'outline');
}

/** To the next gap or the one before, without entering its field; those left for later come when no other is left. */
export function toGap(state: Walking, by: 1 | -1): Update {
  const from = state.walk.id;
  const [written, effects, outcome] = write(state);
  if (outcome === 'asks') return [written, effects];
  const reading = readingOf(written);
  const gaps = gapsOf(reading).map(({ id }) => id);
  const fresh = gaps.filter((id) => !written.walk.skipped.includes(id));
  const wanted = fresh.length > 0 ? fresh : gaps;
  const next = seek(reading, from, by, ({ id }) => wanted.includes(id));
  if (!next) return [{ ...written, screen: 'end' }, effects];
  const [there, more] = enter(written, next.id, 'outline');
  return [there, [...effects, ...more]];
}
