import { takeGuidanceOut } from '../../interview/answer/take-guidance-out.ts';
import { changesBetween } from '../../text/diff.ts';
import { count } from '../../text/meter.ts';
import { printable } from '../../text/printable.ts';
import { readingOf, saying, type Update, type Walking } from '../update-result.ts';
import { apply } from '../write.ts';
import { type Choose, choose } from './overlay.ts';
import { shown } from './show.ts';

/** Lines of the difference that the question itself shows. */
const SHOWN = 6;

/** Asks whether to take the template's comments and tips out, and shows what would go. */
export function offerGuidance(state: Walking): Update {
  const edit = takeGuidanceOut(readingOf(state));
  if (!edit) return [saying(state, "None of the template's comments is left."), []];
  const gone = changesBetween(state.walk.text, edit.text).filter(({ tone }) => tone !== 'dim');
  const overlay = choose(
    { what: 'guidance' },
    `Take the template's guidance out? It stands in ${count(edit.splices.length, 'place')}`,
    [
      ...gone.slice(0, SHOWN).map(({ text }) => printable(text)),
      ...(gone.length > SHOWN ? [`… and ${gone.length - SHOWN} lines more`] : []),
    ],
    [
      { key: 't', way: 'take-out', label: 'take it out' },
      { key: 's', way: 'show', label: 'show the difference' },
      { key: 'l', way: 'leave', label: 'leave it' },
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
    return [{ ...state, overlay: { ...shown('What would go (-)', lines), below: overlay } }, []];
  }
  const [next, effects] = apply(state, state.walk.id, null, edit);
  return [saying(next, "The template's guidance is taken out. u takes it back.", 'good'), effects];
}
