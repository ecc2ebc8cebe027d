import { renderBlocks, TOP } from '../../render/rendering.ts';
import { BASE_KEYS } from '../base-keymap.ts';
import { actFor, type KeyTable, keysIn, type Press, type TextPress } from '../key.ts';
import type { ActOf } from '../keymap.ts';
import { inTurn, keyLines, type Layer, runPress } from '../layer.ts';
import {
  READER_START,
  type ReaderStep,
  readerActions,
  type ShownRow,
  searched,
  shownRows,
} from '../overlays/reader.ts';
import { type Preferences, withOwnKeys } from '../preferences.ts';
import { bufferOf, editText, TEXT_KEYS, type TextAct } from '../text-buffer.ts';
import { PAGER_KEYS, type PagerAct } from './keymap.ts';
import {
  closeContents,
  countOn,
  jumpToFound,
  jumpToGap,
  moveInContents,
  openContents,
  rerendered,
  scrolledTo,
  searchOn,
  shownFocus,
  toChosen,
  withRendering,
} from './navigation.ts';
import { bodyRows, offsetAt, type PagerAction, type PagerEffect, type PagerState, type PagerUpdate } from './state.ts';

const TABLES = { ...BASE_KEYS, ...PAGER_KEYS, text: TEXT_KEYS };

/** A table of keys that works in the pager, with the user's own keys. */
function pagerTable(name: keyof typeof TABLES, preferences: Pick<Preferences, 'keys'>): KeyTable {
  return withOwnKeys(name, TABLES[name], preferences);
}

type Do = (state: PagerState) => PagerState | PagerUpdate;

/** The keys that work in the pager now, the nearest layer first. A `press` may have to wait. */
export function pagerLayers(state: PagerState, press: Press | null = null): Layer<PagerUpdate>[] {
  const everywhere = layer(state, press, 'everywhere', 'Everywhere', EVERYWHERE);
  if (state.line ?? state.help?.line) {
    const search = {
      ...layer(state, press, 'search', 'Here', SEARCH),
      where: { line: state.line ?? state.help?.line },
    };
    const text: Layer<PagerUpdate> = {
      title: 'In the line',
      table: pagerTable('text', state.preferences),
      where: null,
      run: (act) => [typed(state, act as TextAct), []],
    };
    return [search, text, everywhere];
  }
  if (state.help) return [{ ...layer(state, press, 'show', 'Here', SHOW), where: { reader: state.help } }, everywhere];
  if (state.chosen !== null) return [layer(state, press, 'contents', 'In the outline', CONTENTS), everywhere];
  return [layer(state, press, 'pager', 'Here', PAGER), everywhere];
}

function layer(
  state: PagerState,
  press: Press | null,
  name: Parameters<typeof pagerTable>[0],
  title: string,
  acts: Readonly<Record<string, Do>>,
): Layer<PagerUpdate> {
  return {
    title,
    table: pagerTable(name, state.preferences),
    where: state,
    run(act) {
      if (press && mustWait(state, act)) return [{ ...state, waiting: [...state.waiting, press] }, []];
      const done = acts[act]!(state);
      return Array.isArray(done) ? done : [done, []];
    },
  };
}

/** The actions that work while only the beginning of the document is loaded. */
const AT_ONCE: ReadonlySet<string> = new Set([
  'up',
  'page-up',
  'half-up',
  'wheel-up',
  'top',
  'help',
  'suspend',
  'redraw',
  'leave',
  'back',
  'close',
  'find',
  'end-search',
]);
const DOWNWARD: ReadonlySet<string> = new Set(['down', 'page-down', 'half-down', 'wheel-down']);

/** Whether an action has to wait until the whole document is read. */
function mustWait(state: PagerState, act: string): boolean {
  if (state.whole || state.help || AT_ONCE.has(act)) return false;
  const rows = 2 * bodyRows(state);
  return !DOWNWARD.has(act) || state.rendering.window(state.top, rows).length < rows;
}

const scrolled = (lines: (rows: number) => number) => (state: PagerState) =>
  scrolledTo(state, state.rendering.move(state.top, lines(bodyRows(state))));

const asks =
  (effect: PagerEffect) =>
  (state: PagerState): PagerUpdate => [state, [effect]];

const withFile =
  (effect: (state: PagerState) => PagerEffect) =>
  (state: PagerState): PagerUpdate =>
    state.piped ? [{ ...state, message: 'It came through a pipe: there is no file.' }, []] : [state, [effect(state)]];

const EVERYWHERE: Readonly<Record<ActOf<'everywhere'>, Do>> = {
  leave: asks({ kind: 'leave', status: 130 }),
  suspend: asks({ kind: 'suspend' }),
  redraw: asks({ kind: 'redraw' }),
};

const PAGER: Readonly<Record<PagerAct<'pager'>, Do>> = {
  down: scrolled(() => 1),
  up: scrolled(() => -1),
  'wheel-down': scrolled(() => 3),
  'wheel-up': scrolled(() => -3),
  'page-down': scrolled((rows) => Math.max(1, rows - 2)),
  'page-up': scrolled((rows) => -Math.max(1, rows - 2)),
  'half-down': scrolled((rows) => rows >> 1),
  'half-up': scrolled((rows) => -(rows >> 1)),
  top: (state) => scrolledTo({ ...state, focus: null }, TOP),
  bottom: (state) => scrolledTo({ ...state, focus: null }, state.rendering.end()),
  find: (state) => ({ ...state, line: bufferOf('') }),
  'next-found': (state) => jumpToFound(state, 1),
  'found-before': (state) => jumpToFound(state, -1),
  'next-gap': (state) => jumpToGap(state, 1),
  'gap-before': (state) => jumpToGap(state, -1),
  contents: openContents,
  numbers: (state) => rerendered(state, { lineNumbers: !state.rendering.options.lineNumbers }),
  help: (state) => ({ ...state, help: READER_START }),
  'end-search': (state) => ({ ...state, term: '', focus: null, places: null }),
  edit: withFile(placeToEdit),
  reload: withFile(() => ({ kind: 'reload' })),
  leave: asks({ kind: 'leave', status: 0 }),
  back: asks({ kind: 'leave', status: 0 }),
};

function placeToEdit(state: PagerState): PagerEffect {
  const place = shownFocus(state) ?? state.top;
  const section = state.rendering.missingAt(place)?.id;
  return { kind: 'edit', offset: offsetAt(state, place), ...(section !== undefined && { section }) };
}

const inContents = (by: (rows: number, all: number) => number) => (state: PagerState) => moveInContents(state, by);

const CONTENTS: Readonly<Record<PagerAct<'contents'>, Do>> = {
  down: inContents(() => 1),
  up: inContents(() => -1),
  'page-down': inContents((rows) => rows - 1),
  'page-up': inContents((rows) => 1 - rows),
  top: inContents((_, all) => -all),
  bottom: inContents((_, all) => all),
  choose: toChosen,
  close: closeContents,
  help: (state) => ({ ...state, help: READER_START }),
};

const read =
  (by: ReaderStep) =>
  (state: PagerState): PagerState => ({
    ...state,
    help: by(state.help!, helpRows(state), helpHeight(state)),
  });

const SHOW: Readonly<Record<ActOf<'show'>, Do>> = {
  begin: (state) => state,
  ...readerActions(read),
  close: (state) => ({ ...state, help: null }),
};

const SEARCH: Readonly<Record<ActOf<'search'>, Do>> = {
  search(state) {
    if (state.help) return read(searched)(state);
    const term = state.line!.text.trim() === '' ? state.term : state.line!.text;
    const closed = { ...state, line: null, term };
    return term === '' ? closed : jumpToFound({ ...closed, focus: null }, 1);
  },
  close: (state) => (state.help ? read((reader) => ({ ...reader, line: null }))(state) : { ...state, line: null }),
};

/** The state after typed text or an action of any text in the search line; unchanged without one. */
function typed(state: PagerState, press: TextPress | TextAct): PagerState {
  const line = state.help ? state.help.line : state.line;
  const edited = line && editText(line, press, { width: Number.MAX_SAFE_INTEGER, lines: false });
  if (!edited) return state;
  return state.help ? { ...state, help: { ...state.help, line: edited } } : { ...state, line: edited };
}

/** The list of keys as rows; those of the outline if that is open. */
export function helpRows(state: PagerState): ShownRow[] {
  return shownRows(keyLines(pagerLayers({ ...state, help: null }), state.preferences), state.size.columns);
}

/** The number of rows of the list of keys, below its title. */
export function helpHeight(state: PagerState): number {
  return Math.max(1, bodyRows(state) - 2);
}

/** The pager after an action, and the effects to run. Pure. */
export function updatePager(state: PagerState, action: PagerAction): PagerUpdate {
  const [next, effects] = updated(state, action);
  const { search, places } = next;
  if (search && search !== state.search) effects.push({ kind: 'search', search });
  if (places?.on && places !== state.places) effects.push({ kind: 'count', count: places });
  return [next, effects];
}

function updated(state: PagerState, action: PagerAction): PagerUpdate {
  switch (action.kind) {
    case 'resize':
      return [rerendered({ ...state, size: action.size }, action.widths), []];
    case 'document': {
      const options = { ...state.rendering.options, ...action.options };
      const moved = withRendering(state, renderBlocks(action.document, options));
      const gapsKnown = state.gapsKnown || action.options !== null;
      const message = action.notice || state.message;
      return pressAll({ ...moved, whole: true, waiting: [], gapsKnown, message }, state.waiting);
    }
    case 'coloured':
      return [rerendered(state, {}), []];
    case 'search':
      return [action.search === state.search ? searchOn(state, action.search) : state, []];
    case 'count':
      return [action.count === state.places ? countOn(state, action.count) : state, []];
    case 'say':
      return [{ ...state, message: action.message }, []];
    case 'press':
      return pressAll({ ...state, search: null }, [action.press]);
  }
}

/** Presses keys one after another. */
function pressAll(state: PagerState, presses: readonly Press[]): PagerUpdate {
  const keys = presses.flatMap((press) => keysIn(press, pagerLayers(state)));
  return inTurn(state, keys, (current, key) => onPress({ ...current, message: '' }, key));
}

function onPress(state: PagerState, press: Press): PagerUpdate {
  // A press after one that waits has to wait, too.
  if (state.waiting.length > 0 && actFor(pagerTable('everywhere', state.preferences), press, state) === null)
    return [{ ...state, waiting: [...state.waiting, press] }, []];
  const done = runPress(pagerLayers(state, press), press);
  if (done) return done;
  return press.kind === 'chord' ? [state, []] : [typed(state, press), []];
}
