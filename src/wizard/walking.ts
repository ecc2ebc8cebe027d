import type { Slot, Value } from '../template/slot.ts';
import type { Splice } from '../text/range.ts';
import { changesBetween } from './diff.ts';
import type { Effect } from './effect.ts';
import type { Engine } from './engine.ts';
import { edited, pressEdited } from './fields/edited.ts';
import { fieldValue, sameValue, startField } from './fields/fields.ts';
import { outsideText } from './fields/outside-text.ts';
import { enter, moveOn, moveTo, skip, toOpen } from './go.ts';
import { redoAnswer, undoAnswer } from './history.ts';
import { actFor, type Press } from './key.ts';
import { type ActOf, KEYS } from './keymap.ts';
import { outlineOf, rowOfSlot } from './outline.ts';
import { askReason } from './overlays/ask.ts';
import { gapsOf, isOpen, neighbour, pathOf, questionsOf, seek, slotAt } from './questions.ts';
import { suggestionFor } from './suggestion.ts';
import { readingOf, saying, type Turn, type Walking, withWalk } from './turn.ts';
import { apply, isTyped, write, writeAnswer } from './write.ts';

type Do = (state: Walking, engine: Engine) => Turn;

/** A press in a field: the editor's, else the walk's. */
export function pressInField(state: Walking, press: Press, engine: Engine): Turn {
  const room = { width: fieldWidth(state), today: state.facts.today };
  const step = pressEdited(state.walk.field, press, room);
  if (step.next === 'unhandled') {
    const act = actFor(KEYS.field, press);
    if (act === null && press.kind === 'chord' && (press.chord === 'enter' || press.chord === 'tab')) {
      return moveOn(state, engine);
    }
    return act === null ? escaped(state, press, engine) : IN_FIELD[act](state, engine);
  }
  const next = withWalk({ ...state, notice: null }, { field: step.state });
  const effects = draftOf(state, next);
  if (step.next === 'stay') return [next, effects];
  const [moved, more] = step.next === 'done' ? moveOn(next, engine) : back(next, engine);
  return [moved, [...effects, ...more]];
}

/** Esc and a key in one read look like Alt and that key: where the field has no use for that, it is the outline's. */
function escaped(state: Walking, press: Press, engine: Engine): Turn {
  const key = press.kind === 'chord' && press.chord.startsWith('alt+') ? press.chord.slice(4) : null;
  if (key === null) return [state, []];
  const second: Press = [...key].length === 1 ? { kind: 'text', text: key } : { kind: 'chord', chord: key };
  return pressInOutline(withWalk(state, { place: 'outline' }), second, engine);
}

/** A press in the outline. */
export function pressInOutline(state: Walking, press: Press, engine: Engine): Turn {
  const act = actFor(KEYS.outline, press);
  return act === null ? [state, []] : IN_OUTLINE[act]({ ...state, notice: null }, engine);
}

/** The width of the editor's text on the screen, in cells; the view draws it as wide. */
export function fieldWidth({ size }: Pick<Walking, 'size'>): number {
  return Math.max(8, middleWidth(size.columns) - 5);
}

/** The width of the pane that holds the question, in cells. */
export function middleWidth(columns: number): number {
  if (columns < 100) return columns;
  return columns - outlineWidth(columns) - previewWidth(columns);
}

/** The width of the outline's pane, in cells; 0 where it is folded. */
export function outlineWidth(columns: number): number {
  return columns < 100 ? 0 : Math.min(36, Math.floor(columns / 4));
}

/** The width of the preview's pane, in cells; 0 where it is a key away. */
export function previewWidth(columns: number): number {
  return columns < 100 ? 0 : Math.floor((columns - outlineWidth(columns)) * (columns < 140 ? 0.36 : 0.46));
}

const IN_FIELD: Record<ActOf<'field'>, Do> = {
  next: moveOn,
  back,
  outline: (state) => [withWalk(state, { place: 'outline' }), []],
  'keep-as-is': (state, engine) => (isTyped(state) ? [state, []] : keepAsIs(state, engine)),
  'keep-answer': keepAnswer,
  editor: openEditor,
  'undo-field': (state) => [state, []],
  'redo-field': (state) => [state, []],
  take,
  help: (state) => [{ ...state, overlay: { kind: 'help', scroll: 0 } }, []],
};

const IN_OUTLINE: Record<ActOf<'outline'>, Do> = {
  edit: (state, engine) => enter(rested(state), engine, state.walk.id, 'field'),
  'next-gap': (state, engine) => toGap(state, engine, 1),
  'gap-before': (state, engine) => toGap(state, engine, -1),
  'section-below': (state, engine) => toSection(state, engine, 1),
  'section-above': (state, engine) => toSection(state, engine, -1),
  'question-after': (state, engine) => toNeighbour(state, engine, 1),
  'question-before': (state, engine) => toNeighbour(state, engine, -1),
  first: (state, engine) => toEdge(state, engine, 0),
  last: (state, engine) => toEdge(state, engine, -1),
  preview: (state) => [withWalk(state, { preview: !state.walk.preview, scroll: 0 }), []],
  'scroll-down': (state) => [withWalk(state, { scroll: state.walk.scroll + 5 }), []],
  'scroll-up': (state) => [withWalk(state, { scroll: state.walk.scroll - 5 }), []],
  find: (state) => [{ ...state, overlay: { kind: 'find', query: '', at: 0 } }, []],
  undo: undoAnswer,
  redo: redoAnswer,
  skip(state, engine) {
    const { id } = state.walk;
    return toOpen(skip(state, engine, id), engine, id);
  },
  'not-applicable': (state, engine) => {
    const reading = readingOf(state, engine);
    const slot = slotAt(reading, state.walk.id);
    return slot ? [{ ...state, overlay: askReason(slot, pathOf(reading, slot)) }, []] : [state, []];
  },
  'keep-as-is': keepAsIs,
  another,
  'leave-out': leaveOut,
  editor: openEditor,
  'keep-answer': keepAnswer,
  review: (state, engine) => {
    const [written, effects, outcome] = write(state, engine);
    if (outcome === 'asks') return [written, effects];
    return [{ ...written, screen: 'review', walk: { ...written.walk, reviewAt: 0 } }, effects];
  },
  changes: showChanges,
  help: (state) => [{ ...state, overlay: { kind: 'help', scroll: 0 } }, []],
  quit,
};

/** Leaves the wizard by choice: what is typed is written first. */
export function quit(state: Walking, engine: Engine): Turn {
  const [written, effects, outcome] = write(state, engine);
  if (outcome === 'asks') return [written, effects];
  return [written, [...effects, { type: 'quit', code: 0 }]];
}

/** Shows what changed since the spec was opened. */
export function showChanges(state: Walking): Turn {
  const lines = changesBetween(state.walk.opened, state.walk.text);
  if (lines.length === 0) return [saying(state, 'Nothing has changed since it was opened.'), []];
  return [{ ...state, overlay: { kind: 'show', title: 'What changed', lines, scroll: 0 } }, []];
}

/** What was typed stays in its field while other questions are looked at; going back to it finds it there. */
function rested(state: Walking): Walking {
  if (!isTyped(state)) return state;
  const { id, field, kept } = state.walk;
  return withWalk(state, { kept: { ...kept, [id]: field } });
}

function draftOf(before: Walking, after: Walking): Effect[] {
  const value = fieldValue(after.walk.field.now);
  if (sameValue(value, fieldValue(before.walk.field.now))) return [];
  if (!isTyped(after)) return [{ type: 'drop-draft', id: after.walk.id }];
  return [{ type: 'draft', id: after.walk.id, value }];
}

function back(state: Walking, engine: Engine): Turn {
  const before = neighbour(readingOf(state, engine), state.walk.id, -1);
  if (!before) return [saying(state, 'This is the first question.'), []];
  return moveTo(state, engine, before.id, 'field');
}

function toNeighbour(state: Walking, engine: Engine, by: 1 | -1): Turn {
  const next = neighbour(readingOf(state, engine), state.walk.id, by);
  return next ? moveTo(state, engine, next.id, 'outline') : [state, []];
}

function toEdge(state: Walking, engine: Engine, edge: 0 | -1): Turn {
  const slot = questionsOf(readingOf(state, engine)).at(edge);
  return slot ? moveTo(state, engine, slot.id, 'outline') : [state, []];
}

function toSection(state: Walking, engine: Engine, by: 1 | -1): Turn {
  const rows = outlineOf(readingOf(state, engine)).filter(({ own }) => own.length > 0);
  const here = rowOfSlot(rows, state.walk.id);
  const row = rows[here < 0 ? 0 : here + by];
  const id = row && (row.open && row.own.includes(row.open) ? row.open : row.own[0]!);
  return id === undefined ? [state, []] : moveTo(state, engine, id, 'outline');
}

function toGap(state: Walking, engine: Engine, by: 1 | -1): Turn {
  const from = state.walk.id;
  const [written, effects, outcome] = write(state, engine);
  if (outcome === 'asks') return [written, effects];
  const reading = readingOf(written, engine);
  const gaps = gapsOf(reading).map(({ id }) => id);
  const fresh = gaps.filter((id) => !written.walk.skipped.includes(id));
  const wanted = fresh.length > 0 ? fresh : gaps;
  const next = seek(reading, from, by, ({ id }) => wanted.includes(id));
  if (!next) return [{ ...written, screen: 'end' }, effects];
  const [there, more] = enter(outcome === 'blocked' ? rested(written) : written, engine, next.id);
  return [there, [...effects, ...more]];
}

function keepAnswer(state: Walking, engine: Engine): Turn {
  const [next, effects, outcome] = write(state, engine);
  if (outcome === 'written') return [saying(next, 'Kept in the file.', 'good'), effects];
  if (outcome === 'unchanged' && next.notice === state.notice)
    return [saying(next, 'Nothing new to keep.'), effects];
  return [next, effects];
}

function keepAsIs(state: Walking, engine: Engine): Turn {
  const { id } = state.walk;
  const slot = slotAt(readingOf(state, engine), id);
  if (!slot || !isOpen(slot)) return [saying(state, 'This is answered already.'), []];
  const [next, effects, outcome] = writeAnswer(state, engine, id, { kind: 'keep' });
  if (outcome !== 'written') return [next, effects];
  const [there, more] = toOpen(next, engine, id);
  return [there, [...effects, ...more]];
}

function take(state: Walking, engine: Engine): Turn {
  const slot = slotAt(readingOf(state, engine), state.walk.id);
  const offered = slot && suggestionFor(slot, state);
  if (!offered) return [saying(state, 'Nothing is offered here.'), []];
  return replaceField(state, slot.slot, offered.value);
}

/** Puts a value into the field as one step that can be undone in it. */
export function replaceField(state: Walking, slot: Slot, value: Value | null): Turn {
  const { field } = state.walk;
  const now = startField(slot, value, { width: fieldWidth(state), today: state.facts.today });
  const next = withWalk(
    { ...state, notice: null },
    {
      place: 'field',
      field: { ...edited(now), past: [...field.past, field.now] },
    },
  );
  return [next, draftOf(state, next)];
}

function openEditor(state: Walking, engine: Engine): Turn {
  const slot = slotAt(readingOf(state, engine), state.walk.id);
  if (!slot) return [state, []];
  const text = outsideText(slot.slot, fieldValue(state.walk.field.now));
  const extension =
    slot.slot.kind === 'code' ? slot.slot.language.toLowerCase().replace(/[^a-z0-9]/g, '') : 'md';
  return [state, [{ type: 'edit', text, extension: extension || 'txt' }]];
}

function another(state: Walking, engine: Engine): Turn {
  const reading = readingOf(state, engine);
  const section = reading.sections.find(({ slots }) => slots.some(({ id }) => id === state.walk.id));
  const copy = section && engine.repeat(reading, section.id);
  if (!copy) return [saying(state, 'This section stands once only.'), []];
  return structural(
    state,
    engine,
    copy.splices,
    copy.id ?? state.walk.id,
    'Another one is begun. u takes it back.',
  );
}

function leaveOut(state: Walking, engine: Engine): Turn {
  const reading = readingOf(state, engine);
  const section = reading.sections.find(({ slots }) => slots.some(({ id }) => id === state.walk.id));
  const splices = section && engine.omit(reading, section.id);
  if (!splices) return [saying(state, 'This section cannot be left out; x says that it does not apply.'), []];
  return structural(state, engine, splices, state.walk.id, 'Left out. u takes it back.');
}

function structural(
  state: Walking,
  engine: Engine,
  splices: readonly Splice[],
  id: string,
  said: string,
): Turn {
  const [changed, effects] = apply(state, state.walk.id, null, splices);
  const [next, more] = enter(changed, engine, id);
  return [saying(next, said, 'good'), [...effects, ...more]];
}
