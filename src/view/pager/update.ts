import type { Document } from '../../markdown/document.ts';
import type { RenderOptions } from '../../render/options.ts';
import { renderBlocks } from '../../render/render.ts';
import { comparePlaces, TOP } from '../../render/rendering.ts';
import { graphemes } from '../../text/cells.ts';
import { actFor, type Press } from '../../wizard/key.ts';
import { OUTLINE_KEYS, PAGER_KEYS, type PagerAct } from './keymap.ts';
import { jumped, moveTo, reference, rerendered, searchOn, settled, shownFocus, toFound } from './place.ts';
import { bodyRows, gaps, headings, offsetAt, type PagerState, type Search, type Size } from './state.ts';

/** What happens to the pager. */
export type PagerAction =
  | { kind: 'press'; press: Press }
  | { kind: 'resize'; size: Size; widths: Pick<RenderOptions, 'width' | 'prose'> }
  /** The whole document; with `options` also what is not answered in it. */
  | {
      kind: 'document';
      document: Document;
      options: Pick<RenderOptions, 'marks' | 'within'> | null;
      said: string;
    }
  /** Code can be coloured now. */
  | { kind: 'coloured' }
  /** A search may go on, where it is still wanted. */
  | { kind: 'search'; search: Search }
  | { kind: 'say'; message: string };

/** What the pager asks of the world; an `offset` is into the source. */
export type PagerEffect =
  | { kind: 'leave'; status: number }
  | { kind: 'edit'; offset: number }
  | { kind: 'search'; search: Search }
  | { kind: 'reload' }
  | { kind: 'suspend' };

/** The pager after something happened, and what is to be done. */
export function updatePager(state: PagerState, action: PagerAction): [PagerState, PagerEffect | null] {
  const [next, effect] = updated(state, action);
  const { search } = next;
  return [next, effect ?? (search && search !== state.search ? { kind: 'search', search } : null)];
}

function updated(state: PagerState, action: PagerAction): [PagerState, PagerEffect | null] {
  switch (action.kind) {
    case 'resize':
      return [rerendered({ ...state, size: action.size }, action.widths), null];
    case 'document': {
      const options = { ...state.rendering.options, ...action.options };
      const moved = moveTo(state, renderBlocks(action.document, options));
      const gapsKnown = state.gapsKnown || action.options !== null;
      const message = action.said || state.message;
      return pressAll({ ...moved, whole: true, waiting: [], gapsKnown, message }, state.waiting);
    }
    case 'coloured':
      return [rerendered(state, {}), null];
    case 'search':
      return [action.search === state.search ? searchOn(state, action.search) : state, null];
    case 'say':
      return [{ ...state, message: action.message }, null];
    case 'press':
      return onPress({ ...state, search: null, message: '' }, action.press);
  }
}

/** Presses one after the other, up to the first that asks something of the world. */
function pressAll(state: PagerState, presses: readonly Press[]): [PagerState, PagerEffect | null] {
  let current = state;
  for (const press of presses) {
    const [next, effect] = onPress({ ...current, message: '' }, press);
    if (effect) return [next, effect];
    current = next;
  }
  return [current, null];
}

function onPress(state: PagerState, press: Press): [PagerState, PagerEffect | null] {
  if (state.typed !== null) return [onTyped(state, state.typed, press), null];
  if (state.waiting.length > 0 && actFor(PAGER_KEYS, press) !== 'interrupt')
    return [waitingFor(state, press), null];
  if (press.kind === 'paste') return [state, null];
  // Several keys may arrive in one read.
  const [first = '', ...more] = press.kind === 'text' ? graphemes(press.text) : [];
  const [next, effect] = onKey(state, press.kind === 'text' ? { kind: 'text', text: first } : press);
  if (more.length === 0 || effect) return [next, effect];
  return onPress(next, { kind: 'text', text: more.join('') });
}

function onKey(state: PagerState, key: Press): [PagerState, PagerEffect | null] {
  if (state.panel === 'help') return [{ ...state, panel: null }, null];
  const act = actFor(state.panel === 'outline' ? OUTLINE_KEYS : PAGER_KEYS, key);
  if (act === null) return [state, null];
  if (state.piped && (act === 'edit' || act === 'reload'))
    return [{ ...state, message: 'It came through a pipe: there is no file.' }, null];
  if (mustWait(state, act)) return [waitingFor(state, key), null];
  const next = state.panel === 'outline' ? onOutline(state, act) : onDocument(state, act);
  return [next, effectOf(state, act)];
}

/** What can be done while only the beginning of the document is there. */
const AT_ONCE: ReadonlySet<PagerAct> = new Set<PagerAct>([
  'up',
  'page-up',
  'half-up',
  'top',
  'help',
  'suspend',
  'interrupt',
  'leave',
]);
const DOWNWARD: ReadonlySet<PagerAct> = new Set<PagerAct>(['down', 'page-down', 'half-down']);

/** Whether an act needs more than is there of the document. It does not wait longer than reading takes. */
function mustWait(state: PagerState, act: PagerAct): boolean {
  if (state.whole || AT_ONCE.has(act)) return false;
  const rows = 2 * bodyRows(state);
  return !DOWNWARD.has(act) || state.rendering.window(state.top, rows).length < rows;
}

/** The state with a press that is done once the whole document is there; what comes after it waits, too. */
function waitingFor(state: PagerState, press: Press): PagerState {
  return { ...state, waiting: [...state.waiting, press] };
}

function effectOf(state: PagerState, act: PagerAct): PagerEffect | null {
  switch (act) {
    case 'leave':
      return { kind: 'leave', status: 0 };
    case 'interrupt':
      return { kind: 'leave', status: 130 };
    case 'edit':
      return { kind: 'edit', offset: offsetAt(state, shownFocus(state) ?? state.top) };
    case 'reload':
    case 'suspend':
      return { kind: act };
    default:
      return null;
  }
}

function onDocument(state: PagerState, act: PagerAct): PagerState {
  const rows = bodyRows(state);
  const scroll = (lines: number) => settled(state, state.rendering.move(state.top, lines));
  switch (act) {
    case 'down':
      return scroll(1);
    case 'up':
      return scroll(-1);
    case 'page-down':
      return scroll(Math.max(1, rows - 2));
    case 'page-up':
      return scroll(-Math.max(1, rows - 2));
    case 'half-down':
      return scroll(rows >> 1);
    case 'half-up':
      return scroll(-(rows >> 1));
    case 'top':
      return settled({ ...state, focus: null }, TOP);
    case 'end':
      return settled({ ...state, focus: null }, state.rendering.end());
    case 'search':
      return { ...state, typed: '' };
    case 'next':
      return state.term === '' ? toGap(state, 1) : toFound(state, 1);
    case 'previous':
      return state.term === '' ? toGap(state, -1) : toFound(state, -1);
    case 'next-gap':
      return toGap(state, 1);
    case 'previous-gap':
      return toGap(state, -1);
    case 'outline':
      return openOutline(state);
    case 'numbers':
      return rerendered(state, { lineNumbers: !state.rendering.options.lineNumbers });
    case 'help':
      return { ...state, panel: 'help' };
    case 'back':
      return { ...state, term: '' };
    default:
      return state;
  }
}

function onTyped(state: PagerState, typed: string, press: Press): PagerState {
  if (press.kind !== 'chord') return { ...state, typed: typed + press.text.replace(/[\r\n]+/g, ' ') };
  switch (press.chord) {
    case 'enter': {
      const term = typed.trim() === '' ? state.term : typed;
      return term === ''
        ? { ...state, typed: null }
        : toFound({ ...state, typed: null, term, focus: null }, 1);
    }
    case 'escape':
    case 'ctrl+c':
      return { ...state, typed: null };
    case 'backspace':
      return { ...state, typed: typed === '' ? null : graphemes(typed).slice(0, -1).join('') };
    case 'ctrl+u':
      return { ...state, typed: '' };
    default:
      return state;
  }
}

function openOutline(state: PagerState): PagerState {
  const all = headings(state);
  if (all.length === 0) return { ...state, message: 'There are no headings.' };
  const offset = offsetAt(state, shownFocus(state) ?? state.top);
  return {
    ...state,
    panel: 'outline',
    chosen: Math.max(
      0,
      all.findLastIndex(({ start }) => start <= offset),
    ),
  };
}

function onOutline(state: PagerState, act: PagerAct): PagerState {
  const all = headings(state);
  const choose = (index: number) => ({ ...state, chosen: Math.max(0, Math.min(all.length - 1, index)) });
  switch (act) {
    case 'down':
      return choose(state.chosen + 1);
    case 'up':
      return choose(state.chosen - 1);
    case 'page-down':
      return choose(state.chosen + bodyRows(state) - 1);
    case 'page-up':
      return choose(state.chosen - bodyRows(state) + 1);
    case 'top':
      return choose(0);
    case 'end':
      return choose(all.length - 1);
    case 'choose': {
      const focus = state.rendering.placeOf(all[state.chosen]!.start);
      return settled({ ...state, panel: null, focus }, focus);
    }
    case 'back':
      return { ...state, panel: null };
    default:
      return state;
  }
}

/** To the next or previous gap, going round at the ends. */
function toGap(state: PagerState, direction: 1 | -1): PagerState {
  const all = gaps(state);
  if (!state.gapsKnown) return { ...state, message: 'Still looking for gaps.' };
  if (all.length === 0) return { ...state, message: 'There are no gaps.' };
  const { rendering } = state;
  const from = reference(state, direction);
  const places = all.map(({ start }) => ({ start, unit: rendering.unitOf(start) }));
  // Only what lies near is rendered to compare lines.
  const ahead = places.filter(({ unit }) => (direction > 0 ? unit >= from.unit : unit <= from.unit));
  const ordered = direction > 0 ? ahead : ahead.reverse();
  const next = ordered.find(({ start }) => comparePlaces(rendering.placeOf(start), from) * direction > 0);
  const start = next?.start ?? (direction > 0 ? places[0]! : places.at(-1)!).start;
  const number = places.findIndex((place) => place.start === start) + 1;
  return jumped(state, rendering.placeOf(start), `Gap ${number} of ${all.length}`);
}
