import type { Effect } from '../effect.ts';
import { isWalking, type Update, type Walking } from '../update-result.ts';
import type { Choose } from './overlay.ts';
import { choose } from './ways.ts';

/** Effects that a spec which someone else has open does not allow. */
const WRITING: ReadonlySet<Effect['type']> = new Set(['save', 'draft', 'drop-draft', 'edit']);

/** Says who else has the spec open, and asks whether to look or to take it over; `lost` where they took it from here. */
export function offerWriter(writer: string, lost: boolean): Choose {
  const title = lost
    ? 'Another wizard took this file over; nothing was written'
    : 'Another wizard has this file open';
  const meanwhile = lost
    ? 'What you wrote is kept as a draft, and offered when you take it back.'
    : 'Meanwhile nothing is written here. Taken over, the other one can only look.';
  return choose(
    { what: 'writer', anew: lost },
    title,
    [`It is ${writer}. ${meanwhile}`],
    [
      { key: 'l', way: 'look', label: 'look only' },
      { key: 't', way: 'take-over', label: lost ? 'take it back' : 'take it over' },
    ],
  );
}

/**
 * Says that someone else took the spec over just now, and asks the same. Letters choose nothing: a hand that is typing
 * goes on for a moment.
 */
export function sayWriter(writer: string): Choose {
  return choose(
    { what: 'writer', anew: true },
    'Another wizard took this file over; here it can only be looked at',
    [`It is ${writer}. What you typed is kept as a draft, and offered when you take the file back.`],
    [
      { key: '', way: 'look', label: 'look only' },
      { key: '', way: 'take-over', label: 'take it back' },
    ],
  );
}

/** Looks on, or opens the spec anew. */
export function answerWriterOffer(state: Walking, way: string, anew: boolean): Update {
  if (way === 'look' && !anew) return [state, []];
  return [state, [{ type: 'open-anew', as: way === 'look' ? 'look' : 'own' }]];
}

/** While someone else has the spec open, what would write is not done; who it is and what can be done is said instead. */
export function readOnly(before: { walk: Walking['walk'] | null }, turn: Update): Update {
  const [after, effects] = turn;
  const writer = before.walk?.writer ?? null;
  if (writer === null || !isWalking(after) || !effects.some(({ type }) => WRITING.has(type))) return turn;
  const walk = { ...before.walk!, place: 'outline' as const };
  return [{ ...after, walk, screen: 'walk', overlay: offerWriter(writer, walk.save === 'failed') }, []];
}
