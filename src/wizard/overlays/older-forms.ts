import { upgrade } from '../../interview/upgrade/upgrade.ts';
import { changesBetween } from '../../text/diff.ts';
import { count } from '../../text/meter.ts';
import { printable } from '../../text/printable.ts';
import { spliceBetween } from '../../text/range.ts';
import { hasTodaysForm } from '../conditions.ts';
import * as messages from '../messages.ts';
import { saying, type Update, type Walking } from '../update-result.ts';
import { apply, undoKeys } from '../write.ts';
import { type Choose, choose } from './overlay.ts';
import { shown } from './show.ts';

/** Lines of the difference that the question itself shows. */
const SHOWN = 6;

/** The question whether to bring a spec to today's form of its template; null if nobody but the author can. */
export function upgradeOffer(state: Walking): Choose | null {
  const { text } = state.walk;
  if (hasTodaysForm(state)) return null;
  const upgraded = upgrade(text, state.walk.template);
  if (upgraded.text === text) return null;
  const steps = upgraded.steps.filter(({ byAuthor }) => !byAuthor).length;
  const changed = changesBetween(text, upgraded.text).filter(
    (line) => line.tone !== 'dim' && line.text.slice(1).trim() !== '',
  );
  return choose(
    { what: 'upgrade' },
    messages.bringToForm(count(steps, 'section')),
    [
      ...changed.slice(0, SHOWN).map((line) => printable(line.text)),
      ...(changed.length > SHOWN ? [messages.moreLines(changed.length - SHOWN)] : []),
    ],
    [
      { key: 'b', way: 'bring', label: messages.bringThem },
      { key: 's', way: 'show', label: messages.showDifference },
      { key: 'l', way: 'leave', label: messages.leaveThem },
    ],
  );
}

/** Asks whether to bring the spec to today's form, on the author's demand. */
export function offerUpgrade(state: Walking): Update {
  const overlay = upgradeOffer(state);
  if (overlay) return [{ ...state, overlay }, []];
  const notice = hasTodaysForm(state) ? messages.allInForm : messages.divideYourself;
  return [saying(state, notice), []];
}

/** Does what was chosen; it can be taken back like an answer. */
export function answerUpgrade(state: Walking, overlay: Choose, way: string): Update {
  const { text, template, id } = state.walk;
  if (way === 'leave') return [state, []];
  const upgraded = upgrade(text, template);
  if (way === 'show') {
    const lines = changesBetween(text, upgraded.text);
    return [{ ...state, overlay: { ...shown(messages.whatWouldChange, lines), below: overlay } }, []];
  }
  const edit = { splices: [spliceBetween(text, upgraded.text)], text: upgraded.text };
  const [next, effects] = apply(state, id, null, edit);
  const message = messages.inForm(undoKeys(state));
  return [saying(next, message, 'good'), effects];
}
