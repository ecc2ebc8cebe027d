import { takeGuidanceOut } from '../../interview/answer/take-guidance-out.ts';
import { changesBetween } from '../../text/diff.ts';
import { count } from '../../text/meter.ts';
import { printable } from '../../text/printable.ts';
import * as messages from '../messages.ts';
import { readingOf, saying, type Update, type Walking } from '../update-result.ts';
import { apply } from '../write.ts';
import { type Choose, choose } from './overlay.ts';
import { shown } from './show.ts';

/** Lines of the difference that the question itself shows. */
const SHOWN = 6;

/** Asks whether to take the template's comments and tips out, and shows what would go. */
export function offerGuidance(state: Walking): Update {
  const edit = takeGuidanceOut(readingOf(state));
  if (!edit) return [saying(state, messages.noGuidanceLeft), []];
  const gone = changesBetween(state.walk.text, edit.text).filter(({ tone }) => tone !== 'dim');
  const overlay = choose(
    { what: 'guidance' },
    messages.takeGuidanceOut(count(edit.splices.length, 'place')),
    [
      ...gone.slice(0, SHOWN).map(({ text }) => printable(text)),
      ...(gone.length > SHOWN ? [messages.moreLines(gone.length - SHOWN)] : []),
    ],
    [
      { key: 't', way: 'take-out', label: messages.takeItOut },
      { key: 's', way: 'show', label: messages.showDifference },
      { key: 'l', way: 'leave', label: messages.leaveIt },
    ],
  );
  return [{ ...state, overlay }, []];
}

/** Does what was chosen; what is taken out can be taken back. */
export function answerGuidance(state: Walking, overlay: Choose, way: string): Update {
  const edit = way === 'leave' ? null : takeGuidanceOut(readingOf(state));
  if (!edit) return [state, []];
  if (way === 'show') {
    const lines = changesBetween(state.walk.text, edit.text);
    return [{ ...state, overlay: { ...shown(messages.whatWouldGo, lines), below: overlay } }, []];
  }
  const [next, effects] = apply(state, state.walk.id, null, edit);
  return [saying(next, messages.guidanceTakenOut, 'good'), effects];
}
