import { isWalking, type Update, type Walking, withEffects, withWalk } from './action.ts';
import { draftEffects, keepAnswer, keepAsIs, openEditor, takeSuggestion } from './answering.ts';
import type { FieldNow, Step } from './fields/field.ts';
import { actInField, edit, editField, type FieldState, redo, undo } from './fields/fields.ts';
import { goBack, writeAndGoOn } from './go.ts';
import type { TextPress } from './key.ts';
import { type ActOf, tableFor } from './keymap.ts';
import type { Layer } from './layer.ts';
import { roomOf } from './layout.ts';
import { openHelp } from './overlays/overlay.ts';
import type { TextAct } from './text-buffer.ts';

type Do = (state: Walking) => Update;

/** The keys of the field: those of its suggestion, its editor, any text, and answering. */
export function fieldLayers(state: Walking): Layer[] {
  const { preferences } = state;
  const now: FieldNow<FieldState> = {
    state: state.walk.field.now,
    room: roomOf(state),
  };
  const { kind } = now.state;
  return [
    {
      title: 'What is offered',
      table: tableFor('suggestion', preferences),
      where: state,
      run: (act) => SUGGESTION[act as ActOf<'suggestion'>](state),
    },
    {
      title: 'In this answer',
      table: tableFor(kind, preferences),
      where: now,
      run: (act) => stepped(state, actInField(now.state, act, now.room), null),
    },
    {
      title: 'In its text',
      table: tableFor('text', preferences),
      where: now,
      run(act) {
        const step = editField(now.state, act as TextAct, now.room);
        return step.next === 'unhandled' ? null : stepped(state, step, act.startsWith('erase') ? 'erase' : null);
      },
      yields: true,
    },
    {
      title: 'On this question',
      table: tableFor('field', preferences),
      where: state,
      run: (act) => FIELD[act as ActOf<'field'>](state),
    },
  ];
}

export function typeInField(state: Walking, press: TextPress): Update {
  const isWord = press.kind === 'text' && !/^\s/.test(press.text);
  return stepped(state, editField(state.walk.field.now, press, roomOf(state)), isWord ? 'type' : null);
}

function stepped(state: Walking, step: Step<FieldState>, run: 'type' | 'erase' | null): Update {
  const { state: field, next: move } = edit(state.walk.field, step, run);
  const next = withWalk({ ...state, notice: null }, { field });
  const effects = draftEffects(state, next);
  if (move === 'stay' || move === 'unhandled') return [next, effects];
  return withEffects(effects, move === 'done' ? writeAndGoOn(next) : goBack(next));
}

/** The index of the current option, item or row of the field; null if it has none. */
function itemAt(field: FieldState): number | null {
  return field.kind === 'table' ? field.row : 'at' in field ? field.at : null;
}

/** Moves to an option, item or row of the field without choosing it. */
export function toItem(state: Walking, item: number): Walking {
  const room = roomOf(state);
  let { field } = state.walk;
  for (let at = itemAt(field.now); at !== null && at !== item; ) {
    field = edit(field, actInField(field.now, at < item ? 'down' : 'up', room), null).state;
    const next = itemAt(field.now);
    if (next === at) break;
    at = next;
  }
  return withWalk(state, { field });
}

/** The action of a click on the current item; in other fields a click only moves there. */
const ON_CURRENT: Partial<Record<FieldState['kind'], string>> = {
  choice: 'choose',
  choices: 'tick',
  checklist: 'tick',
};

/** Handles a click on an option, item or row: moves there; on the current one, chooses or ticks. */
export function clickItem(state: Walking, item: number): Update {
  const { now } = state.walk.field;
  const act = ON_CURRENT[now.kind];
  if (itemAt(now) !== item || act === undefined) return [toItem(state, item), []];
  return stepped(state, actInField(now, act, roomOf(state)), null);
}

const SUGGESTION: Record<ActOf<'suggestion'>, Do> = {
  accept(state) {
    const [taken, effects] = takeSuggestion(state);
    return isWalking(taken) ? withEffects(effects, writeAndGoOn(taken)) : [taken, effects];
  },
  take: takeSuggestion,
};

const FIELD: Record<ActOf<'field'>, Do> = {
  next: writeAndGoOn,
  back: goBack,
  outline: (state) => [withWalk(state, { place: 'outline' }), []],
  'keep-as-is': keepAsIs,
  'keep-answer': keepAnswer,
  editor: openEditor,
  'undo-field': (state) => withField(state, undo(state.walk.field)),
  'redo-field': (state) => withField(state, redo(state.walk.field)),
  take: takeSuggestion,
  help: (state) => [openHelp(state), []],
};

function withField(state: Walking, field: Walking['walk']['field']): Update {
  const next = withWalk({ ...state, notice: null }, { field });
  return [next, draftEffects(state, next)];
}
