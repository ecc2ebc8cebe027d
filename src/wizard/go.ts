import {
  gapsOf,
  isOpen,
  isOpenPairing,
  neighbour,
  openPairingBefore,
  questionsOf,
  seekQuestion,
  slotAt,
} from '../interview/questions.ts';
import { givenName } from '../interview/suggestion.ts';
import { valueFromText } from '../interview/value-text.ts';
import { isGap, type SlotReading } from '../judge/reading.ts';
import type { Value } from '../template/slot.ts';
import { textIn } from '../text/range.ts';
import { isWalking, readingOf, type Update, type Walking, withEffects, withNotice, withWalk } from './action.ts';
import { isSuggestionOnly, isTyped } from './conditions.ts';
import { fieldValue, startField, startHistory } from './fields/fields.ts';
import { keyFor } from './keymap.ts';
import * as messages from './messages.ts';
import { outlineRowsOf, rowOfSlot } from './outline.ts';
import { writeTyped } from './write.ts';

/** Moves to a question and restores what was typed there before. Writes nothing. */
export function goTo(state: Walking, id: string, place?: 'outline' | 'field'): Update {
  const slot = slotAt(readingOf(state), id);
  if (!slot) return [{ ...state, screen: 'end' }, []];
  const { [slot.id]: before, ...kept } = withTypedAside(state);
  const shaped = { ...slot.slot, language: languageOf(slot, state) };
  const field = (value: Value | null) => startField(shaped, value, { width: 80, today: state.facts.today });
  const start = field(standingValue(slot, state));
  // The name typed when the spec was started is offered as it was typed.
  const typed = state.walk.save === 'new' ? givenName(slot.slot, state.facts) : null;
  const next: Walking = {
    ...state,
    screen: 'walk',
    walk: {
      ...state.walk,
      id: slot.id,
      place: place ?? 'field',
      field: before ?? startHistory(typed === null ? start : field(typed)),
      begun: fieldValue(start),
      kept,
      scroll: 0,
      trail: [],
    },
  };
  const effects = state.walk.id === slot.id ? [] : [{ type: 'remember' as const, id: slot.id }];
  return [next, effects];
}

/** Writes what is typed, then goes to a question. A text that cannot be written is kept aside for its question. */
export function writeAndGoTo(state: Walking, id: string, place?: 'outline' | 'field'): Update {
  const [written, effects, outcome] = writeTyped(state);
  if (outcome === 'asks') return [written, effects];
  const left: Walking = outcome === 'blocked' ? written : { ...written, notice: noticeOf(state, written, outcome) };
  return withEffects(effects, goTo(left, id, place));
}

/** Writes what is typed and goes to the next open question, or to the end after the last one. Ends a search. */
export function writeAndGoOn(state: Walking): Update {
  const from = state.walk.id;
  const [written, effects, outcome] = writeTyped(state);
  const pairing = outcome === 'blocked' ? openPairingBefore(readingOf(written), from) : null;
  if (pairing) return goTo(withNotice(written, messages.answerFirst), pairing.id);
  if (outcome === 'asks' || outcome === 'blocked') return [written, effects];
  const skipped = outcome === 'written' ? written : skip(written, from);
  const [there, more] = goToOpen({ ...skipped, notice: noticeOf(state, written, outcome) }, from);
  const trail = [...state.walk.trail.slice(-99), from];
  const next = isWalking(there) ? withWalk(there, { trail, search: '' }) : there;
  if (outcome !== 'unchanged' || next.notice !== null) return [next, [...effects, ...more]];
  const { now } = state.walk.field;
  const take = keyFor(state, 'suggestion', 'accept');
  const choose = keyFor(state, 'choice', 'choose');
  if (now.kind === 'choice' && now.filter.text.trim() !== '')
    return [withNotice(next, messages.nothingChosen(choose)), [...effects, ...more]];
  return [isSuggestionOnly(state) ? withNotice(next, messages.leftWithSuggestion(take)) : next, [...effects, ...more]];
}

/** The notice that a typed text changes nothing; null if there is none. */
function noticeOf(before: Walking, written: Walking, outcome: ReturnType<typeof writeTyped>[2]): Walking['notice'] {
  return outcome === 'unchanged' && written.notice !== before.notice ? written.notice : null;
}

/** Goes to the next open question that is not skipped, including optional ones; to the end if there is none. */
export function goToOpen(state: Walking, from: string | null, gapsOnly = false): Update {
  const reading = readingOf(state);
  const waits = gapsOnly ? (slot: SlotReading) => isGap(slot) || isOpenPairing(slot) : isOpen;
  const next = seekQuestion(reading, from, 1, (slot) => waits(slot) && !state.walk.skipped.includes(slot.id));
  if (next) return goTo(state, next.id, state.walk.place);
  return finish(state);
}

/** Goes on after a finished question: in the review to the remaining rows, elsewhere to the next open question. */
export function goOn(state: Walking, from: string): Update {
  if (state.screen !== 'review') return goToOpen(state, from);
  const left = gapsOf(readingOf(state)).length;
  if (left === 0) return [{ ...state, screen: 'end' }, []];
  return [withWalk(state, { reviewAt: Math.min(state.walk.reviewAt, left - 1) }), []];
}

/** Shows that every question is answered, or what is left. */
function finish(state: Walking): Update {
  const left = readingOf(state).slots.filter(isGap).length;
  if (left === 0) return [{ ...state, screen: 'end' }, []];
  const text = left === 1 ? messages.oneGapLeft : messages.gapsLeft(left);
  return [withNotice({ ...state, screen: 'review', walk: { ...state.walk, reviewAt: 0 } }, text), []];
}

/** Skips a question for the rest of this session. */
export function skip(state: Walking, id: string): Walking {
  const slot = slotAt(readingOf(state), id);
  if (!slot || !isOpen(slot) || state.walk.skipped.includes(id)) return state;
  return { ...state, walk: { ...state.walk, skipped: [...state.walk.skipped, id] } };
}

/** The initial value of the field: the author's own, or the items of a checklist whose text stays, to be ticked. */
function standingValue({ slot, state, value, range }: SlotReading, { walk }: Walking): Value | null {
  if (value !== null || slot.kind !== 'checklist' || state !== 'boilerplate' || !range) return value;
  return valueFromText(slot, walk.text.slice(range.start, range.end));
}

/** The language of code: that of the spec's own fence, else the template's. */
function languageOf({ slot, range }: SlotReading, { walk }: Walking): string {
  const here = slot.kind === 'code' ? textIn(walk.text, range) : '';
  return /^[ \t]*(?:`{3,}|~{3,})[ \t]*([^\s`]*)/.exec(here)?.[1] ?? slot.language;
}

/** The unsaved texts by question, including what is typed in the current one. */
function withTypedAside(state: Walking): Walking['walk']['kept'] {
  const { id, field, kept } = state.walk;
  return isTyped(state) ? { ...kept, [id]: field } : kept;
}

/** Goes back to the question that Tab left last, which is open again; without one, to the question before. */
export function goBack(state: Walking): Update {
  const { trail, id } = state.walk;
  const before = trail.at(-1) ?? neighbour(readingOf(state), id, -1)?.id;
  if (before === undefined) return [withNotice(state, messages.firstQuestion), []];
  const [there, effects] = writeAndGoTo({ ...state, screen: 'walk' }, before, 'field');
  if (!isWalking(there) || there.overlay) return [there, effects];
  const skipped = there.walk.skipped.filter((left) => left !== before);
  return [withWalk(there, { trail: trail.slice(0, -1), skipped }), effects];
}

export function goToNeighbour(state: Walking, by: 1 | -1): Update {
  const next = neighbour(readingOf(state), state.walk.id, by);
  return next ? writeAndGoTo(state, next.id, 'outline') : [state, []];
}

/** To the first (0) or last (-1) question. */
export function goToEdge(state: Walking, edge: 0 | -1): Update {
  const slot = questionsOf(readingOf(state)).at(edge);
  return slot ? writeAndGoTo(state, slot.id, 'outline') : [state, []];
}

/** Moves `by` sections in the outline: to the section's first gap, else to its first question. */
export function goToSection(state: Walking, by: number): Update {
  const rows = outlineRowsOf(readingOf(state)).filter(({ own }) => own.length > 0);
  const here = rowOfSlot(rows, state.walk.id);
  const row = rows[here < 0 ? 0 : Math.max(0, Math.min(rows.length - 1, here + by))];
  const id = row && (row.open && row.own.includes(row.open) ? row.open : row.own[0]!);
  if (id === undefined || rows[here] === row) return [state, []];
  return writeAndGoTo(state, id, 'outline');
}

/** Goes to the next or previous gap, skipped ones included, without entering its field. */
export function goToGap(state: Walking, by: 1 | -1): Update {
  const from = state.walk.id;
  const [written, effects, outcome] = writeTyped(state);
  if (outcome === 'asks') return [written, effects];
  const next = seekQuestion(readingOf(written), from, by, isGap);
  if (!next) return [{ ...written, screen: 'end' }, effects];
  if (next.id === from) return [outcome === 'blocked' ? written : withNotice(written, messages.onlyGap), effects];
  return withEffects(effects, goTo(written, next.id, 'outline'));
}
