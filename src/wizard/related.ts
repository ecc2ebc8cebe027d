import type { ShownLine } from './overlays/reader.ts';
import { shown } from './overlays/show.ts';
import type { WizardState } from './state.ts';
import { saying, type Update, type Walking } from './update-result.ts';

/** Looks for what has to do with the spec at hand: what to read before writing it. */
export function findRelated(state: Walking): Update {
  return [saying(state, 'Looking for related specs …'), [{ type: 'find-related' }]];
}

/** Shows what has to do with the spec, and why. */
export function showRelated(
  state: WizardState,
  found: readonly { path: string; why: string }[],
): WizardState {
  const quiet = { ...state, notice: null };
  if (found.length === 0) return saying(quiet, 'Nothing here names it, refers to it or shares ids with it.');
  const lines = found.flatMap(({ path, why }): ShownLine[] => [
    { text: path, tone: 'plain' },
    { text: `  ${why}`, tone: 'dim' },
  ]);
  const title = 'Related specs: what to read before writing';
  return { ...quiet, overlay: shown(title, lines) };
}
