import type { Edit } from '../../interview/answer.ts';
import { takeGuidanceOut } from '../../interview/guidance.ts';
import { upgrade } from '../../interview/upgrade/upgrade.ts';
import { changesBetween } from '../../text/diff.ts';
import { count } from '../../text/meter.ts';
import { printable } from '../../text/printable.ts';
import { spliceBetween } from '../../text/range.ts';
import { hasTodaysForm } from '../conditions.ts';
import * as messages from '../messages.ts';
import { readingOf, saying, type Update, type Walking } from '../update-result.ts';
import { apply, undoKeys } from '../write.ts';
import { type Choose, choose } from './overlay.ts';
import { shown } from './show.ts';

/** Lines of the difference that the question itself shows. */
const SHOWN = 6;

/** A change of the whole document that the author is asked about. */
interface Proposal {
  what: 'guidance' | 'upgrade';
  /** The change, and the question; null where there is nothing to change. */
  propose(state: Walking): { edit: Edit; question: string } | null;
  accept: { key: string; label: string };
  leave: string;
  /** The title of the difference. */
  difference: string;
  /** What is said of a change that was made. */
  done(state: Walking): string;
}

/** To remove the template's comments and tips. */
const GUIDANCE: Proposal = {
  what: 'guidance',
  propose(state) {
    const edit = takeGuidanceOut(readingOf(state));
    return edit && { edit, question: messages.takeGuidanceOut(count(edit.splices.length, 'place')) };
  },
  accept: { key: 't', label: messages.takeItOut },
  leave: messages.leaveIt,
  difference: messages.whatWouldGo,
  done: () => messages.guidanceTakenOut,
};

/** To bring a spec to the form that its template has now. */
const UPGRADE: Proposal = {
  what: 'upgrade',
  propose(state) {
    const { text, template } = state.walk;
    if (hasTodaysForm(state)) return null;
    const upgraded = upgrade(text, template);
    if (upgraded.text === text) return null;
    const steps = upgraded.steps.filter(({ byAuthor }) => !byAuthor).length;
    const edit = { splices: [spliceBetween(text, upgraded.text)], text: upgraded.text };
    return { edit, question: messages.bringToForm(count(steps, 'section')) };
  },
  accept: { key: 'b', label: messages.bringThem },
  leave: messages.leaveThem,
  difference: messages.whatWouldChange,
  done: (state) => messages.inForm(undoKeys(state)),
};

/** The question whether to bring a spec to the present form of its template; null if nobody but the author can. */
export function upgradeOffer(state: Walking): Choose | null {
  return questionFor(UPGRADE, state);
}

export function offerGuidance(state: Walking): Update {
  const overlay = questionFor(GUIDANCE, state);
  return overlay ? [{ ...state, overlay }, []] : [saying(state, messages.noGuidanceLeft), []];
}

export function offerUpgrade(state: Walking): Update {
  const overlay = questionFor(UPGRADE, state);
  if (overlay) return [{ ...state, overlay }, []];
  return [saying(state, hasTodaysForm(state) ? messages.allInForm : messages.divideYourself), []];
}

/** Does what was chosen; a change can be undone like an answer. */
export function answerProposal(state: Walking, overlay: Choose, way: string): Update {
  const proposal = overlay.about.what === 'upgrade' ? UPGRADE : GUIDANCE;
  const edit = way === 'leave' ? null : proposal.propose(state)?.edit;
  if (!edit) return [state, []];
  if (way === 'show') {
    const lines = changesBetween(state.walk.text, edit.text);
    return [{ ...state, overlay: { ...shown(proposal.difference, lines), below: overlay } }, []];
  }
  const [next, effects] = apply(state, state.walk.id, null, edit);
  return [saying(next, proposal.done(state), 'good'), effects];
}

function questionFor({ what, propose, accept, leave }: Proposal, state: Walking): Choose | null {
  const proposed = propose(state);
  if (!proposed) return null;
  const changed = changesBetween(state.walk.text, proposed.edit.text).filter(
    ({ tone, text }) => tone !== 'dim' && text.slice(1).trim() !== '',
  );
  return choose(
    { what },
    proposed.question,
    [
      ...changed.slice(0, SHOWN).map(({ text }) => printable(text)),
      ...(changed.length > SHOWN ? [messages.moreLines(changed.length - SHOWN)] : []),
    ],
    [
      { key: accept.key, way: 'accept', label: accept.label },
      { key: 's', way: 'show', label: messages.showDifference },
      { key: 'l', way: 'leave', label: leave },
    ],
  );
}
