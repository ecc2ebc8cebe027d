import { type Update, type Walking, withNotice } from '../action.ts';
import * as messages from '../messages.ts';
import type { WizardState } from '../state.ts';
import { bufferOf } from '../text-buffer.ts';
import type { Show } from './overlay.ts';
import type { ShownLine } from './reader.ts';
import { UNREAD } from './reader.ts';

export function textOverlay(title: string, lines: readonly ShownLine[]): Show {
  return { kind: 'show', title, lines, reader: UNREAD };
}

/** The state with the help for the present screen. */
export function openHelp<S extends WizardState>(state: S): S {
  return { ...state, overlay: { kind: 'help', reader: UNREAD } };
}

/** The state with the search open. */
export function openFind(state: WizardState): WizardState {
  return { ...state, overlay: { kind: 'find', line: bufferOf(''), at: 0 } };
}

/** Starts the search for related documents. */
export function findRelated(state: Walking): Update {
  return [withNotice(state, messages.lookingForRelated), [{ type: 'find-related' }]];
}

/** Shows the related documents, with reasons. */
export function showRelated(state: WizardState, found: readonly { path: string; why: string }[]): WizardState {
  const quiet = { ...state, notice: null };
  if (found.length === 0) return withNotice(quiet, messages.nothingRelated);
  const lines = found.flatMap(({ path, why }): ShownLine[] => [
    { text: path, tone: 'plain' },
    { text: `  ${why}`, tone: 'dim' },
  ]);
  const title = messages.relatedTitle;
  return { ...quiet, overlay: textOverlay(title, lines) };
}
