import { Problem } from '../../problem.ts';
import { changesBetween } from '../../text/diff.ts';
import { printable } from '../../text/printable.ts';
import {
  type Effect,
  isWalking,
  readingOf,
  type Update,
  type Walking,
  withEffects,
  withNotice,
  withWalk,
} from '../action.ts';
import { replaceField } from '../answering.ts';
import { equalValues } from '../fields/fields.ts';
import { goOn, goTo, goToOpen, skip } from '../go.ts';
import type { KeyTable } from '../key.ts';
import type { ActOf } from '../keymap.ts';
import * as messages from '../messages.ts';
import type { WizardState } from '../state.ts';
import { applyEdit } from '../write.ts';
import { askOverlay } from './ask.ts';
import { answerDraftOffer, answerProposal } from './offers.ts';
import { type ChoiceSubject, type ChooseOverlay, chooseOverlay, textOverlay } from './overlay.ts';
import { assignHeading, offerSection, runSectionChoice } from './section.ts';

/** Offers what to do when the file is not the one that was opened. */
export function offerConflict(theirs: string | null): ChooseOverlay {
  if (theirs === null) {
    return chooseOverlay(
      { what: 'conflict', theirs },
      messages.fileGone,
      [],
      [
        { key: 'w', name: 'mine', label: messages.writeMineAgain },
        { key: 'a', name: 'save-as', label: messages.saveMineElsewhere },
      ],
    );
  }
  return chooseOverlay(
    { what: 'conflict', theirs },
    messages.fileChanged,
    [],
    [
      { key: 'r', name: 'carry', label: messages.takeTheirsAndMine },
      { key: 'd', name: 'draft', label: messages.takeTheirsKeepDraft },
      { key: 's', name: 'show', label: messages.showDifference },
      { key: 'a', name: 'save-as', label: messages.saveMineElsewhere },
    ],
  );
}

/**
 * Offers what to do with a question that cannot be left out. The choices have no keys of their own, and the first
 * changes nothing: a user who is still typing, a reason for instance, does not choose one.
 */
export function offerInstead(id: string, why: string): ChooseOverlay {
  return chooseOverlay(
    { what: 'refused', id },
    printable(why),
    [],
    [
      { key: '', name: 'back', label: messages.backToIt },
      { key: '', name: 'skip', label: messages.skipForLater },
      { key: '', name: 'section', label: messages.wholeSectionInstead },
    ],
  );
}

function answerRefused(state: Walking, id: string, option: string): Update {
  if (option === 'skip') return goOn(skip(state, id), id);
  return option === 'section' ? offerSection(state) : [state, []];
}

type Do = (state: WizardState, overlay: ChooseOverlay) => Update;

/** The actions of a choice. */
export const CHOOSE_ACTIONS: Record<ActOf<'choose'>, Do> = {
  up: (state, overlay) => to(state, overlay, overlay.at - 1),
  down: (state, overlay) => to(state, overlay, overlay.at + 1),
  top: (state, overlay) => to(state, overlay, 0),
  bottom: (state, overlay) => to(state, overlay, overlay.options.length - 1),
  give: (state, overlay) => runChoice(state, overlay, overlay.options[overlay.at]!.name),
  close: (state) => [{ ...state, overlay: null }, []],
};

function to(state: WizardState, overlay: ChooseOverlay, at: number): Update {
  return [{ ...state, overlay: { ...overlay, at: Math.max(0, Math.min(overlay.options.length - 1, at)) } }, []];
}

export function optionKeys({ options }: ChooseOverlay): KeyTable {
  return options
    .filter(({ key }) => key !== '')
    .map(({ key, name, label }, index) => ({ keys: [key], act: name, label, hint: index + 1 }));
}

/** Runs the chosen option. */
export function runChoice(state: WizardState, overlay: ChooseOverlay, option: string): Update {
  if (!isWalking(state)) return [state, []];
  const closed: Walking = { ...state, overlay: null };
  const { about } = overlay;
  switch (about.what) {
    case 'broken':
      return answerBroken(closed, about, option);
    case 'draft':
      return answerDraftOffer(closed, overlay, about.drafts, option);
    case 'writer':
      return answerWriterOffer(closed, option, about.anew);
    case 'conflict':
      return answerConflict(closed, overlay, about.theirs, option);
    case 'guidance':
    case 'upgrade':
      return answerProposal(closed, overlay, option);
    case 'refused':
      return answerRefused(closed, about.id, option);
    case 'section':
      return runSectionChoice(closed, about.id, option);
    case 'heading':
      return assignHeading(closed, about.id, option);
    case 'failed':
      return answerFailed(closed, option);
  }
}

function answerBroken(
  state: Walking,
  { id, answer, candidate }: Extract<ChoiceSubject, { what: 'broken' }>,
  option: string,
): Update {
  if (option === 'edit') return [withWalk(state, { place: 'field' }), []];
  try {
    const edit = option === 'repair' && candidate.repair ? candidate.repair : candidate;
    const [next, effects] = applyEdit(state, id, answer, edit);
    return withEffects(effects, goToOpen(next, id));
  } catch (error) {
    if (error instanceof Problem) return [withNotice(state, error.message, 'bad'), []];
    throw error;
  }
}

function answerConflict(state: Walking, overlay: ChooseOverlay, theirs: string | null, option: string): Update {
  if (option === 'save-as')
    return [{ ...state, overlay: askOverlay({ what: 'save-as' }, messages.underWhichPath, '') }, []];
  if (theirs === null) {
    return [withWalk(state, { save: 'saving' }), [{ type: 'save', text: state.walk.text, again: true }]];
  }
  if (option === 'show') {
    const lines = changesBetween(theirs, state.walk.text);
    return [
      {
        ...state,
        overlay: { ...textOverlay(messages.theirsAndMine, lines), below: overlay },
      },
      [],
    ];
  }
  const last = state.walk.past.at(-1);
  const taken: Walking = withWalk(state, { text: theirs, past: [], future: [], save: 'saved' });
  const [there, effects] = goTo(taken, last?.id ?? state.walk.id, 'field');
  const answer = last?.answer?.kind === 'value' ? last.answer.value : null;
  const slot = isWalking(there) && readingOf(there).slots.find(({ id }) => id === there.walk.id);
  if (!isWalking(there) || !slot || answer === null) {
    const kept = withNotice(there, messages.textKeptAsDraft);
    return [kept, [{ type: 'take-theirs', carried: false }, ...effects]];
  }
  const carried = !lacksEarlierAnswers(state, there, slot.id);
  const theirsTaken = { type: 'take-theirs' as const, carried };
  const withDraftNote = (text: string) => (carried ? text : `${text} ${messages.earlierKeptAsDraft}`);
  if (option === 'draft') {
    return [
      withNotice(there, withDraftNote(messages.answerKeptAsDraft)),
      [theirsTaken, { type: 'draft', id: slot.id, value: answer }, ...effects],
    ];
  }
  const [filled, drafted] = replaceField(there, slot.slot, answer);
  return [
    withNotice(filled as Walking, withDraftNote(messages.answerInField), 'good'),
    [theirsTaken, ...effects, ...drafted],
  ];
}

/** Whether their text lacks answers of this session, besides the one that is carried over. */
function lacksEarlierAnswers(mine: Walking, theirs: Walking, carried: string): boolean {
  const given = new Set(mine.walk.past.map(({ id }) => id).filter((id) => id !== carried));
  const of = (state: Walking) => readingOf(state).slots.filter(({ id }) => given.has(id));
  const now = new Map(of(theirs).map((slot) => [slot.id, slot]));
  return of(mine).some(({ id, state, value }) => {
    const other = now.get(id);
    return !other || other.state !== state || !equalValues(other.value, value);
  });
}

function answerFailed(state: Walking, option: string): Update {
  if (option === 'save-as')
    return [{ ...state, overlay: askOverlay({ what: 'save-as' }, messages.underWhichPath, '') }, []];
  const save = { type: 'save', text: state.walk.text, readOnly: option === 'read-only' } as const;
  return [withWalk(state, { save: 'saving' }), [save]];
}

/** The effects that are not allowed while another session has the spec. */
const WRITING: ReadonlySet<Effect['type']> = new Set(['save', 'draft', 'drop-draft', 'edit']);

/** Tells who else has the spec open and asks whether to read only or take it over; `lost` if they took it from here. */
export function offerTakeOver(writer: string, lost: boolean): ChooseOverlay {
  const title = lost ? messages.takenOverUnwritten : messages.hasFileOpen;
  const meanwhile = lost ? messages.writtenTextKept : messages.readOnlyMeanwhile;
  return chooseOverlay(
    { what: 'writer', anew: lost },
    title,
    [messages.otherWizard(writer, meanwhile)],
    [
      { key: 'r', name: 'read-only', label: messages.openReadOnly },
      { key: 't', name: 'take-over', label: lost ? messages.takeItBack : messages.takeItOver },
    ],
  );
}

/** Tells that another session took the spec over, and asks what to do. No letter chooses: the user may be typing. */
export function offerAfterTakeOver(writer: string): ChooseOverlay {
  return chooseOverlay(
    { what: 'writer', anew: true },
    messages.takenOver,
    [messages.typedTextKept(writer)],
    [
      { key: '', name: 'read-only', label: messages.openReadOnly },
      { key: '', name: 'take-over', label: messages.takeItBack },
    ],
  );
}

/** Continues, or opens the spec again. */
function answerWriterOffer(state: Walking, option: string, anew: boolean): Update {
  if (option === 'read-only' && !anew) return [state, []];
  return [state, [{ type: 'open-anew', as: option === 'read-only' ? 'read-only' : 'own' }]];
}

/** While another session has the spec open, replaces effects that write by a message and the choices. */
export function withoutWrites(before: { walk: Walking['walk'] | null }, turn: Update): Update {
  const [after, effects] = turn;
  const writer = before.walk?.writer ?? null;
  if (writer === null || !isWalking(after) || !effects.some(({ type }) => WRITING.has(type))) return turn;
  const walk = { ...before.walk!, place: 'outline' as const };
  return [{ ...after, walk, screen: 'walk', overlay: offerTakeOver(writer, walk.save === 'failed') }, []];
}
