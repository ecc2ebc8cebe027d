import type { Edit } from '../../interview/answer.ts';
import { removeGuidance } from '../../interview/guidance.ts';
import { pathOf, slotAt } from '../../interview/questions.ts';
import { upgrade } from '../../interview/upgrade/upgrade.ts';
import { asValue, textOfAny } from '../../interview/value-text.ts';
import { readSpec } from '../../judge/read.ts';
import { Problem } from '../../problem.ts';
import { changesBetween } from '../../text/diff.ts';
import { quantity } from '../../text/figures.ts';
import { printable } from '../../text/printable.ts';
import { spliceBetween } from '../../text/range.ts';
import { isWalking, readingOf, type Update, type Walking, withNotice } from '../action.ts';
import { replaceField } from '../answering.ts';
import { hasPresentForm } from '../conditions.ts';
import { equalValues } from '../fields/fields.ts';
import { goTo, goToOpen } from '../go.ts';
import * as messages from '../messages.ts';
import { applyEdit, undoKeys } from '../write.ts';
import { askReason } from './ask.ts';
import { type ChooseOverlay, chooseOverlay, type OfferedDraft, textOverlay } from './overlay.ts';

/** Drafts with the same content as the spec, which need not be offered. */
export function redundantDrafts(state: Walking, drafts: readonly OfferedDraft[]): OfferedDraft[] {
  const { slots } = readingOf(state);
  return drafts.filter(({ id, value }) => {
    const slot = slots.find((one) => one.id === id);
    if (!slot) return false;
    const reason = reasonIn(value);
    if (reason !== null) return slot.state === 'not-applicable' && slot.reason === reason;
    const answer = asValue(slot.slot.kind, value);
    return answer !== null && equalValues(answer, slot.value);
  });
}

/** Offers the drafts of earlier runs that are not in the file, one after another; null if there are none. */
export function offerDrafts(state: Walking, drafts: readonly OfferedDraft[]): ChooseOverlay | null {
  const [first] = drafts;
  if (!first) return null;
  const about = { what: 'draft' as const, drafts };
  const take = { key: 't', name: 'take' };
  const rest = [
    { key: 'l', name: 'later', label: messages.askNextTime },
    { key: 'd', name: 'drop', label: messages.throwItAway },
  ];
  if (first.id === null) {
    return chooseOverlay(
      about,
      messages.wholeTextKept,
      [messages.whyTextKept(first.when), messages.takenReplaces],
      [{ ...take, label: messages.takeIt }, { key: 's', name: 'show', label: messages.showDifference }, ...rest],
    );
  }
  const slot = slotAt(readingOf(state), first.id);
  return chooseOverlay(
    about,
    messages.typedEarlier,
    [`${first.when}: ${slot?.slot.ask ?? ''}`, preview(first.value)],
    [{ ...take, label: messages.goOnWithIt }, ...rest],
  );
}

/** Handles the choice for the first draft, and offers the next. */
export function answerDraftOffer(
  state: Walking,
  overlay: ChooseOverlay,
  drafts: readonly OfferedDraft[],
  option: string,
): Update {
  const [first, ...rest] = drafts;
  if (!first) return [state, []];
  const more = offerDrafts(state, rest);
  if (option === 'drop')
    return [{ ...state, overlay: more }, [{ type: 'drop-draft', id: first.id, draft: first.draft }]];
  if (option === 'later') return [{ ...state, overlay: more }, []];
  if (first.id === null) {
    const text = wholeText(first.value);
    if (text === null) return unfit(state, more);
    if (option !== 'show') return takeWhole(state, first.draft, text, more);
    const lines = changesBetween(state.walk.text, text);
    const title = messages.fileAndDraft;
    return [{ ...state, overlay: { ...textOverlay(title, lines), below: overlay } }, []];
  }
  const reading = readingOf(state);
  const slot = reading.slots.find(({ id }) => id === first.id);
  const dropped = { type: 'drop-draft' as const, id: first.id, draft: first.draft };
  const reason = reasonIn(first.value);
  if (slot && reason !== null) {
    const [there, effects] = goTo(state, slot.id, 'outline');
    const drafted = { type: 'draft' as const, id: slot.id, value: { notApplicable: reason } };
    const overlay = askReason(slot, pathOf(reading, slot), reason);
    return [{ ...there, overlay }, [...effects, drafted, dropped]];
  }
  const value = slot ? asValue(slot.slot.kind, first.value) : null;
  if (!slot || value === null) return unfit(state, more);
  const [there, effects] = goTo(state, slot.id, 'field');
  if (!isWalking(there)) return [there, effects];
  const [taken, drafted] = replaceField(there, slot.slot, value);
  return [{ ...taken, overlay: more }, [...effects, ...drafted, dropped]];
}

/** Takes a whole text as one change that can be undone. The draft is deleted once the text is in the file. */
function takeWhole(state: Walking, draft: string, text: string, more: ChooseOverlay | null): Update {
  try {
    readSpec(text, state.walk.template);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return [withNotice({ ...state, overlay: more }, printable(error.message), 'bad'), []];
  }
  const [written, effects] = applyEdit(state, state.walk.id, null, {
    splices: [{ start: 0, end: state.walk.text.length, text }],
    text,
  });
  const [there, moved] = goToOpen(written, null, true);
  return [{ ...there, overlay: more }, [...effects, { type: 'drop-draft', id: null, draft }, ...moved]];
}

function unfit(state: Walking, more: ChooseOverlay | null): Update {
  return [withNotice({ ...state, overlay: more }, messages.fitsNoQuestion, 'bad'), []];
}

/** The text of a draft of a whole spec; null if there is none. */
export function wholeText(value: unknown): string | null {
  const has = typeof value === 'object' && value !== null && 'text' in value;
  return has && typeof value.text === 'string' ? value.text : null;
}

/** The reason in a draft why a question does not apply; null for an answer. */
export function reasonIn(value: unknown): string | null {
  const has = typeof value === 'object' && value !== null && 'notApplicable' in value;
  return has && typeof value.notApplicable === 'string' ? value.notApplicable : null;
}

function preview(value: unknown): string {
  const reason = reasonIn(value);
  if (reason !== null) return messages.notApplicableBecause(preview(reason));
  return textOfAny(value).replace(/\s+/g, ' ').trim().slice(0, 200);
}

/** The most changed lines that the question shows. */
const SHOWN = 6;

/** A change of the whole document that the author is asked about. */
interface Proposal {
  what: 'guidance' | 'upgrade';
  /** The change, and the question; null if nothing would change. */
  propose(state: Walking): { edit: Edit; question: string } | null;
  accept: { key: string; label: string };
  leave: string;
  difference: string;
  /** The message about a change that was made. */
  done(state: Walking): string;
}

/** Removes the template's comments and tips. */
const GUIDANCE: Proposal = {
  what: 'guidance',
  propose(state) {
    const edit = removeGuidance(readingOf(state));
    return edit && { edit, question: messages.takeGuidanceOut(quantity(edit.splices.length, 'place')) };
  },
  accept: { key: 't', label: messages.takeItOut },
  leave: messages.leaveIt,
  difference: messages.whatWouldGo,
  done: () => messages.guidanceTakenOut,
};

/** Upgrades a spec to the present form of its template. */
const UPGRADE: Proposal = {
  what: 'upgrade',
  propose(state) {
    const { text, template } = state.walk;
    if (hasPresentForm(state)) return null;
    const upgraded = upgrade(text, template);
    if (upgraded.text === text) return null;
    const steps = upgraded.steps.filter(({ byAuthor }) => !byAuthor).length;
    const edit = { splices: [spliceBetween(text, upgraded.text)], text: upgraded.text };
    return { edit, question: messages.bringToForm(quantity(steps, 'section')) };
  },
  accept: { key: 'b', label: messages.bringThem },
  leave: messages.leaveThem,
  difference: messages.whatWouldChange,
  done: (state) => messages.inForm(undoKeys(state)),
};

/** The question whether to upgrade a spec; null if only the author can. */
export function upgradeOffer(state: Walking): ChooseOverlay | null {
  return questionFor(UPGRADE, state);
}

export function offerGuidance(state: Walking): Update {
  const overlay = questionFor(GUIDANCE, state);
  return overlay ? [{ ...state, overlay }, []] : [withNotice(state, messages.noGuidanceLeft), []];
}

export function offerUpgrade(state: Walking): Update {
  const overlay = questionFor(UPGRADE, state);
  if (overlay) return [{ ...state, overlay }, []];
  return [withNotice(state, hasPresentForm(state) ? messages.allInForm : messages.divideYourself), []];
}

/** Handles the choice. The change can be undone like an answer. */
export function answerProposal(state: Walking, overlay: ChooseOverlay, option: string): Update {
  const proposal = overlay.about.what === 'upgrade' ? UPGRADE : GUIDANCE;
  const edit = option === 'leave' ? null : proposal.propose(state)?.edit;
  if (!edit) return [state, []];
  if (option === 'show') {
    const lines = changesBetween(state.walk.text, edit.text);
    return [{ ...state, overlay: { ...textOverlay(proposal.difference, lines), below: overlay } }, []];
  }
  const [next, effects] = applyEdit(state, state.walk.id, null, edit);
  return [withNotice(next, proposal.done(state), 'good'), effects];
}

function questionFor({ what, propose, accept, leave }: Proposal, state: Walking): ChooseOverlay | null {
  const proposed = propose(state);
  if (!proposed) return null;
  const changed = changesBetween(state.walk.text, proposed.edit.text).filter(
    ({ tone, text }) => tone !== 'dim' && text.slice(1).trim() !== '',
  );
  return chooseOverlay(
    { what },
    proposed.question,
    [
      ...changed.slice(0, SHOWN).map(({ text }) => printable(text)),
      ...(changed.length > SHOWN ? [messages.moreLines(changed.length - SHOWN)] : []),
    ],
    [
      { key: accept.key, name: 'accept', label: accept.label },
      { key: 's', name: 'show', label: messages.showDifference },
      { key: 'l', name: 'leave', label: leave },
    ],
  );
}
