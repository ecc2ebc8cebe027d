import { omitSection } from '../interview/answer/mark.ts';
import { answerSplices } from '../interview/answer/splices.ts';
import { anotherSection } from '../interview/answer/whole-section.ts';
import { withoutLabel } from '../interview/guidance.ts';
import { pathOf, sectionOf, slotAt } from '../interview/questions.ts';
import { Problem } from '../problem.ts';
import { sentence } from '../text/casing.ts';
import { applySplices, type Splice } from '../text/range.ts';
import { isWalking, readingOf, type Update, type Walking, withNotice, withWalk } from './action.ts';
import { keepAnswer, keepAsIs, openEditor, redoAnswer, undoAnswer } from './answering.ts';
import { goTo, goToEdge, goToGap, goToNeighbour, goToOpen, goToSection, skip } from './go.ts';
import { type ActOf, keyFor } from './keymap.ts';
import { previewWidth } from './layout.ts';
import * as messages from './messages.ts';
import { askReason } from './overlays/ask.ts';
import { offerInstead } from './overlays/choose.ts';
import { findRelated, goToFound } from './overlays/find.ts';
import { offerUpgrade } from './overlays/offers.ts';
import { openFind, openHelp } from './overlays/overlay.ts';
import { offerSection } from './overlays/section.ts';
import { openPreview, sidePreview } from './preview.ts';
import { applyEdit, quit, showChanges, shownReading, undoKeys, writeTyped } from './write.ts';

/** The actions of the outline. */
export const OUTLINE_ACTIONS: Record<ActOf<'outline'>, (state: Walking) => Update> = {
  edit: (state) => goTo(state, state.walk.id, 'field'),
  'next-found': (state) => goToFound(state, 1),
  'found-before': (state) => goToFound(state, -1),
  'next-gap': (state) => goToGap(state, 1),
  'gap-before': (state) => goToGap(state, -1),
  'section-below': (state) => goToSection(state, 1),
  'section-above': (state) => goToSection(state, -1),
  'question-after': (state) => goToNeighbour(state, 1),
  'question-before': (state) => goToNeighbour(state, -1),
  first: (state) => goToEdge(state, 0),
  last: (state) => goToEdge(state, -1),
  'page-down': (state) => goToSection(state, 10),
  'page-up': (state) => goToSection(state, -10),
  preview: openPreview,
  upgrade: offerUpgrade,
  'scroll-down': (state) => scrolled(state, 1),
  'scroll-up': (state) => scrolled(state, -1),
  find: (state) => [openFind(state), []],
  'end-search': (state) => [withWalk(state, { search: '' }), []],
  undo: undoAnswer,
  redo: redoAnswer,
  skip(state) {
    const { id } = state.walk;
    return goToOpen(skip(state, id), id);
  },
  'not-applicable': (state) => {
    const reading = readingOf(state);
    const slot = slotAt(reading, state.walk.id);
    if (!slot) return [state, []];
    try {
      answerSplices(reading, slot.id, { kind: 'not-applicable', reason: '' });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return [{ ...state, overlay: offerInstead(slot.id, sentence(error.message)) }, []];
    }
    const path = pathOf(reading, slot);
    // If a heading is asked for, the group above it does not apply.
    const what = slot.slot.shape.form === 'heading' ? path.slice(0, -1) : path;
    return [{ ...state, overlay: askReason(slot, what) }, []];
  },
  'keep-as-is': keepAsIs,
  section: (state) => offerSection(state),
  another,
  'leave-out': leaveOut,
  editor: openEditor,
  'keep-answer': keepAnswer,
  review: (state) => {
    const [written, effects, outcome] = writeTyped(state);
    if (outcome === 'asks') return [written, effects];
    return [{ ...written, screen: 'review', walk: { ...written.walk, reviewAt: 0 } }, effects];
  },
  changes: showChanges,
  related: findRelated,
  help: (state) => [openHelp(state), []],
  quit,
};

/** Scrolls the document beside the question by half a page. */
function scrolled(state: Walking, by: 1 | -1): Update {
  const { columns, rows } = state.size;
  const width = previewWidth(columns) - 2;
  if (width < 20) return [withNotice(state, messages.previewHint(keyFor(state, 'outline', 'preview'))), []];
  const room = { width, height: rows - FRAME_ROWS, scroll: state.walk.scroll + by * Math.floor(rows / 2) };
  const { scroll } = sidePreview(shownReading(state), state.walk.id, room);
  return [withWalk(state, { scroll }), []];
}

/** The rows of header and footer. */
const FRAME_ROWS = 4;

/** Adds a copy of the current section, if its template allows several. */
function another(state: Walking): Update {
  const reading = readingOf(state);
  const section = sectionOf(reading, state.walk.id);
  const copy = section && anotherSection(reading, section.id);
  if (!copy) return [withNotice(state, messages.notRepeatable), []];
  return structural(state, copy.splices, copy.gap ?? state.walk.id, messages.anotherBegun);
}

/** Removes the current section from the spec. */
function leaveOut(state: Walking): Update {
  const reading = readingOf(state);
  const slot = slotAt(reading, state.walk.id);
  const label = slot && withoutLabel(reading, slot);
  if (label) return structural(state, [label], state.walk.id, messages.leftOut);
  const section = sectionOf(reading, state.walk.id);
  const splices = section && omitSection(reading, section);
  if (!splices) return [withNotice(state, messages.alwaysThere(keyFor(state, 'outline', 'section'))), []];
  return structural(state, splices, state.walk.id, messages.leftOut);
}

function structural(state: Walking, splices: readonly Splice[], id: string, notice: string): Update {
  const [changed, effects] = applyEdit(state, state.walk.id, null, {
    splices,
    text: applySplices(state.walk.text, splices),
  });
  const [next, more] = goTo(changed, id, 'outline');
  return [
    withNotice(next, messages.withUndo(notice, undoKeys(isWalking(next) ? next : state)), 'good'),
    [...effects, ...more],
  ];
}
