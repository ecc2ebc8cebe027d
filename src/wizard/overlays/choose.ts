import { Problem } from '../../problem.ts';
import { replaceField } from '../answering.ts';
import { changesBetween } from '../diff.ts';
import type { Engine } from '../engine.ts';
import { asValue } from '../fields/as-value.ts';
import { fieldValue } from '../fields/fields.ts';
import { enter, toOpen } from '../go.ts';
import { actFor, type Press } from '../key.ts';
import { KEYS } from '../keymap.ts';
import { slotAt } from '../questions.ts';
import type { WizardState } from '../state.ts';
import { isWalking, readingOf, saying, type Turn, type Walking, withWalk } from '../turn.ts';
import { apply } from '../write.ts';
import { ask } from './ask.ts';
import type { Choose, OfferedDraft, Question, Way } from './overlay.ts';

/** Asks for one of a few ways on. */
export function choose(
  about: Question,
  title: string,
  lines: readonly string[],
  options: readonly Way[],
): Choose {
  return { kind: 'choose', about, title, lines, options, at: 0 };
}

/** Offers what was typed in an earlier run and is not in the file. */
export function offerDrafts(state: Walking, engine: Engine, drafts: readonly OfferedDraft[]): Choose {
  const [first] = drafts;
  const slot = first && slotAt(readingOf(state, engine), first.id);
  return choose(
    { what: 'draft', drafts },
    'Something typed earlier is not in the file',
    [`${first?.when ?? ''}: ${slot?.slot.ask ?? ''}`, preview(first?.value)],
    [
      { key: 't', way: 'take', label: 'go on with it' },
      { key: 'l', way: 'later', label: 'ask again next time' },
      { key: 'd', way: 'drop', label: 'throw it away' },
    ],
  );
}

/** What to do when the file is not the one that was opened. */
export function offerConflict(theirs: string | null): Choose {
  if (theirs === null) {
    return choose(
      { what: 'conflict', theirs },
      'The file was removed or replaced meanwhile',
      [],
      [
        { key: 'w', way: 'mine', label: 'write it again, with my text' },
        { key: 'a', way: 'save-as', label: 'save mine under another name' },
      ],
    );
  }
  return choose(
    { what: 'conflict', theirs },
    'The file was changed elsewhere meanwhile; nothing was written over',
    [],
    [
      { key: 'r', way: 'carry', label: 'take their file and carry my answer over' },
      { key: 'd', way: 'draft', label: 'take their file and keep mine as a draft' },
      { key: 's', way: 'show', label: 'show the difference' },
      { key: 'a', way: 'save-as', label: 'save mine under another name' },
    ],
  );
}

/** A press while ways are offered. */
export function pressChoose(state: WizardState, overlay: Choose, press: Press, engine: Engine): Turn {
  const act = actFor(KEYS.choose, press);
  const direct = press.kind === 'text' ? overlay.options.find(({ key }) => key === press.text) : undefined;
  if (act === 'close') return [{ ...state, overlay: null }, []];
  if (act === 'up' || act === 'down') {
    const at = Math.max(0, Math.min(overlay.options.length - 1, overlay.at + (act === 'up' ? -1 : 1)));
    return [{ ...state, overlay: { ...overlay, at } }, []];
  }
  const way = direct ?? (act === 'give' ? overlay.options[overlay.at] : undefined);
  if (!way || !isWalking(state)) return [state, []];
  const closed: Walking = { ...state, overlay: null };
  const { about } = overlay;
  switch (about.what) {
    case 'broken':
      return settleBroken(closed, about, way.way, engine);
    case 'draft':
      return settleDraft(closed, about.drafts, way.way, engine);
    case 'conflict':
      return settleConflict(closed, overlay, about.theirs, way.way, engine);
    case 'failed':
      return settleFailed(closed, way.way);
  }
}

function settleBroken(
  state: Walking,
  { id, answer, repair }: Extract<Question, { what: 'broken' }>,
  way: string,
  engine: Engine,
): Turn {
  if (way === 'edit') return [withWalk(state, { place: 'field' }), []];
  try {
    const splices = way === 'repair' && repair ? repair : engine.answer(readingOf(state, engine), id, answer);
    const [next, effects] = apply(state, id, answer, splices);
    const [there, more] = toOpen(next, engine, id);
    return [there, [...effects, ...more]];
  } catch (error) {
    if (error instanceof Problem) return [saying(state, error.message, 'bad'), []];
    throw error;
  }
}

function settleDraft(state: Walking, drafts: readonly OfferedDraft[], way: string, engine: Engine): Turn {
  const [first, ...rest] = drafts;
  if (!first) return [state, []];
  const more = rest.length > 0 ? offerDrafts(state, engine, rest) : null;
  if (way === 'drop')
    return [{ ...state, overlay: more }, [{ type: 'drop-draft', id: first.id, draft: first.draft }]];
  if (way === 'later') return [{ ...state, overlay: more }, []];
  const slot = readingOf(state, engine).slots.find(({ id }) => id === first.id);
  const value = slot ? asValue(slot.slot.kind, first.value) : null;
  if (!slot || value === null)
    return [saying({ ...state, overlay: more }, 'It does not fit any question here.', 'bad'), []];
  const [there, effects] = enter(state, engine, slot.id, 'field');
  if (!isWalking(there)) return [there, effects];
  const [taken, drafted] = replaceField(there, slot.slot, value);
  const dropped = { type: 'drop-draft' as const, id: slot.id, draft: first.draft };
  return [{ ...taken, overlay: more }, [...effects, dropped, ...drafted]];
}

function settleConflict(
  state: Walking,
  overlay: Choose,
  theirs: string | null,
  way: string,
  engine: Engine,
): Turn {
  if (way === 'save-as')
    return [{ ...state, overlay: ask({ what: 'save-as' }, 'Under which path?', '') }, []];
  if (theirs === null) {
    return [withWalk(state, { save: 'saving' }), [{ type: 'save', text: state.walk.text, again: true }]];
  }
  if (way === 'show') {
    const lines = changesBetween(theirs, state.walk.text);
    return [
      {
        ...state,
        overlay: { kind: 'show', title: 'Theirs (-) and mine (+)', lines, scroll: 0, below: overlay },
      },
      [],
    ];
  }
  const last = state.walk.past.at(-1);
  const taken: Walking = withWalk(state, { text: theirs, past: [], future: [], save: 'saved' });
  const [there, effects] = enter(taken, engine, last?.id ?? state.walk.id, 'field');
  if (!isWalking(there)) return [there, [{ type: 'take-theirs' }, ...effects]];
  const mine = fieldValue(state.walk.field.now);
  const answer = last?.answer?.kind === 'value' ? last.answer.value : mine;
  const slot = readingOf(there, engine).slots.find(({ id }) => id === there.walk.id);
  if (!slot || answer === null) return [there, [{ type: 'take-theirs' }, ...effects]];
  if (way === 'draft') {
    return [
      saying(there, 'Your answer is kept as a draft.'),
      [{ type: 'take-theirs' }, { type: 'draft', id: slot.id, value: answer }, ...effects],
    ];
  }
  const [carried, drafted] = replaceField(there, slot.slot, answer);
  return [
    saying(carried as Walking, 'Your answer is in the field again, above their text: ^S writes it.', 'good'),
    [{ type: 'take-theirs' }, ...effects, ...drafted],
  ];
}

function settleFailed(state: Walking, way: string): Turn {
  if (way === 'save-as')
    return [{ ...state, overlay: ask({ what: 'save-as' }, 'Under which path?', '') }, []];
  const save = { type: 'save', text: state.walk.text, readOnly: way === 'read-only' } as const;
  return [withWalk(state, { save: 'saving' }), [save]];
}

function preview(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value ?? '');
  return text.replace(/\s+/g, ' ').slice(0, 200);
}
