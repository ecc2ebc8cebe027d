import { renderBlocks } from '../../render/render.ts';
import { actFor, keysIn, type Press } from '../key.ts';
import { runLayers } from '../layer.ts';
import { pagerLayers, pagerTable, typed } from './layers.ts';
import { countOn, moveTo, rerendered, searchOn } from './place.ts';
import type { PagerAction, PagerEffect, PagerState, PagerUpdate } from './state.ts';

/** The pager after something happened, and what is to be done. Pure. */
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
      const moved = moveTo(state, renderBlocks(action.document, options));
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

/** Presses one after the other. */
function pressAll(state: PagerState, presses: readonly Press[]): PagerUpdate {
  let current = state;
  const effects: PagerEffect[] = [];
  for (const press of presses.flatMap((press) => keysIn(press, pagerLayers(state)))) {
    const [next, more] = onPress({ ...current, message: '' }, press);
    current = next;
    effects.push(...more);
  }
  return [current, effects];
}

function onPress(state: PagerState, press: Press): PagerUpdate {
  // What comes behind a press that waits waits, too.
  if (state.waiting.length > 0 && actFor(pagerTable('everywhere', state.preferences), press, state) === null)
    return [{ ...state, waiting: [...state.waiting, press] }, []];
  const done = runLayers(pagerLayers(state, press), press);
  if (done) return done;
  return press.kind === 'chord' ? [state, []] : [typed(state, press), []];
}
