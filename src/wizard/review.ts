import { gapsOf, pathOf } from '../interview/questions.ts';
import type { Reading } from '../judge/reading.ts';
import { enter } from './go.ts';
import { redoAnswer, undoAnswer } from './history.ts';
import { moved } from './home.ts';
import { actFor, type Press } from './key.ts';
import { KEYS } from './keymap.ts';
import { quit, showChanges } from './leaving.ts';
import { SIGNS, type Sign } from './outline.ts';
import type { Walk } from './state.ts';
import { readingOf, type Update, type Walking } from './update-result.ts';

/** Something that is left: where, what, why. */
export interface Left {
  id: string;
  section: string;
  sign: Sign;
  /** The titles below its section, or what is asked. */
  title: string[];
  reason: string;
}

/** What is left, by section in order; what was typed and is not in the file stands there too. */
export function leftOf(reading: Reading, walk: Walk): Left[] {
  const gaps = gapsOf(reading);
  const typed = reading.slots.filter((slot) => slot.id in walk.kept && !gaps.includes(slot));
  return reading.slots
    .filter((slot) => gaps.includes(slot) || typed.includes(slot))
    .map((slot) => {
      const [section = '', ...rest] = pathOf(reading, slot);
      const reason = slot.id in walk.kept ? 'typed, and not in the file yet' : slot.message || slot.state;
      const title = rest.length > 0 ? rest : [slot.slot.ask];
      return { id: slot.id, section, sign: SIGNS[slot.state], title, reason };
    });
}

/** A press in the review. */
export function pressReview(state: Walking, press: Press): Update {
  const act = actFor(KEYS.review, press);
  if (act === null) return [state, []];
  const quiet: Walking = { ...state, notice: null };
  const left = leftOf(readingOf(quiet), state.walk);
  switch (act) {
    case 'open': {
      const row = left[state.walk.reviewAt];
      return row ? enter({ ...quiet, screen: 'walk' }, row.id) : [{ ...quiet, screen: 'walk' }, []];
    }
    case 'changes':
      return showChanges(quiet);
    case 'find':
      return [{ ...quiet, overlay: { kind: 'find', query: '', at: 0 } }, []];
    case 'undo':
      return undoAnswer(quiet);
    case 'redo':
      return redoAnswer(quiet);
    case 'back':
      return [{ ...quiet, screen: 'walk', walk: { ...state.walk, place: 'outline' } }, []];
    case 'help':
      return [{ ...quiet, overlay: { kind: 'help', scroll: 0 } }, []];
    case 'quit':
      return quit(quiet);
    default: {
      const reviewAt = moved(state.walk.reviewAt, act, left.length);
      return [{ ...quiet, walk: { ...state.walk, reviewAt: Math.max(0, reviewAt) } }, []];
    }
  }
}
