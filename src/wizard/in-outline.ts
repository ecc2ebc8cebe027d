import { answerSplices } from '../interview/answer/splices.ts';
import { pathOf, slotAt } from '../interview/questions.ts';
import { Problem } from '../problem.ts';
import { printable } from '../text/printable.ts';
import { keepAnswer, keepAsIs, openEditor } from './answering.ts';
import { enter, skip, toOpen } from './go.ts';
import { redoAnswer, undoAnswer } from './history.ts';
import { actFor, type Press } from './key.ts';
import { type ActOf, KEYS } from './keymap.ts';
import { quit, showChanges } from './leaving.ts';
import { toEdge, toGap, toNeighbour, toSection } from './moves.ts';
import { askReason } from './overlays/ask.ts';
import { findRelated } from './related.ts';
import { another, leaveOut } from './sections.ts';
import { readingOf, saying, type Update, type Walking, withWalk } from './update-result.ts';
import { write } from './write.ts';

/** A press in the outline. */
export function pressInOutline(state: Walking, press: Press): Update {
  const act = actFor(KEYS.outline, press);
  return act === null ? [state, []] : IN_OUTLINE[act]({ ...state, notice: null });
}

const IN_OUTLINE: Record<ActOf<'outline'>, (state: Walking) => Update> = {
  edit: (state) => enter(state, state.walk.id, 'field'),
  'next-gap': (state) => toGap(state, 1),
  'gap-before': (state) => toGap(state, -1),
  'section-below': (state) => toSection(state, 1),
  'section-above': (state) => toSection(state, -1),
  'question-after': (state) => toNeighbour(state, 1),
  'question-before': (state) => toNeighbour(state, -1),
  first: (state) => toEdge(state, 0),
  last: (state) => toEdge(state, -1),
  preview: (state) => [withWalk(state, { preview: !state.walk.preview, scroll: 0 }), []],
  'scroll-down': (state) => [withWalk(state, { scroll: state.walk.scroll + 5 }), []],
  'scroll-up': (state) => [withWalk(state, { scroll: state.walk.scroll - 5 }), []],
  find: (state) => [{ ...state, overlay: { kind: 'find', query: '', at: 0 } }, []],
  undo: undoAnswer,
  redo: redoAnswer,
  skip(state) {
    const { id } = state.walk;
    return toOpen(skip(state, id), id);
  },
  'not-applicable': (state) => {
    const reading = readingOf(state);
    const slot = slotAt(reading, state.walk.id);
    if (!slot) return [state, []];
    try {
      answerSplices(reading, slot.id, { kind: 'not-applicable', reason: '' });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return [saying(state, printable(`${sentence(error.message)} s leaves it for later.`), 'bad'), []];
    }
    const path = pathOf(reading, slot);
    // Of a heading that is asked for it is the group above it that does not apply.
    const what = slot.slot.shape.form === 'heading' ? path.slice(0, -1) : path;
    return [{ ...state, overlay: askReason(slot, what) }, []];
  },
  'keep-as-is': keepAsIs,
  another,
  'leave-out': leaveOut,
  editor: openEditor,
  'keep-answer': keepAnswer,
  review: (state) => {
    const [written, effects, outcome] = write(state);
    if (outcome === 'asks') return [written, effects];
    return [{ ...written, screen: 'review', walk: { ...written.walk, reviewAt: 0 } }, effects];
  },
  changes: showChanges,
  related: findRelated,
  help: (state) => [{ ...state, overlay: { kind: 'help', scroll: 0 } }, []],
  quit,
};

function sentence(message: string): string {
  return `${message[0]?.toUpperCase() ?? ''}${message.slice(1)}.`;
}
