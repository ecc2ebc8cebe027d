import { moveTo } from '../go.ts';
import { openRow } from '../home.ts';
import type { ActOf } from '../keymap.ts';
import type { WizardState } from '../state.ts';
import { keyFor } from '../tables.ts';
import { bufferOf, type TextBuffer } from '../text-buffer.ts';
import { isWalking, readingOf, saying, type Update, withWalk } from '../update-result.ts';
import { hitsOf, placeAmongFound } from './hits.ts';
import type { Find } from './overlay.ts';

/** The state looking for something else. */
export function searching(state: WizardState, overlay: Find, line: TextBuffer): WizardState {
  const at = line.text === overlay.line.text ? overlay.at : 0;
  return { ...state, overlay: { ...overlay, line, at } };
}

type Do = (state: WizardState, overlay: Find) => Update;

/** What can be done while looking for something. */
export const FIND: Record<ActOf<'find'>, Do> = {
  up: (state, overlay) => moved(state, overlay, -1),
  down: (state, overlay) => moved(state, overlay, 1),
  'page-up': (state, overlay) => moved(state, overlay, -10),
  'page-down': (state, overlay) => moved(state, overlay, 10),
  clear: (state, overlay) => [searching(state, overlay, bufferOf('')), []],
  close: (state) => [{ ...state, overlay: null }, []],
  open(state, overlay) {
    const query = overlay.line.text;
    const hits = hitsOf(state, query);
    const hit = hits[overlay.at];
    if (!hit) return [state, []];
    const closed = { ...state, overlay: null };
    if (state.screen === 'home' || !isWalking(closed)) return openRow(closed, Number(hit.id));
    const [there, effects] = moveTo({ ...closed, screen: 'walk' }, hit.id, 'outline');
    if (!isWalking(there) || query.trim() === '') return [there, effects];
    const place = placeAmongFound(
      readingOf(there),
      hits.map(({ id }) => id),
      hit.id,
      query,
    );
    const next = `${keyFor(state, 'outline', 'next-found')} goes to the next, ${keyFor(state, 'outline', 'end-search')} ends the search.`;
    return [saying(withWalk(there, { search: query }), `${place}. ${next}`), effects];
  },
};

function moved(state: WizardState, overlay: Find, by: number): Update {
  const last = hitsOf(state, overlay.line.text).length - 1;
  const at = Math.max(0, Math.min(last, overlay.at + by));
  return [{ ...state, overlay: { ...overlay, at } }, []];
}
