import { actFor, type Press } from '../key.ts';
import { KEYS } from '../keymap.ts';
import type { WizardState } from '../state.ts';
import type { Update } from '../update-result.ts';
import type { Help, Show } from './overlay.ts';

/** A press while lines are shown to be read. The view stops at the last page. */
export function pressScroll(state: WizardState, overlay: Help | Show, press: Press): Update {
  const page = Math.max(1, state.size.rows - 8);
  const act = actFor(KEYS.show, press);
  if (act === null) return [state, []];
  if (act === 'close') {
    return [{ ...state, overlay: (overlay.kind === 'show' && overlay.below) || null }, []];
  }
  const last = overlay.kind === 'show' ? overlay.lines.length - 1 : 200;
  const by = { up: -1, down: 1, 'page-up': -page, 'page-down': page, top: -last, bottom: last }[act];
  const scroll = Math.max(0, Math.min(last, overlay.scroll + by));
  return [{ ...state, overlay: { ...overlay, scroll } }, []];
}
