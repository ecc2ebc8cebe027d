import { gapsOf, pathOf } from '../interview/questions.ts';
import type { Reading } from '../judge/reading.ts';
import type { Slot, SlotKind } from '../template/slot.ts';
import { isWalking, readingOf, type Update, type Walking, withEffects, withNotice, withWalk } from './action.ts';
import { redoAnswer, undoAnswer } from './answering.ts';
import { goBack, goOn, goTo, skip } from './go.ts';
import { indexAfter } from './home.ts';
import { OUTLINE_ACTIONS } from './in-outline.ts';
import type { ActOf } from './keymap.ts';
import * as messages from './messages.ts';
import { SIGNS, type Sign } from './outline.ts';
import { findRelated } from './overlays/find.ts';
import { offerGuidance, offerUpgrade } from './overlays/offers.ts';
import { openFind, openHelp } from './overlays/overlay.ts';
import { openPreview } from './preview.ts';
import type { Walk } from './state.ts';
import { quit, showChanges } from './write.ts';

/** Something left to do: where, what, why. */
interface Left {
  id: string;
  section: string;
  sign: Sign;
  /** The titles below its section, or the question. */
  title: string[];
  reason: string;
}

/** What is left to do, by section in order, including typed text that is not in the file. */
export function remainingItems(reading: Reading, walk: Walk): Left[] {
  const gaps = gapsOf(reading);
  const typed = reading.slots.filter((slot) => slot.id in walk.kept && !gaps.includes(slot));
  return reading.slots
    .filter((slot) => gaps.includes(slot) || typed.includes(slot))
    .map((slot) => {
      const [section = '', ...rest] = pathOf(reading, slot);
      const reason = slot.id in walk.kept ? messages.typedNotInFile : slot.message || slot.state;
      const title = rest.length > 0 ? rest : [nameOf(reading, slot.slot)];
      return { id: slot.id, section, sign: SIGNS[slot.state], title, reason };
    });
}

/** The kinds of slots as titles. */
const NAMES: Readonly<Record<SlotKind, string>> = {
  variable: '',
  line: messages.text,
  paragraph: messages.text,
  date: messages.day,
  choice: messages.choice,
  choices: messages.choices,
  list: messages.list,
  checklist: messages.checklist,
  table: messages.table,
  code: messages.code,
};

/** The name of a slot without a label: its kind, if that distinguishes it in its section. */
function nameOf({ slots }: Reading, { section, kind, ask }: Slot): string {
  const alike = slots.filter(({ slot }) => slot.section === section && slot.kind === kind && !slot.label);
  return alike.length > 1 ? ask : NAMES[kind] || ask;
}

/** The actions of the review. */
export const REVIEW_ACTIONS: Record<ActOf<'review'>, (state: Walking) => Update> = {
  up: (state) => to(state, 'up'),
  down: (state) => to(state, 'down'),
  top: (state) => to(state, 'top'),
  bottom: (state) => to(state, 'bottom'),
  'page-up': (state) => to(state, 'page-up'),
  'page-down': (state) => to(state, 'page-down'),
  open(state) {
    const row = rowAt(state);
    if (!row) return [{ ...state, screen: 'walk' }, []];
    // Skipped questions are asked again, in the order of the review.
    return goTo(withWalk({ ...state, screen: 'walk' }, { skipped: [] }), row.id);
  },
  'not-applicable': onRow(OUTLINE_ACTIONS['not-applicable']),
  skip: (state) => {
    const row = rowAt(state);
    if (!row) return [state, []];
    const [there, effects] = to(skip(state, row.id), 'down');
    return [withNotice(there, messages.leftForLater([row.section, ...row.title].join(' › '))), effects];
  },
  'keep-as-is': onRow(OUTLINE_ACTIONS['keep-as-is']),
  section: onRow(OUTLINE_ACTIONS.section),
  changes: showChanges,
  guidance: offerGuidance,
  upgrade: offerUpgrade,
  preview: openPreview,
  find: (state) => [openFind(state), []],
  undo: undoAnswer,
  redo: redoAnswer,
  'back-to-question': goBack,
  back: (state) => [{ ...state, screen: 'walk', walk: { ...state.walk, place: 'outline' } }, []],
  help: (state) => [openHelp(state), []],
  quit,
};

function rowAt(state: Walking): Left | undefined {
  return remainingItems(readingOf(state), state.walk)[state.walk.reviewAt];
}

/** Runs an action of the outline on the question of a row, and stays in the review. */
function onRow(act: (state: Walking) => Update) {
  return (state: Walking): Update => {
    const row = rowAt(state);
    if (!row) return [state, []];
    const [there, effects] = goTo(state, row.id, 'outline');
    if (!isWalking(there)) return [there, effects];
    const [done, more] = act(there);
    if (!isWalking(done)) return [done, [...effects, ...more]];
    return withEffects([...effects, ...more], goOn({ ...done, screen: 'review' }, row.id));
  };
}

function to(state: Walking, by: Parameters<typeof indexAfter>[1]): Update {
  const reviewAt = indexAfter(state.walk.reviewAt, by, remainingItems(readingOf(state), state.walk).length);
  return [{ ...state, walk: { ...state.walk, reviewAt } }, []];
}

/** The rows per page; a small screen has few more. */
const STEP = 3;

/** The actions of the screen for a complete spec. */
export const END_ACTIONS: Record<ActOf<'end'>, (state: Walking) => Update> = {
  quit: (state) => [state, [{ type: 'quit', code: 0 }]],
  back: (state) => goTo({ ...state, screen: 'walk' }, state.walk.id, 'outline'),
  'back-to-question': goBack,
  changes: showChanges,
  guidance: offerGuidance,
  preview: openPreview,
  related: findRelated,
  'scroll-down': (state) => [withWalk(state, { scroll: state.walk.scroll + STEP }), []],
  'scroll-up': (state) => [withWalk(state, { scroll: Math.max(0, state.walk.scroll - STEP) }), []],
  undo: (state) => undoAnswer({ ...state, screen: 'walk' }),
  redo: (state) => redoAnswer({ ...state, screen: 'walk' }),
  help: (state) => [openHelp(state), []],
};
