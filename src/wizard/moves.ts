import { gapsOf, neighbour, questionsOf, seek } from '../interview/questions.ts';
import { enter, moveTo } from './go.ts';
import { outlineOf, rowOfSlot } from './outline.ts';
import { hitsOf, placeAmongFound } from './overlays/hits.ts';
import { isWalking, readingOf, saying, type Update, type Walking, withWalk } from './update-result.ts';
import { write } from './write.ts';

/** Back to the question that Tab left last; where it left none, to the one before. */
export function back(state: Walking): Update {
  const { trail, id } = state.walk;
  const before = trail.at(-1) ?? neighbour(readingOf(state), id, -1)?.id;
  if (before === undefined) return [saying(state, 'This is the first question.'), []];
  const [there, effects] = moveTo({ ...state, screen: 'walk' }, before, 'field');
  if (!isWalking(there) || there.overlay) return [there, effects];
  return [withWalk(there, { trail: trail.slice(0, -1) }), effects];
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

/** So many sections below or above in the outline: to the first gap there, else the first question. */
export function toSection(state: Walking, by: number): Update {
  const rows = outlineOf(readingOf(state)).filter(({ own }) => own.length > 0);
  const here = rowOfSlot(rows, state.walk.id);
  const row = rows[here < 0 ? 0 : Math.max(0, Math.min(rows.length - 1, here + by))];
  const id = row && (row.open && row.own.includes(row.open) ? row.open : row.own[0]!);
  if (id === undefined || rows[here] === row) return [state, []];
  return moveTo(state, id, 'outline');
}

/** To the next question that holds what was looked for, or the one before; round at the ends. */
export function toFound(state: Walking, by: 1 | -1): Update {
  const { search, id } = state.walk;
  const found = hitsOf(state, search).map((hit) => hit.id);
  const next = seek(readingOf(state), id, by, (slot) => found.includes(slot.id));
  if (!next) return [saying(state, `Nothing holds “${search}”.`), []];
  const [there, effects] = moveTo(state, next.id, 'outline');
  return [saying(there, placeAmongFound(readingOf(state), found, next.id, search)), effects];
}

/** To the next gap or the one before, without entering its field; those left for later come when no other is left. */
export function toGap(state: Walking, by: 1 | -1): Update {
  const from = state.walk.id;
  const [written, effects, outcome] = write(state);
  if (outcome === 'asks') return [written, effects];
  const reading = readingOf(written);
  const gaps = gapsOf(reading).map(({ id }) => id);
  const fresh = gaps.filter((id) => !written.walk.skipped.includes(id));
  const ahead = fresh.length > 0 ? fresh : gaps;
  const next = seek(reading, from, by, ({ id }) => ahead.includes(id));
  if (!next) return [{ ...written, screen: 'end' }, effects];
  const [there, more] = enter(written, next.id, 'outline');
  return [there, [...effects, ...more]];
}
