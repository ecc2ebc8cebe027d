import { isOpen, isOpenPairing, pairingBefore, seek, slotAt } from '../interview/questions.ts';
import { givenName } from '../interview/suggestion.ts';
import { insideValue } from '../interview/value-text.ts';
import { isGap, type SlotReading } from '../judge/reading.ts';
import type { Value } from '../template/slot.ts';
import { isPassedBy, isTyped } from './conditions.ts';
import { edited } from './fields/edited.ts';
import { fieldValue, startField } from './fields/fields.ts';
import { keyFor } from './tables.ts';
import { isWalking, readingOf, saying, type Update, type Walking, withWalk } from './update-result.ts';
import { write } from './write.ts';

/** Puts the hand on a question, with what was typed there before, if anything. Writes nothing. */
export function enter(state: Walking, id: string, place?: 'outline' | 'field'): Update {
  const slot = slotAt(readingOf(state), id);
  if (!slot) return [{ ...state, screen: 'end' }, []];
  const { [slot.id]: before, ...kept } = withTypedAside(state);
  const field = (value: Value | null) =>
    startField(slot.slot, value, { width: 80, today: state.facts.today });
  const start = field(standingValue(slot, state));
  // The name has been typed once, when the spec was begun: it stands there as typed.
  const typed = state.walk.save === 'new' ? givenName(slot.slot, state.facts) : null;
  const next: Walking = {
    ...state,
    screen: 'walk',
    walk: {
      ...state.walk,
      id: slot.id,
      place: place ?? 'field',
      field: before ?? edited(typed === null ? start : field(typed)),
      begun: fieldValue(start),
      kept,
      scroll: 0,
      trail: [],
    },
  };
  const effects = state.walk.id === slot.id ? [] : [{ type: 'remember' as const, id: slot.id }];
  return [next, effects];
}

/** Writes what is typed, then goes to a question; what cannot be written is kept beside its question. */
export function moveTo(state: Walking, id: string, place?: 'outline' | 'field'): Update {
  const [written, effects, outcome] = write(state);
  if (outcome === 'asks') return [written, effects];
  const left: Walking = outcome === 'blocked' ? written : { ...written, notice: null };
  const [next, more] = enter(left, id, place);
  return [next, [...effects, ...more]];
}

/** Writes what is typed and goes to the next open question; after the last one, to the end. */
export function moveOn(state: Walking): Update {
  const from = state.walk.id;
  const [written, effects, outcome] = write(state);
  const pairing = outcome === 'blocked' ? pairingBefore(readingOf(written), from) : null;
  if (pairing) return enter(saying(written, PAIRING_FIRST), pairing.id);
  if (outcome === 'asks' || outcome === 'blocked') return [written, effects];
  const skipped = outcome === 'written' ? written : skip(written, from);
  const [there, more] = toOpen({ ...skipped, notice: null }, from);
  const next = isWalking(there) ? withWalk(there, { trail: [...state.walk.trail.slice(-99), from] }) : there;
  if (outcome !== 'unchanged' || next.notice !== null) return [next, [...effects, ...more]];
  const { now } = state.walk.field;
  const take = keyFor(state, 'suggestion', 'accept');
  const choose = keyFor(state, 'choice', 'choose');
  if (now.kind === 'choice' && now.filter.text.trim() !== '')
    return [saying(next, `Nothing was chosen there: ${choose} chooses.`), [...effects, ...more]];
  return [
    isPassedBy(state) ? saying(next, `Left for later. ${take} takes what is offered there.`) : next,
    [...effects, ...more],
  ];
}

const PAIRING_FIRST = 'Say this first, so that nothing stands twice. What you typed is kept.';

/** Goes to the next question that waits and is not skipped, gaps and optional ones; where none waits, to the end. */
export function toOpen(state: Walking, from: string | null, gapsOnly = false): Update {
  const reading = readingOf(state);
  const waits = gapsOnly ? (slot: SlotReading) => isGap(slot) || isOpenPairing(slot) : isOpen;
  const next = seek(reading, from, 1, (slot) => waits(slot) && !state.walk.skipped.includes(slot.id));
  if (next) return enter(state, next.id);
  return finish(state);
}

/** Says that nothing is left, or shows what is. */
function finish(state: Walking): Update {
  const left = readingOf(state).slots.filter(isGap).length;
  if (left === 0) return [{ ...state, screen: 'end' }, []];
  const text = left === 1 ? 'One gap is left for later.' : `${left} gaps are left for later.`;
  return [saying({ ...state, screen: 'review', walk: { ...state.walk, reviewAt: 0 } }, text), []];
}

/** Leaves a question for later, in this sitting. */
export function skip(state: Walking, id: string): Walking {
  const slot = slotAt(readingOf(state), id);
  if (!slot || !isOpen(slot) || state.walk.skipped.includes(id)) return state;
  return { ...state, walk: { ...state.walk, skipped: [...state.walk.skipped, id] } };
}

/** What the field begins with: the author's own; of a checklist that is meant to stay, its items, to be ticked. */
function standingValue({ slot, state, value, range }: SlotReading, { walk }: Walking): Value | null {
  if (value !== null || slot.kind !== 'checklist' || state !== 'boilerplate' || !range) return value;
  return insideValue(slot, walk.text.slice(range.start, range.end));
}

/** What was typed and is not in the file stays beside its question, wherever the hand goes. */
function withTypedAside(state: Walking): Walking['walk']['kept'] {
  const { id, field, kept } = state.walk;
  return isTyped(state) ? { ...kept, [id]: field } : kept;
}
