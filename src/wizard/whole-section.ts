import { sectionDoesNotApply } from '../interview/answer/whole-section.ts';
import { isOpen, sectionPath } from '../interview/questions.ts';
import { Problem } from '../problem.ts';
import { printable } from '../text/printable.ts';
import { applySplices, type Splice } from '../text/range.ts';
import { onward } from './go.ts';
import * as messages from './messages.ts';
import { isWalking, readingOf, saying, type Update, type Walking, withWalk } from './update-result.ts';
import { apply, undoKeys } from './write.ts';

/** Says of a section that it does not apply, and why. */
export function leaveSection(state: Walking, id: string, reason: string): Update {
  const reading = readingOf(state);
  const one = reading.sections.find((section) => section.id === id);
  if (!one) return [state, []];
  try {
    const splices = sectionDoesNotApply(reading, id, reason);
    return changeWhole(state, splices, messages.sectionNotApplicable(printable(sectionPath(one).at(-1)!)));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return [saying(state, printable([error.message, ...error.hints].join('. ')), 'bad'), []];
  }
}

/** Makes a change that is not an answer to one question, and goes to an open question in the outline. */
export function changeWhole(state: Walking, splices: readonly Splice[], notice: string): Update {
  if (splices.length === 0) return [saying(state, messages.soAlready), []];
  const { text, id } = state.walk;
  const [next, effects] = apply(state, id, null, { splices, text: applySplices(text, splices) });
  const waits = readingOf(next).slots.some((slot) => slot.id === id && isOpen(slot));
  const [there, more] = waits ? [next, []] : onward(next, id);
  const shown = isWalking(there) ? withWalk(there, { place: 'outline' }) : next;
  return [saying(shown, messages.withUndo(notice, undoKeys(shown)), 'good'), [...effects, ...more]];
}
