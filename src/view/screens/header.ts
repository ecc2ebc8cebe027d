import type { Reading } from '../../judge/reading.ts';
import { isTyped } from '../../wizard/conditions.ts';
import type { Walking } from '../../wizard/update-result.ts';
import * as messages from '../messages.ts';
import type { Span } from '../paint.ts';
import type { HeaderTexts } from './header-rows.ts';

/** What the two rows on top say. `reading` has what is being typed in it. */
export function shownHeader(state: Walking, { meter }: Reading): HeaderTexts {
  return { path: state.walk.path, meter, save: saveState(state) };
}

function saveState(state: Walking): Span {
  const { save, kept, writer } = state.walk;
  if (save === 'failed') return { text: messages.notSaved, tone: 'bad' };
  if (writer !== null) return { text: messages.readOnly, tone: 'warn' };
  if (isTyped(state) || Object.keys(kept).length > 0) return { text: messages.typing, tone: 'warn' };
  return {
    text: save === 'new' ? messages.noFileYet : save === 'saving' ? messages.saving : messages.saved,
    tone: 'dim',
  };
}
