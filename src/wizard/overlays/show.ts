import type { WizardState } from '../state.ts';
import { bufferOf } from '../text-buffer.ts';
import type { Show } from './overlay.ts';
import type { ShownLine } from './reader.ts';
import { UNREAD } from './reader.ts';

/** Lines to be read under a title. */
export function shown(title: string, lines: readonly ShownLine[]): Show {
  return { kind: 'show', title, lines, reader: UNREAD };
}

/** The state with every key of where it is. */
export function openHelp<S extends WizardState>(state: S): S {
  return { ...state, overlay: { kind: 'help', reader: UNREAD } };
}

/** The state looking for something. */
export function openFind(state: WizardState): WizardState {
  return { ...state, overlay: { kind: 'find', line: bufferOf(''), at: 0 } };
}
